/** A site of whatever Jekyll makes an address of. A post's body names its own path, so that both sides tell it. */

type Matter = Readonly<Record<string, string>>

const post = (path: string, matter: Matter = {}): [string, string] => {
  const lines = Object.entries({ layout: 'none', title: `第${path.length}篇`, ...matter })
  return [path, `---\n${lines.map(([key, value]) => `${key}: ${value}\n`).join('')}---\n${bodyOf(path)}`]
}

const raw = (path: string, text: string): [string, string] => [path, text.replaceAll('BODY', bodyOf(path))]

/** In figures and letters, which no Markdown changes. */
const bodyOf = (path: string): string => `正文「${Buffer.from(path).toString('hex')}」完\n`

/** The path that a body names, in Jekyll's HTML as in Kanbao's. */
export const pathIn = (html: string): string =>
  Buffer.from(/「(\w+)」/.exec(html)?.[1] ?? '', 'hex').toString()

const EXTENSIONS = ['md', 'mkd', 'mkdn', 'mkdown', 'markdown', 'html', 'htm', 'MD', 'txt']

const SLUGS = [
  'plain',
  'With Blank',
  'two  blanks',
  'hash#tag',
  'two#hash#tags',
  'per%cent',
  'per%20cent',
  'dot.ted.name',
  'ends-with-dots..',
  '中文标题',
  '全角：标点，“引号”、（括号）',
  'CAPitals',
  "signs_~!$&'()+,;=@",
  'question?mark',
  'Ünïcödé',
  'cafe\u0301',
  'emoji😀x',
  '[bracket]{brace}|pipe^caret',
  'Ⅷ①½',
  '-leads',
  'trails-',
  '',
  '2022-02-02-date-again',
  'a:colon',
  'star*quote"',
  'back\\slash',
]

const CATEGORIES: readonly Matter[] = [
  { categories: 'One two' },
  { categories: '[Big News, small]' },
  { category: 'Single Word' },
  { category: '[x1, x2]' },
  { category: 'first', categories: 'second third' },
  { categories: '中文 分类' },
  { categories: '[x, X, x]' },
  { categories: '' },
  { categories: '[]' },
  { categories: '[a/b, c]' },
  { categories: '["R&D", "C#", "50%", "q?"]' },
  { categories: 'news.cn ·mid' },
  { categories: '[x-y, x.y, "x y"]' },
  { categories: '\n  - list\n  - of lines' },
  { categories: '["2022", "true"]' },
  { tags: 'not in addresses' },
]

/** Each within a day of midnight somewhere, so that a slip shows. */
const DATES = [
  '2022-03-01 10:00:00',
  '2022-03-01 20:00:00',
  '2022-03-01T20:00:00',
  '2022-03-01 20:00:00.5',
  '2022-03-01 20:00:00 +0800',
  '2022-03-01 20:00:00 -0500',
  '2022-03-01 20:00:00 +8:00',
  '2022-03-01T20:00:00Z',
  '2022-03-05T23:30:00+08:00',
  '2022-03-05',
  '2022-3-5',
  '20220305',
  '2022-03-05 23:30',
  '2022-03-05 23:30 +0800',
  '"2022-03-05 23:30:00"',
  "'2022-03-05 23:30:00'",
  '"2022-03-05 23:30:00 +0800"',
  '"2022-03-05"',
  '2022/03/07',
  '2022/03/07 23:30:00',
  'March 9, 2022',
  '9 Mar 2022 23:30',
  '"Wed, 09 Mar 2022 23:30:00 GMT"',
  '2022-03-05 11:30 PM',
]

const PERMALINKS = [
  '/own/place.html',
  '/own/dir/',
  '/own/noext',
  'own/relative.html',
  '/own/:year/:title/',
  '/own/:categories/:slug:output_ext',
  '/中文/地址.html',
  '/../up/./x.html',
  'pretty',
  '/own//double///slash.html',
  '/own/with blank.html',
]

const PLAIN_TEXT = 'title: 一行\ncategories: 政策\n'

const BROKEN: readonly [string, string][] = [
  raw('_posts/2022-06-02-no-front-matter.md', 'BODY'),
  raw('_posts/2022-06-02-no-closing-line.md', `---\n${PLAIN_TEXT}\nBODY`),
  raw('_posts/2022-06-02-no-closing-line-html.md', `---\n${PLAIN_TEXT}<p>BODY</p>`),
  raw('_posts/2022-06-02-crlf.md', `---\n${PLAIN_TEXT}---\nBODY`.replaceAll('\n', '\r\n')),
  raw('_posts/2022-06-02-bom.md', `\uFEFF---\n${PLAIN_TEXT}---\nBODY`),
  raw('_posts/2022-06-02-closed-by-dots.md', `---\n${PLAIN_TEXT}...\nBODY`),
  raw('_posts/2022-06-02-blanks-behind-dashes.md', `---  \n${PLAIN_TEXT}---  \nBODY`),
  raw('_posts/2022-06-02-blank-line-first.md', `\n---\n${PLAIN_TEXT}---\nBODY`),
  raw('_posts/2022-06-02-key-twice.md', `---\n${PLAIN_TEXT}categories: second\n---\nBODY`),
  raw('_posts/2022-06-02-empty-front-matter.md', '---\n---\nBODY'),
  raw('_posts/2022-06-02-four-dashes.md', `----\n${PLAIN_TEXT}----\nBODY`),
  raw('_posts/2022-06-02-tab-behind-colon.md', '---\ntitle:\ttab\ncategories:\ttabbed\n---\nBODY'),
  raw('_posts/2022-06-02-anchors.md', '---\ntitle: &a same\ncategories: [*a]\n---\nBODY'),
  raw('_posts/2022-06-02-comment.md', '---\n# a comment\ntitle: x # another\ncategories: q # one\n---\nBODY'),
]

