import { describe, expect, it } from 'vitest'
import { pageToArticle } from '../../src/publisher/page-to-article.ts'
import type { Problem } from '../../src/publisher/problems.ts'
import { lineOf } from '../../src/publisher/report.ts'
import { CONFIG } from './site-folder.ts'

const read = (path: string, text: string) => {
  const problems: Problem[] = []
  return { page: pageToArticle({ path, text }, CONFIG, problems), problems }
}

describe('a page', () => {
  it('is an article that stands in no timeline', () => {
    const { page, problems } = read(
      'about.md',
      '---\ntitle: 关于\n---\n# 我们\n\n正文<script>x()</script>。\n',
    )
    expect(page).toMatchObject({
      permalink: '/about.html',
      title: '关于',
      isPage: true,
      categories: [],
      instant: '',
    })
    expect(page?.html).toContain('<h2 id="s-我们">我们</h2>')
    expect(page?.html).not.toContain('script')
    expect(problems.map(({ kind }) => kind)).toEqual(['markup'])
  })

  it('takes its title from the text when it has none', () => {
    expect(read('a.html', '---\nlayout: page\n---\n<p>你好。再见。</p>').page?.title).toBe('你好')
  })

  it.each(['index.md', '404.md', 'category/rili.html'])(
    'gives way where Kanbao itself answers: %s',
    (path) => {
      expect(read(path, '---\ntitle: x\n---\n文')).toEqual({ page: undefined, problems: [] })
    },
  )

  it('is left out, with its line, when it is a program of Liquid', () => {
    const { page, problems } = read(
      'tags.html',
      '---\ntitle: x\n---\n{% for tag in site.tags %}{{ tag }}{% endfor %}',
    )
    expect(page).toBeUndefined()
    expect(problems).toEqual([
      {
        kind: 'file',
        file: 'tags.html',
        line: 4,
        wrong: 'is a page made by Liquid, which is not run',
        done: 'left out',
      },
    ])
  })

  it('is nothing without anything to read', () => {
    expect(read('empty.md', '---\ntitle: x\n---\n').page).toBeUndefined()
  })
})

it('is left out where its front matter, or the site for its folder, says published: false', () => {
  const { page, problems } = read('about.md', '---\ntitle: 关于\npublished: false\n---\n正文\n')
  expect([page, problems.map(lineOf)]).toEqual([undefined, ['about.md:1: says published: false; left out']])
  const defaults = [{ path: 'hidden', type: 'pages', values: { published: 'false' } }]
  const config = { ...CONFIG, defaults }
  const text = '---\ntitle: 关于\n---\n正文\n'
  expect(pageToArticle({ path: 'hidden/a.md', text }, config, [])).toBeUndefined()
  expect(pageToArticle({ path: 'shown/a.md', text }, config, [])).toBeDefined()
})
