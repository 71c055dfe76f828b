declare module 'markdown-it-deflist' {
  const deflist: (md: import('markdown-it').default) => void
  export = deflist
}

declare module 'markdown-it-footnote' {
  const footnote: (md: import('markdown-it').default) => void
  export = footnote
}
