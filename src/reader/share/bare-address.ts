import type { Site } from '../../archive/root.ts'

/** Where an article is found from anywhere: without a filter, a fragment or anything else of this reader's own. */
export const bareAddress = (permalink: string, site: Pick<Site, 'url' | 'baseurl'>): string =>
  site.url
    ? new URL(site.url + site.baseurl + permalink).href
    : new URL(import.meta.env.BASE_URL + permalink.slice(1), location.origin).href
