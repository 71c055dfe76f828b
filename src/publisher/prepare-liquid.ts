import type { Note } from './problems.ts'
import type { SiteConfig } from './stages/read-config.ts'
import { readIncludes } from './stages/read-includes.ts'
import type { RenderLiquid } from './stages/render-liquid/liquid-engine.ts'

/** What renders the Liquid of bodies, for a site that asks for it; others do not even load the engine. */
export const prepareLiquid = async (
  folder: string,
  { liquid, site }: SiteConfig,
  note: Note,
): Promise<RenderLiquid | undefined> => {
  if (!liquid) return undefined
  const { liquidFor } = await import('./stages/render-liquid/liquid-engine.ts')
  return liquidFor(site, readIncludes(folder, note))
}
