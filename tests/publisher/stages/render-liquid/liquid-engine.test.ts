import { describe, expect, it } from 'vitest'
import { liquidFor } from '../../../../src/publisher/stages/render-liquid/liquid-engine.ts'
import { CONFIG, notes } from '../../site-folder.ts'

const SITE = { ...CONFIG.site, title: '试刊', url: 'https://kanbao.example', baseurl: '/news' }
const INCLUDES = {
  'note.html': '<b>{{ include.text }}</b>',
  'deep/a.html': '深',
  'bad.html': '{{ x | split }}{% nothing %}',
  'self.html': '{% include self.html %}',
}

const render = (body: string, matter: Record<string, unknown> = {}) => {
  const { taken, note } = notes()
  const post = liquidFor(SITE, INCLUDES)({ path: '_posts/a.md', matter, body, bodyLine: 5 }, note)
  return { body: post.body, taken }
}

describe('Liquid as Jekyll has it', () => {
  it.each([
    ['{{ site.title }}：{{ page.title | upcase }}', '试刊：ABC'],
    ['{% if page.title == "abc" %}甲{% else %}乙{% endif %}', '甲'],
    ['{% for tag in page.tags %}{{ tag }}，{% endfor %}', '一，二，'],
    ['{% include note.html text="注" %}{% include deep/a.html %}', '<b>注</b>深'],
    [
      '{{ "/a.html" | relative_url }} {{ "a.html" | absolute_url }}',
      '/news/a.html https://kanbao.example/news/a.html',
    ],
    ['{{ "//x.cn/a" | relative_url }} {{ "https://x.cn" | absolute_url }}', '//x.cn/a https://x.cn'],
    ['{% raw %}{{ x }}{% endraw %}{{ page.nothing }}', '{{ x }}'],
    ['{% assign a = 1 %}{{ a | plus: 1 }}', '2'],
    ['{% highlight js %}{{ site.title }}{% endhighlight %}', '{% highlight js %}试刊{% endhighlight %}'],
    [
      '[x]({% post_url 2022-01-01-a %}) [y]({% link _posts/a.md %})',
      '[x]({% post_url 2022-01-01-a %}) [y]({% link _posts/a.md %})',
    ],
    ['没有 { % 也 } 没有', '没有 { % 也 } 没有'],
  ])('%s', (body, expected) => {
    expect(render(body, { title: 'abc', tags: ['一', '二'] })).toEqual({ body: expected, taken: [] })
  })
})

describe('a tag that fails stays as text, and is told with its line:', () => {
  it.each([
    ['甲\n{% nothing %} {{ site.title }}', '甲\n{% nothing %} 试刊', '6: '],
    ['{{ site.title }}\n{{ unclosed', '试刊\n{{ unclosed', '6: '],
    ['{{ site.title }}{% include ../_config.yml %}', '试刊{% include ../_config.yml %}', '5: '],
    ['{% include nothing.html %}\n{{ site.title }}', '{% include nothing.html %}\n试刊', '5: '],
    ['a\n\n{% include bad.html %} {{ site.title }}', 'a\n\n{% include bad.html %} 试刊', '7: '],
    ['{% include self.html %}{{ site.title }}', '{% include self.html %}试刊', '5: '],
    ['{% include /etc/passwd %}', '{% include /etc/passwd %}', '5: '],
  ])('%j', (body, expected, line) => {
    const { body: rendered, taken } = render(body)
    expect(rendered).toBe(expected)
    expect(taken).toHaveLength(1)
    expect(taken[0]).toMatch(`${line}markup: holds Liquid that fails`)
    expect(taken[0]).not.toContain('\n')
  })
})

describe('no body takes the publisher’s time or memory:', () => {
  it.each([
    ['a loop over too much', '{% for i in (1..1000000000) %}x{% endfor %}后'],
    ['loops in loops', '{% for i in (1..9999) %}{% for j in (1..9999) %}{% endfor %}{% endfor %}后'],
    [
      'too long an output',
      '{% for i in (1..9999) %}{% for j in (1..999) %}0123456789{% endfor %}{% endfor %}后',
    ],
    [
      'text that doubles',
      '{% assign a = "aaaaaaaa" %}{% for i in (1..99) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}{{ a }}后',
    ],
    ['a thousand errors', '{% nothing %}'.repeat(1000)],
    ['tags that do not end', '{% if x %}'.repeat(1000)],
  ])('%s', (_, body) => {
    const started = performance.now()
    const { body: rendered, taken } = render(body)
    expect(performance.now() - started).toBeLessThan(4000)
    expect(rendered.length).toBeLessThan(600_000)
    expect(taken.length).toBeGreaterThan(0)
    expect(taken.length).toBeLessThanOrEqual(51)
  })

  it('and no front matter multiplies', () => {
    let bomb: unknown = 'x'
    for (let level = 0; level < 40; level++) bomb = [bomb, bomb, bomb]
    expect(render('{{ page.bomb | jsonify }}', { bomb }).body.length).toBeLessThan(20_000)
  })
})
