import type { Element } from 'hast'

/** `GetPic.aspx?nid=0.002752&…`: market and code of a picture that is drawn anew each time it is looked at. */
const CHART = /^(?:https?:)?\/\/webquoteklinepic\.eastmoney\.com\/.*[?&]nid=(\d+)\.([\w.]+)/i

export const isChart = ({ properties }: Element): boolean => CHART.test(String(properties.src ?? ''))

/**
 * A live chart shows today's market beside a story of another day, and asks a third party for it. In its place
 * stands a link that says where it leads.
 */
export const quoteLink = ({ properties }: Element, lang: string): Element | undefined => {
  const found = CHART.exec(String(properties.src ?? ''))
  if (!found) return undefined
  const [, market, code] = found
  const label = lang.startsWith('zh') ? `${code} 最新行情` : `${code}: latest quote`
  return {
    type: 'element',
    tagName: 'a',
    properties: { href: `https://quote.eastmoney.com/unify/r/${market}.${code}` },
    children: [{ type: 'text', value: label }],
  }
}
