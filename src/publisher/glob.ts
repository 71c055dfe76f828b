/**
 * A shell pattern of Ruby's `File.fnmatch` as an expression for a whole path. `crossing`: whether `*` goes over
 * slashes, as it does in `include` and `exclude`; in a scope's path (`Dir.glob`) only `**` does.
 */
export const globOf = (pattern: string, crossing: boolean): RegExp => {
  const any = crossing ? '[^]' : '[^/]'
  const source = pattern.replace(/\*\*\/|\*+|\?|\[!?[^\]]+\]|\\.|[\\^$.|+(){}[\]]/g, (sign) => {
    if (sign === '**/') return crossing ? '[^]*/' : '(?:[^]*/)?'
    if (sign.startsWith('*')) return `${any}*`
    if (sign === '?') return any
    if (sign.startsWith('[') && sign.length > 1)
      return `[${sign.slice(1, -1).replace(/^[!^]/, '^').replace(/[\\[]/g, '\\$&')}]`
    return sign.slice(-1).replace(/[\\^$.|+(){}[\]*?]/, '\\$&')
  })
  try {
    return new RegExp(`^${source}$`)
  } catch {
    return /(?!)/ // a class such as [z-a] names nothing
  }
}
