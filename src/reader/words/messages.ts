/** Every sentence the interface speaks. A language is one value of this type, so that none can be left out. */
export interface Messages {
  readonly numbers: {
    count(value: number): string
    articles(value: number): string
    articlesAtLeast(value: number): string
  }
  readonly days: {
    readonly undated: string
    range(from: string, to: string): string
    since(from: string): string
    until(to: string): string
  }
  readonly frame: {
    readonly skip: string
    lastUpdate(moment: string): string
    readonly filters: string
    readonly openFilters: string
    readonly showResults: string
    readonly close: string
    readonly keys: string
    readonly pages: string
    readonly follow: string
  }
  readonly list: {
    readonly label: string
    ended(value: number): string
    readonly reading: string
    readonly openHint: string
    opened(title: string): string
    counted(count: string): string
  }
  readonly tokens: {
    readonly label: string
    remove(name: string): string
    readonly clear: string
    follow(name: string): string
  }
  readonly search: {
    readonly label: string
    readonly placeholder: string
    readonly clear: string
    readonly suggestions: string
    offered(value: number): string
    searchFor(words: string): string
    /** What kind of thing a suggestion is, for those who do not see its icon. */
    readonly kinds: Readonly<Record<'search' | 'recent' | 'category' | 'period', string>>
    erase(words: string): string
    readonly eraseAll: string
    readonly searching: string
    readonly titlesOnly: string
    readonly order: string
    readonly orders: Readonly<Record<'newest' | 'best', string>>
    sought(words: string): string
  }
  readonly calendar: {
    readonly heading: string
    readonly previousMonth: string
    readonly nextMonth: string
    readonly year: string
    readonly month: string
    readonly wholeMonth: string
    readonly range: string
    readonly rangeHint: string
    readonly earlierDay: string
    readonly laterDay: string
    readonly none: string
    day(day: string, count: string): string
    monthOption(month: number): string
    yearOption(year: string): string
  }
  readonly categories: {
    readonly heading: string
    readonly search: string
    readonly nothing: string
    found(value: number): string
  }
  readonly article: {
    readonly source: string
    readonly older: string
    readonly newer: string
    readonly back: string
    readonly neighbours: string
    readonly pane: string
    readonly actions: string
    readonly largerText: string
    readonly textSize: string
    readonly share: string
    imageMissing(alt: string): string
  }
  readonly share: {
    readonly heading: string
    readonly system: string
    readonly shared: string
    readonly sheetRefused: string
    readonly copyLink: string
    readonly linkCopied: string
    readonly copyBoth: string
    readonly bothCopied: string
    readonly copyPassage: string
    readonly passageCopied: string
    readonly noPassage: string
    readonly copyByHand: string
    readonly targets: string
    readonly weibo: string
    readonly mail: string
    code(address: string): string
    readonly codeHint: string
    readonly poster: string
    readonly makePoster: string
    readonly posterReady: string
    readonly posterFailed: string
    posterOf(title: string): string
    readonly posterHint: string
    readonly savePoster: string
    readonly sharePoster: string
    /** On the poster, beside its code; and where the address is too long for one. */
    readonly invitation: string
    readonly invitationWithoutCode: string
  }
  readonly preferences: {
    readonly heading: string
    readonly theme: string
    readonly themes: Readonly<Record<'system' | 'light' | 'dark' | 'sepia', string>>
    readonly languageLabel: string
    readonly size: string
    readonly sizes: Readonly<Record<'small' | 'medium' | 'large' | 'huge', string>>
    readonly face: string
    readonly faces: Readonly<Record<'sans' | 'serif', string>>
  }
  readonly notices: Readonly<
    Record<
      | 'notFound'
      | 'noCategory'
      | 'empty'
      | 'notFoundHere'
      | 'notFoundAtAll'
      | 'noArticles'
      | 'noIndex'
      | 'offline'
      | 'damaged'
      | 'newer'
      | 'missing'
      | 'broken',
      Notice
    >
  > & { file(path: string): string }
  readonly keys: {
    readonly next: string
    readonly previous: string
    readonly open: string
    readonly back: string
    readonly older: string
    readonly newer: string
    readonly search: string
    readonly help: string
  }
}

/** What happened, in a sentence or two, and the one way on. */
export interface Notice {
  readonly title: string
  readonly text: string
  readonly action: string
}
