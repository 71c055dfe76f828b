import type { Source } from '../../archive/article.ts'
import type { BodyParts, CleanBody } from '../post.ts'

/** `…为2018年以来最高水平。（澎湃新闻）`: how a digest names its medium. */
const AT_END = /[。！？…”"%\w\p{Script=Han}]\s*[（(]([^（）()，。、；：]{2,16})[）)]$/u

/** What the name of a medium ends in; without it `（名单）` would be one. */
const MEDIUM =
  /(报|网|社|新闻|时报|日报|晚报|财经|电视台|电台|客户端|杂志|周刊|通讯|传媒|在线|证券|基金|研究中心|发布|APP|观察|Wind|TechWeb)$/i

/** Where the story comes from: named in its last line or at the end of its digest, linked below it. */
export const nameSource = (
  { digest, sourceLink }: Pick<BodyParts, 'digest' | 'sourceLink'>,
  { text, sourceName }: Pick<CleanBody, 'text' | 'sourceName'>,
): Source | undefined => {
  const name = sourceName ?? mediumAt(digest) ?? mediumAt(text)
  if (!name && !sourceLink) return undefined
  return { ...(name && { name }), ...(sourceLink && { link: sourceLink }) }
}

const mediumAt = (text: string): string | undefined => {
  const name = AT_END.exec(text.trim())?.[1]?.trim()
  return name && MEDIUM.test(name) ? name : undefined
}
