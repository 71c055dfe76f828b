import { expect, it } from 'vitest'
import { parseConfig } from '../../../../src/publisher/stages/read-config/config-file.ts'
import { readFeed } from '../../../../src/publisher/stages/read-config/read-feed.ts'
import { notes } from '../../site-folder.ts'

const URL = 'https://news.example'
const read = (source: string, url = URL) => {
  const { taken, note } = notes()
  return { feed: readFeed(parseConfig('_config.yml', source), url, note), taken }
}

it.each([
  ['', '/feed.xml'],
  ['feed:\n  path: atom.xml\n', '/atom.xml'],
  ['feed:\n  path: /news/v1.2/feed.xml\n', '/news/v1.2/feed.xml'],
])('is where %j puts it', (source, feed) => {
  expect(read(source)).toEqual({ feed, taken: [] })
})

it.each(['feed/', 'feed', '../feed.xml', 'a b.xml', '//feed.xml', 'http://x/feed.xml'])(
  'a path that cannot be is named: %s',
  (path) => {
    expect(read(`title: a\nfeed:\n  path: "${path}"\n`)).toEqual({
      feed: '/feed.xml',
      taken: [`3: configuration: feed.path: “${path}” is no path of an .xml file; took /feed.xml`],
    })
  },
)

it.each(['', 'news.example', '//news.example', 'ftp://news.example', 'http://', 'http:///a', 'https://['])(
  'there is none where the site has no whole address: %j',
  (url) => {
    expect(read('feed:\n  path: atom.xml\n', url)).toEqual({ feed: undefined, taken: [] })
  },
)
