import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shardPath } from '../../src/archive/shard-path.ts'
import { HOST_NAMES } from '../../src/publisher/host-budgets.ts'
import { hostHeaders } from '../../src/publisher/host-headers.ts'
import { publishAfresh, publishInto } from './publish-into.ts'
import { aPost, fill, newFolder, newSite } from './site-folder.ts'

type Rule = readonly [pattern: string, ...headers: string[]]

/** Reads rules as the hosts do: an address in the first column, its headers behind it. */
const rulesOf = (text = ''): Rule[] =>
  text
    .split(/^(?=\S)/m)
    .map((block) => block.trim().split(/\n\s+/))
    .map(([pattern = '', ...headers]) => [pattern, ...headers])

const headersFor = (rules: readonly Rule[], path: string): string[] =>
  rules.flatMap(([pattern, ...headers]) => {
    const isFit = pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern
    return isFit ? headers : []
  })

const APP = ['app/index-a.js', 'app/index-b.css', 'icon.svg']
const FOR_EVER = 'Cache-Control: public, max-age=31536000, immutable'

describe('what a host is told of headers', () => {
  const rules = rulesOf(hostHeaders('netlify', '', APP))

  it('is that what has its hash in its name is kept for ever, and nothing else is', () => {
    for (const path of [
      shardPath('day', 'abcdefghijkl'),
      'archive/search/a/bcdefghijkl/0.bin',
      ...APP.slice(0, 2),
    ])
      expect([path, headersFor(rules, `/${path}`)]).toEqual([path, expect.arrayContaining([FOR_EVER])])
    for (const path of [
      'archive/root.json',
      'index.html',
      'app/2022/01/01/a.html',
      'archive/2022/01/01/a.html',
    ])
      expect([path, headersFor(rules, `/${path}`)]).toEqual([path, expect.not.arrayContaining([FOR_EVER])])
  })

  it('has no header twice for any path, as hosts would join them', () => {
    for (const [pattern] of rules) {
      const names = headersFor(rules, pattern.replace('*', 'a/b')).map((header) => header.split(':')[0])
      expect([pattern, new Set(names).size]).toEqual([pattern, names.length])
    }
  })

  it('stays within what hosts read', () => {
    const many = Array.from({ length: 500 }, (_, number) => `app/${number}.js`)
    const all = hostHeaders('cloudflare-pages', '', many) ?? ''
    expect(rulesOf(all)).toHaveLength(100)
    expect(Math.max(...all.split('\n').map(({ length }) => length))).toBeLessThan(2000)
  })

  it('is below the path of the site, and nothing for hosts that do not read it', () => {
    expect(rulesOf(hostHeaders('netlify', '/news', APP)).every(([path]) => path.startsWith('/news/'))).toBe(
      true,
    )
    const told = HOST_NAMES.filter((host) => hostHeaders(host, '', APP) !== undefined)
    expect(told).toEqual(['cloudflare-pages', 'netlify'])
  })
})

it('stands in the edition for its host alone, unless the site has such a file itself', async () => {
  const config = (host: string) => ({ '_config.yml': `include: [_headers]\nkanbao: { host: ${host} }\n` })
  const site = newSite({ ...config('netlify'), '_posts/2022-01-04-a.md': aPost('甲') })
  const out = join(newFolder(), 'out')
  const options = { ledger: `${out}.cache` }
  expect((await publishInto(out, site, options)).files._headers).toContain('frame-ancestors')
  fill(site, { _headers: '/*\n  X-Own: 1\n' })
  const { files, problems } = await publishInto(out, site, options)
  expect([files._headers, problems]).toEqual(['/*\n  X-Own: 1\n', []])
  expect((await publishAfresh(site)).files._headers).toBe('/*\n  X-Own: 1\n')
  const other = newSite({ ...config('netlify'), '_posts/2022-01-04-a.md': aPost('甲') })
  await publishInto(out, other, options)
  fill(other, config('any'))
  expect((await publishInto(out, other, options)).files).not.toHaveProperty('_headers')
})
