import type { Messages } from './messages.ts'

const count = (value: number): string => value.toLocaleString('en')
const plural = (value: number, one: string, many: string): string =>
  `${count(value)} ${value === 1 ? one : many}`

export const en: Messages = {
  numbers: {
    count,
    articles: (value) => plural(value, 'story', 'stories'),
    articlesAtLeast: (value) => `at least ${plural(value, 'story', 'stories')}`,
  },
  days: {
    undated: 'Undated',
    range: (from, to) => `${from} – ${to}`,
    since: (from) => `since ${from}`,
    until: (to) => `until ${to}`,
  },
  frame: {
    skip: 'Skip to content',
    lastUpdate: (moment) => `Updated ${moment}`,
    filters: 'Filters',
    openFilters: 'Open filters',
    showResults: 'Show results',
    close: 'Close',
    keys: 'Keyboard',
    pages: 'Pages of this site',
  },
  list: {
    label: 'News',
    ended: (value) => `That is all: ${plural(value, 'story', 'stories')}`,
    reading: 'Reading…',
    openHint: 'Pick a story to read it here',
    opened: (title) => `Opened: ${title}`,
    counted: (total) => total,
  },
  tokens: {
    label: 'Filters in force',
    remove: (name) => `Remove filter ${name}`,
    clear: 'Clear all',
  },
  calendar: {
    heading: 'Calendar',
    previousMonth: 'Previous month',
    nextMonth: 'Next month',
    year: 'Year',
    month: 'Month',
    wholeMonth: 'Month',
    range: 'Range',
    rangeHint: 'Pick first and last day',
    earlierDay: 'Earlier',
    laterDay: 'Later',
    none: 'no stories',
    day: (day, articles) => `${day}, ${articles}`,
    monthOption: (month) => MONTHS[month - 1] ?? String(month),
    yearOption: (year) => year,
  },
  categories: {
    heading: 'Categories',
    search: 'Find a category',
    nothing: 'No such category',
    found: (value) => `${plural(value, 'category', 'categories')} found`,
  },
  article: {
    source: 'Source',
    older: 'Older',
    newer: 'Newer',
    back: 'Back to the list',
    neighbours: 'Older and newer stories',
    pane: 'Story',
    actions: 'Story actions',
    largerText: 'Change text size',
    textSize: 'Size',
    share: 'Share',
    shared: 'Shared',
    copied: 'Link copied',
    copyByHand: 'Copy this link',
    imageMissing: (alt) => (alt ? `Picture not available: ${alt}` : 'Picture not available'),
  },
  preferences: {
    heading: 'Settings',
    theme: 'Theme',
    themes: { system: 'System', light: 'Light', dark: 'Dark', sepia: 'Sepia' },
    languageLabel: 'Language',
    size: 'Text size',
    sizes: { small: 'Small', medium: 'Normal', large: 'Large', huge: 'Huge' },
    face: 'Story typeface',
    faces: { sans: 'Sans', serif: 'Serif' },
  },
  notices: {
    notFound: {
      title: 'No such story',
      text: 'There is no story at this address. The link may be incomplete.',
      action: 'See the latest news',
    },
    noCategory: {
      title: 'No such category',
      text: 'There is no category at this address. It may have been renamed.',
      action: 'See all news',
    },
    empty: {
      title: 'Nothing matches',
      text: 'No story passes these filters. Take one off, or clear them all.',
      action: 'Clear all filters',
    },
    noArticles: {
      title: 'No stories yet',
      text: 'Nothing has been published on this site so far. Come back later.',
      action: 'Reload',
    },
    offline: {
      title: 'No connection',
      text: 'The news could not be read. Check your connection and try again.',
      action: 'Try again',
    },
    damaged: {
      title: 'A file cannot be read',
      text: 'One data file of this site is missing or damaged. The rest is not affected.',
      action: 'Try again',
    },
    newer: {
      title: 'This site has been updated',
      text: 'Its data is newer than this page. Reload to read on.',
      action: 'Reload',
    },
    missing: {
      title: 'No news here yet',
      text: 'No published data was found. The site may be publishing right now.',
      action: 'Try again',
    },
    broken: {
      title: 'This page failed',
      text: 'Something unexpected happened while showing it. Reloading usually helps.',
      action: 'Reload',
    },
    file: (path) => `File: ${path}`,
  },
  keys: {
    next: 'Next headline',
    previous: 'Previous headline',
    open: 'Open the story',
    back: 'Back to the list',
    older: 'Read the older story',
    newer: 'Read the newer story',
    help: 'Show this help',
  },
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)