/** Without front matter that YAML can read, Jekyll takes the moment of its build for the date: no address to keep. */
const UNREADABLE: readonly [string, string][] = [
  raw('_posts/2022-06-03-inner-quotes.md', '---\ntitle: "a"b"\ncategories: q\n---\nBODY'),
  raw('_posts/2022-06-03-indented-by-tab.md', '---\ntitle: x\n\tcategories: q\n---\nBODY'),
]

const HIDDEN: readonly [string, string][] = [
  post('_posts/2022-05-01-withdrawn.md', { published: 'false' }),
  post('_posts/2022-05-01-withdrawn-no.md', { published: 'no' }),
  post('_posts/2022-05-01-withdrawn-empty.md', { published: '' }),
  post('_drafts/draft.md'),
  post('_posts/_hidden.md'),
  post('_posts/_folder/2022-05-01-hidden.md'),
  post('_posts/.2022-05-01-dot.md'),
  post('_other/_posts/2022-05-01-hidden.md'),
  post('excluded/_posts/2022-05-01-out.md'),
]

const FOLDERS: readonly [string, string][] = [
  post('_posts/sub/2022-01-21-sub.md'),
  post('_posts/Sub Dir/deep/2022-01-21-deep.md'),
  post('_posts/sub/_under/2022-01-21-under.md'),
  post('folder/_posts/2022-01-21-in-folder.md'),
  post('a/B/_posts/2022-01-21-ab.md'),
  post('a/B/_posts/2022-01-22-ab-own.md', { categories: 'own a' }),
  post('a/B/_posts/inner/2022-01-22-inner.md', { category: 'Own' }),
  post('新闻/_posts/2022-01-22-folder-in-chinese.md'),
  post('With Blank/_posts/2022-01-22-folder-with-blank.md'),
  post('my_posts/_posts/2022-01-22-folder-like-posts.md'),
]

const OTHERS: readonly [string, string][] = [
  post('_posts/2022-1-2-one-digit.md'),
  post('_posts/22-01-03-short-year.md'),
  post('_posts/2099-05-01-future.md'),
  post('_posts/no-date.md'),
  post('_posts/2022-05-02-published-in-quotes.md', { published: '"false"' }),
  post('_posts/2022-05-02-published.md', { published: 'true' }),
  post('_posts/2022-04-02-slug.md', { slug: 'My Own Slug' }),
  post('_posts/2022-04-02-slug-zh.md', { slug: '中文 slug' }),
  post('_posts/2022-04-02-slug-dots.md', { slug: 'a.b..' }),
  post('_posts/2021-01-03-week-of-last-year.md'),
  post('_posts/2020-12-31-last-day.md', { date: '2020-12-31 23:59:59 +0800' }),
]

/** Every post of the site, as path → text. */
export const POSTS: Readonly<Record<string, string>> = Object.fromEntries([
  ...EXTENSIONS.map((extension, index) => post(`_posts/2022-01-20-ending-${index}.${extension}`)),
  ...SLUGS.map((slug) => post(`_posts/2022-01-21-${slug}.md`)),
  ...CATEGORIES.map((matter, index) => post(`_posts/2022-02-01-categories-${index}.md`, matter)),
  ...DATES.map((date, index) => post(`_posts/2022-03-01-date-${index}.md`, { date })),
  ...PERMALINKS.map((permalink, index) => post(`_posts/2022-04-01-permalink-${index}.md`, { permalink })),
  ...BROKEN,
  ...UNREADABLE,
  ...HIDDEN,
  ...FOLDERS,
  ...OTHERS,
])

export const NOT_TO_BE_KEPT: ReadonlySet<string> = new Set(UNREADABLE.map(([path]) => path))
export const NOT_TO_BE_READ: ReadonlySet<string> = new Set(HIDDEN.map(([path]) => path))

const EVERY_DATE =
  '/:year/:short_year/:month/:i_month/:short_month/:long_month/:day/:i_day/:y_day/:short_day/:long_day/:w_day/:week/:w_year/:hour/:minute/:second/:title.html'

/** What the site is configured as, one after another. */
export const CONFIGURATIONS: Readonly<Record<string, string>> = {
  defaults: '',
  'date in New York': 'timezone: America/New_York\npermalink: date\n',
  pretty: 'permalink: pretty\n',
  ordinal: 'permalink: ordinal\n',
  weekdate: 'permalink: weekdate\n',
  none: 'permalink: none\n',
  'every placeholder of dates': `permalink: ${EVERY_DATE}\n`,
  'other placeholders': 'permalink: /blog/:slugified_categories/:slug/:name:output_ext\n',
  'the path': 'permalink: /:collection/:path/\n',
  'no ending': 'permalink: /blog/:categories/:title\n',
  'the posts’ own': 'permalink: none\ncollections:\n  posts:\n    permalink: /p/:year_:month/:title.html\n',
  'defaults, include, endings': [
    'markdown_ext: md,txt',
    'include: [_folder, _other]',
    'defaults:',
    '  - scope: { path: "", type: posts }',
    '    values: { categories: all over, published: true }',
    '  - scope: { path: _posts/sub }',
    '    values: { permalink: "/sub/:title/", category: one }',
    '  - scope: { path: "a/*/_posts" }',
    '    values: { permalink: "/glob/:title.html" }',
    '  - scope: { path: _posts/2022-02-01-categories-1, type: posts }',
    '    values: { published: false }',
    '  - scope: { path: folder, type: pages }',
    '    values: { permalink: "/never/:title/" }',
    '',
  ].join('\n'),
  'a folder for collections': 'collections_dir: a\nfuture: true\n',
}
