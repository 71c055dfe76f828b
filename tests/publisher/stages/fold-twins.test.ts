import { expect, it } from 'vitest'
import type { Draft } from '../../../src/publisher/post.ts'
import { openingOf } from '../../../src/publisher/post-record.ts'
import type { Problem } from '../../../src/publisher/problems.ts'
import { foldTwins } from '../../../src/publisher/stages/fold-twins.ts'
import { draftOf, recordFrom } from '../site-folder.ts'

const ID = '202205262391921712'
const STORY =
  '据霍尼韦尔官网消息，5月24日，霍尼韦尔宣布为蔚来旗下ET7新能源汽车提供HFO-1234yf制冷剂，这是国内首家。'

const stub = (text: string, path = `-${ID}.md`) =>
  draftOf(path, `---\ntitle: ""\ndate:  +0800\n---\n<p>${text}</p>\n`)
const whole = (text: string, path = `2022-05-26-${ID}.md`) =>
  draftOf(path, `---\ntitle: 国内首次\ndate: 2022-05-26 00:19:55 +0800\n---\n<p>${text}</p>\n`)

const fold = async (...drafts: Draft[]) => {
  const problems: Problem[] = []
  const openings = new Map(drafts.map(({ path, article }) => [path, openingOf(article)]))
  const asked: string[] = []
  const kept = await foldTwins(
    drafts.map(recordFrom),
    async (posts) => {
      asked.push(...posts.map(({ path }) => path))
      return posts.map(({ path }) => openings.get(path) ?? '')
    },
    problems,
  )
  return { paths: kept.map(({ path }) => path), problems, asked }
}

it('folds a stub into the post of its id that begins as it does, and says so', async () => {
  const { paths, problems } = await fold(stub(STORY), whole(`${STORY}改过的结尾。`))
  expect(paths).toEqual([`_posts/2022-05-26-${ID}.md`])
  expect(problems).toEqual([
    {
      kind: 'twin',
      file: `_posts/-${ID}.md`,
      line: 1,
      wrong: 'has neither title nor date',
      done: `folded into _posts/2022-05-26-${ID}.md, of the same id`,
    },
  ])
})

it('finds the twin among several of the id', async () => {
  const other = whole('另一篇文章，讲的是别的事情。', `2022-05-26-NW${ID}.md`)
  const { problems } = await fold(other, stub(STORY), whole(STORY))
  expect(problems).toMatchObject([{ done: `folded into _posts/2022-05-26-${ID}.md, of the same id` }])
})

it.each([
  ['whose text is another', [stub('完全不同的一篇，只此一处。'), whole(STORY)]],
  ['whose one line is its title now', [stub('只有一句话没有句号'), whole(STORY)]],
  ['of another id', [stub(STORY), whole(STORY, '2022-05-26-202205262391921713.md')]],
  ['without an id', [stub(STORY, 'a.md'), whole(STORY, '2022-05-26-b.md')]],
  ['beside another stub only', [stub(STORY), stub(STORY, `2022-05-26-NW${ID}.md`)]],
  ['that is none', [whole(STORY), whole(STORY, `2022-05-26-NW${ID}.md`)]],
])('keeps a stub %s', async (_, drafts) => {
  const { paths, problems } = await fold(...drafts)
  expect(paths).toHaveLength(2)
  expect(problems).toEqual([])
})

it('folds a stub that holds nothing at all: nothing is lost with it', async () => {
  expect((await fold(stub(''), whole(STORY))).paths).toEqual([`_posts/2022-05-26-${ID}.md`])
})

it('asks for the beginnings of few posts: those that share an id with a stub', async () => {
  const other = whole('另一篇', '2022-05-26-202205262391921713.md')
  expect((await fold(other, whole(STORY))).asked).toEqual([])
  expect((await fold(other, stub(STORY), whole(STORY))).asked).toEqual([`_posts/2022-05-26-${ID}.md`])
})
