import type { Day } from '../../archive/day.ts'

/** Steps of the heat map above nothing at all. */
export const HEAT_STEPS = 5

/** 0 for no articles, else 1 to HEAT_STEPS by share of the busiest day. */
export const heatOf = (count: number, busiest: number): number =>
  count <= 0 ? 0 : Math.max(1, Math.ceil((HEAT_STEPS * count) / busiest))

export const busiestOf = (counts: ReadonlyMap<Day, number>): number => Math.max(0, ...counts.values())
