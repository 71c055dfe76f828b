/** The number that a scraped story bears, in the addresses of its source and in file names: its day and ten digits. */
export const STORY_ID = /(?<!\d)(\d{18})(?!\d)/

export const storyIdIn = (text: string): string | undefined => STORY_ID.exec(text)?.[1]
