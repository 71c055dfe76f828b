import type { Page } from 'playwright-core'

/** Lets a page stand as it was printed: its scripts wait until they are let go. */
export const holdScripts = async (page: Page): Promise<{ letGo: () => void }> => {
  let letGo = () => {}
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(/\/app\/.*\.js$/, async (route) => {
    await gate
    await route.continue().catch(() => undefined) // the page was closed while it waited
  })
  return { letGo }
}

/** Waits until the reader has taken the page over, and the root has been read. */
export const takenOver = async (page: Page): Promise<void> => {
  await page.locator('.frame:not(.frame-printed)').waitFor()
  // What only the root can tell: the count of a list, what is beside an article.
  await page
    .locator('.neighbours a, .tokens [role="status"]:not(:empty)')
    .first()
    .waitFor({ state: 'attached' })
}

/** Adds up from now on how far things are moved about that a reader sees: `shift` tells, from nought. */
export const watchShifts = async (page: Page): Promise<{ shift: () => Promise<number> }> => {
  await page.addInitScript(() => {
    const watched = window as unknown as { shifts: number[] }
    watched.shifts = []
    new PerformanceObserver((entries) => {
      for (const entry of entries.getEntries() as (PerformanceEntry & { value: number })[])
        watched.shifts.push(entry.value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const shift = () =>
    page.evaluate(() => {
      const { shifts } = window as unknown as { shifts: number[] }
      return shifts.reduce((total, each) => total + each, 0)
    })
  return { shift }
}
