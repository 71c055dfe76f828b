/** The host and base of the made paper: what its pages tell others. */
export const PAPER = { url: 'https://paper.example', baseurl: '/news' } as const

const CATEGORIES = ['宏观', '证券时报', 'Markets & More', '期货', '港股', '南昌日报', '龙虎榜']

const TITLES: readonly ((n: number) => string)[] = [
  (n) => `央行开展${n}亿元逆回购操作`,
  (n) => `“双碳”第${n}号：<b>不是</b>标签 & "引号"`,
  (n) => `</title><script>alert(${n})</script>`,
  (n) => `长标题${n}：${'数读工业高质量发展春潮'.repeat(5)}`,
  (n) => `Fed raises rates ${n} bps — what's next?`,
]

const PARTS: readonly ((n: number) => string)[] = [
  (n) => `<p>第${n}条：中标利率2.10%，与此前持平。1 &lt; 2 &amp;&amp; 3 &gt; 2。</p>`,
  (n) =>
    `<p>见<a href="${PAPER.url}${PAPER.baseurl}/about.html">前文</a>与<a href="https://b.example/?a=1&amp;b=${n}">原文</a>。</p>`,
  () => '<table><tr><th>名称</th><th>涨幅</th></tr><tr><td>甲</td><td>1.2%</td></tr></table>',
  (n) => `<blockquote><p>引用${n}。</p></blockquote><ul><li>一</li><li>二<ol><li>三</li></ol></li></ul>`,
  () => '<pre><code>if (a &lt; b) return "x"\n  next\n</code></pre>',
  () => `<p>${'这是一段很长的正文，讲的是一天里的行情。'.repeat(12)}</p>`,
  (n) => `<h2>小题${n}</h2><p>题下的话。</p>`,
]

const IMAGES: readonly ((n: number) => string)[] = [
  () => '',
  () => '',
  (n) => `<p><img src="/images/${n}.png" alt="图&quot;${n}" width="640" height="360"></p>`,
  (n) => `<p><img alt="" src="https://img.example/${n}.jpg?w=1&amp;h=2"></p>`,
  (n) => `<p><img src="//img.example/${n}.jpg"></p>`,
  (n) => `<p><img src="pictures/${n}.jpg"></p>`,
]

const of = <T>(list: readonly T[], n: number): T => list[n % list.length] as T

/** A paper as a scraper leaves it: path → content. The same number gives the same paper. */
export const paperSite = (posts: number): Record<string, string> => {
  const files: Record<string, string> = {
    '_config.yml': `title: 试读报\ndescription: 每天的新闻\nlang: zh-CN\ntimezone: Asia/Shanghai\nurl: ${PAPER.url}\nbaseurl: ${PAPER.baseurl}\nauthor: 编辑部\npermalink: /:year/:month/:day/:title.html\n`,
    'about.md': '---\ntitle: 关于本报\n---\n办报的人。\n',
  }
  for (let n = 0; n < posts; n++) {
    const day = `2022-0${1 + (n % 6)}-${String(1 + (n % 28)).padStart(2, '0')}`
    const time = `${String(n % 24).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`
    const isUndated = n % 50 === 49
    const name = isUndated ? `p${n}.md` : `${day}-p${n}.md`
    const categories =
      n % 11 === 0 ? [] : [of(CATEGORIES, n), ...(n % 5 === 0 ? [of(CATEGORIES, n + 3)] : [])]
    const front = [
      `title: ${JSON.stringify(of(TITLES, n)(n))}`,
      ...(isUndated ? [] : [`date: ${day} ${time}:00 +0800`]),
      ...(categories.length > 0 ? [`categories: ${JSON.stringify(categories)}`] : []),
    ]
    const body = [
      of(PARTS, n)(n),
      of(IMAGES, n)(n),
      of(PARTS, n + 3)(n),
      of(PARTS, n + 5)(n),
      ...(n % 3 === 0 ? [of(PARTS, 5)(n), of(PARTS, 5)(n), of(PARTS, 6)(n)] : []),
    ]
    files[`_posts/${name}`] = `---\n${front.join('\n')}\n---\n${body.filter(Boolean).join('\n')}\n`
  }
  return files
}
