import { expect, it } from 'vitest'
import { absoluteHtml } from '../../src/publisher/absolute-html.ts'

const PAGE = 'https://news.example/paper/2022/01/21/a.html'

it.each([
  [
    '<a href="/paper/2022/01/20/b.html">b</a>',
    '<a href="https://news.example/paper/2022/01/20/b.html">b</a>',
  ],
  ['<a href="b.html">b</a>', '<a href="https://news.example/paper/2022/01/21/b.html">b</a>'],
  ['<a href="#fn-1" id="s-a">1</a>', `<a href="${PAGE}#fn-1" id="s-a">1</a>`],
  ['<a href="">a</a>', `<a href="${PAGE}">a</a>`],
  ['<a href="//cdn.example/x?a=1&#x26;b">x</a>', '<a href="https://cdn.example/x?a=1&#x26;b">x</a>'],
  ['<img alt="a > b" src="/图.png">', '<img alt="a > b" src="https://news.example/%E5%9B%BE.png">'],
  ['<a href="/&#x22;&#x26;q=1">q</a>', '<a href="https://news.example/%22&#x26;q=1">q</a>'],
])('an address below the site is whole: %s', (html, expected) => {
  expect(absoluteHtml(html, PAGE)).toBe(expected)
})

it.each([
  '<a href="https://other.example/a?b&#x26;c">c</a>',
  '<a href="mailto:a@news.example">mail</a>',
  '<a href="tel:110">110</a>',
  '<a href="//[">no address</a>',
  '<pre><code>&#x3C;a href="/b"></code></pre><p> href="/c" src="/d"</p>',
  '<img alt=" src=&#x22;/e&#x22;" src="https://other.example/e.png">',
])('and nothing else changes: %s', (html) => {
  expect(absoluteHtml(html, PAGE)).toBe(html)
})

it('what a reader would run stays what it was: an address that is none', () => {
  const html = '<a href="&#x6A;avascript:alert(1)">x</a>'
  expect(absoluteHtml(html, PAGE)).toBe(html)
})
