const LAYOUT = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ page.title }}</title><h1>{{ page.title }}</h1><article>{{ content }}</article></html>
`

const CODE: Readonly<Record<string, string>> = {
  js: 'const days = new Map()\nfor (const { day } of headlines) days.set(day, (days.get(day) ?? 0) + 1) // 每天的条数\n',
  ruby: 'class Paper\n  def title = "看报 #{@year}"\nend\nputs Paper.new.title.gsub(/报/, \'x\')\n',
  yaml: 'title: 看报样刊\nposts: 300\nlist: [a, "b"] # 注\n',
  python:
    'def tally(days):\n    """Counts."""\n    return {day: len(posts) for day, posts in days.items() if day is not None}\n',
  bash: '# 发布\nfor f in _posts/*.md; do\n  echo "$f" | sed -e \'s/a/b/\'\ndone\n',
  html: '<p class="em_media" data-a="1">（文章来源：看报） &amp;</p>\n<!-- 注 -->\n',
  sql: "SELECT day, COUNT(*) FROM posts WHERE title LIKE '%降准%' GROUP BY day;\n",
  diff: '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-旧\n+新\n',
  '': '没有语言的代码，*不是强调*，<b>也不是标签</b>\n',
}

/** Parts of a post, each with what one of kramdown's authors might write; `n` is the post's number. */
const PARTS: readonly ((n: number) => string)[] = [
  (n) =>
    `## 第${n}节：数读 Hello World! It's ${n}.0 & more\n\n正文**加粗**、*倾斜*、~~删去~~与\`代码\`，1.2~1.5元不删。\n`,
  (n) => `## 自己取名 {#own-${n}}\n\n见[上文](#own-${n})。\n`,
  (n) => `## 重复的题\n{: .big}\n\n段落一。\n{: #para-${n} .note}\n\n## 重复的题\n`,
  (n) =>
    `央行[^a${n}]与逆回购[^b]，再说一次[^a${n}]。\n\n[^a${n}]: 中国人民银行。\n[^b]: 短期操作，*七天*。\n\n    第二段。\n`,
  () => '| 靠左 | 居中 | 靠右 |\n|:---|:---:|---:|\n| 甲 | **乙** | 12 |\n| 丙 | `a` | 345.6 |\n{: .table}\n',
  () => '准备金率\n存款准备金率\n: 存放央行的比例。\n',
  () => '降准\n: 下调存款准备金率。\n: 也叫下调存准率。\n\n逆回购\n: 央行向市场投放短期资金。\n',
  (n) => {
    const [language = '', code = ''] = Object.entries(CODE)[n % 9] ?? []
    return `\`\`\`${language}\n${code}\`\`\`\n`
  },
  (n) => {
    const [language, code] = Object.entries(CODE)[n % 8] ?? []
    return `{% highlight ${language} %}\n${code}{% endhighlight %}\n`
  },
  () => '    缩进的 <代码>\n    第二行\n',
  () => '- 一\n- 二\n  - 二之一\n  - 二之二\n\n1. 甲\n2. 乙\n\n- [ ] 待办\n- [x] 已办\n',
  () => '> 引用一句。\n>\n> > 再引一层。\n\n---\n',
  (n) => `标题是{{ page.title }}，站点是{{ site.title | upcase }}{% if page.n == ${n} %}，对{% endif %}。\n`,
  () => '<div markdown="1">\n*甲*与**乙**\\\\\n下一行\n</div>\n',
  () => '{% include note.html text="提示" %}\n',
  () => '{% raw %}写作 {{ page.title }} 与 {% if %}{% endraw %}。\n',
  () => '{% for i in (1..3) %}第{{ i }}，{% endfor %}完。\n',
  () =>
    '<div><b>直接写的HTML</b></div>\n\n<h2 id="raw">原样的题</h2>\n\n{::comment}不见{:/comment}可见*的*{: .x}。\n',
]

const count = (n: number): string => String(n).padStart(3, '0')

/** A site of Markdown posts as a Jekyll author writes them: path → content. The same number gives the same site. */
export const markdownSite = (posts: number): Record<string, string> => {
  const files: Record<string, string> = {
    '_config.yml':
      'title: kanbao 样张\nlang: zh-CN\ntimezone: UTC\npermalink: /:title.html\nkanbao:\n  liquid: true\ndefaults:\n  - values: { layout: post }\n',
    '_layouts/post.html': LAYOUT,
    '_includes/note.html': '<p><strong>{{ include.text }}</strong>：随便看看。</p>',
  }
  for (let n = 0; n < posts; n++) {
    const parts = PARTS.map((part, index) => ({ text: part(n), rank: (index * 7 + n * 5 + index * n) % 31 }))
    const chosen = parts.sort((a, b) => a.rank - b.rank).slice(0, n % 10 === 0 ? undefined : 7)
    const contents = n % 4 === 0 ? '* 目录\n{:toc}\n\n' : ''
    const body = `摘要第${n}条。\n\n<!--more-->\n\n${contents}${chosen.map(({ text }) => text).join('\n')}`
    const day = `2022-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`
    files[`_posts/${day}-p${count(n)}.md`] =
      `---\ntitle: 样张${n}号\nn: ${n}\ndate: ${day} 10:00:00 +0000\ncategories: md\n---\n${body}`
  }
  return files
}
