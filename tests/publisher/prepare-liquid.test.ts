import { expect, it } from 'vitest'
import type { Article } from '../../src/archive/article.ts'
import { newSite, publishFolder, wrongs } from './site-folder.ts'

const FILES = {
  '_includes/note.html': '<b>{{ include.text }}</b>',
  '_posts/2022-01-04-a.md':
    '---\ntitle: 甲\n---\n{{ page.title }} {% include note.html text="注" %}\n\n{% bad %} [乙]({% post_url 2022-01-05-b %})\n\n{% highlight js %}\nvar a\n{% endhighlight %}\n',
  '_posts/2022-01-05-b.md': '---\ntitle: 乙\n---\n乙\n',
}
const TEXT = '{% bad %} <a href="/2022/01/05/b.html">乙</a>'
const CODE = '<pre><code><span class="hljs-keyword">var</span> a\n</code></pre>'

const htmlOf = (all: readonly Article[]) => all.find(({ title }) => title === '甲')?.html

it('Liquid is text where the site does not ask for it', async () => {
  const { all, problems } = await publishFolder(newSite(FILES))
  expect(htmlOf(all)).toBe(
    `<p>{{ page.title }} {% include note.html text="注" %}</p>\n<p>${TEXT}</p>\n${CODE}`,
  )
  expect(wrongs(problems)).toEqual([])
})

it('and is rendered where it does', async () => {
  const config = 'kanbao:\n  liquid: true\n'
  const { all, problems } = await publishFolder(newSite({ ...FILES, '_config.yml': config }))
  expect(htmlOf(all)).toBe(`<p>甲 <b>注</b></p>\n<p>${TEXT}</p>\n${CODE}`)
  expect(problems).toEqual([
    {
      kind: 'markup',
      file: '_posts/2022-01-04-a.md',
      line: 6,
      wrong: 'holds Liquid that fails (tag "bad" not found)',
      done: 'left it as text',
    },
  ])
})
