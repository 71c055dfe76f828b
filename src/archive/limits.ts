/** The format's limits; FORMAT.md gives each its reason. Bytes are of UTF-8. */

/** The version a reader must know to read an archive at all. */
export const FORMAT_VERSION = 1

/** `archive/root.json`, the only mutable file, whatever the archive's size. */
export const ROOT_BYTES = 16 * 1024

/** Newest headlines repeated in the root, so that the first view needs no second request. */
export const NEWEST_HEADLINES = 20

/** The newest headlines take at most this much of the root. */
export const NEWEST_BYTES = 9 * 1024

/** Newest months named in the root itself; older ones are found through the years. */
export const RECENT_MONTHS = 36

/** Largest categories repeated in the root, for the side bar. */
export const TOP_CATEGORIES = 12

/** Of these the first have feeds: a push writes the feeds of all that it touches. */
export const FOLLOWED_CATEGORIES = 6

/** Headlines in one page: what a list fetches at a time. */
export const PAGE_HEADLINES = 32

/** The usual pack size: a body pack is closed when it would pass it; one larger article stands alone in its pack. */
export const PACK_BYTES = 24 * 1024

/** The largest pack size that a writer may choose, for a host that counts files. */
export const MOST_PACK_BYTES = 1024 * 1024

/** Articles in one day shard; a busier day has several. */
export const DAY_ARTICLES = 4096

/** Posting entries in one postings shard of a month, on average; a busier month has several. */
export const POSTINGS_ENTRIES = 65_536

/** Categories in one part of the directory, as long as MAX_PARTS are enough. */
export const DIRECTORY_CATEGORIES = 2048

/** Entries (category and month) in one tally shard, on average, as long as MAX_PARTS are enough. */
export const TALLY_ENTRIES = 4096

/** Entries in one address shard, on average, as long as MAX_PARTS are enough. */
export const ADDRESS_ENTRIES = 1024

/** Parts of one kind that the root names. */
export const MAX_PARTS = 128

/** Characters of an excerpt. */
export const EXCERPT_LIMIT = 120

/** Segments of the search index: two for each doubling of the largest archives there could be. */
export const MAX_SEGMENTS = 64

/** A segment of so many articles or fewer has its table of packs in each of its buckets. */
export const ENCLOSED_TABLE = 256

/** A segment of so many articles or fewer has one table of packs, a larger one a table for each LARGE_TABLE. */
export const WHOLE_TABLE = 8192
export const LARGE_TABLE = 1024

/** Buckets of a segment. */
export const MAX_BUCKETS = 1 << 20
