import { describe, expect, it } from 'vitest'
import { setLiquidAside } from '../../../../src/publisher/stages/parse-body/set-liquid-aside.ts'

describe('Liquid stands aside', () => {
  it.each([
    '{{ a | b }} {% if x %}',
    '{{ liquidtag0z }} liquidtag0z liquidtaggg9z',
    '{% link a %}liquidtag',
    '{{}}',
  ])('and comes back: %s', (body) => {
    const { text, restore } = setLiquidAside(body)
    expect(text).not.toMatch(/\{[{%]/)
    expect(restore(text)).toBe(body)
  })

  it.each([
    ['a{% raw %}{{ x }}{%- endraw -%}b', 'a{{ x }}b'],
    ['{% raw %}\n```\n{% x %}\n```\n{% endraw %}', '\n```\n{% x %}\n```\n'],
    ['{% highlight js %}\na\n{% endhighlight %}', '```js\na\n```\n'],
    ['- x\n  {% highlight js %}\n  a\n  {% endhighlight %}', '- x\n  ```js\n  a\n  ```\n'],
    ['文{% highlight c++ linenos %}a```b{% endhighlight %}', '文\n\n````c++\na```b\n````\n'],
  ])('%j is %j', (body, expected) => {
    expect(setLiquidAside(body).text).toBe(expected)
  })

  it.each(['{% raw %} 没有结尾', '{% highlight js %} 没有结尾', '{% endraw %}', '{{ 两\n行 }}', '{ { % } }'])(
    'what has no end stays: %j',
    (body) => {
      const { text, restore } = setLiquidAside(body)
      expect(restore(text)).toBe(body)
    },
  )

  it('of a hundred thousand tags without an end it takes no time to speak of', () => {
    const started = performance.now()
    for (const tag of ['{% raw %}', '{% highlight js %}', '{{', '{%', 'liquidtagg', '{% a %}'])
      setLiquidAside(`{{ a }}${tag.repeat(1e5)}`)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
