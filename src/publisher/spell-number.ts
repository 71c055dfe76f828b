/** `100,000`: the same on every machine, whatever its locale. */
export const spellCount = (count: number): string => Math.round(count).toLocaleString('en')

/** Three digits that count: `2,510`, `41.2`, `0.307`. More would be noise in anything measured. */
export const spellMeasure = (value: number): string => {
  // Rounded first, so that 9.999 does not become 10.00.
  const rounded = Number(value.toPrecision(3))
  if (rounded >= 100) return spellCount(value)
  return value.toFixed(rounded >= 10 ? 1 : rounded >= 1 ? 2 : 3)
}

/** `8 s`, `4 min 10 s`, `2 h 5 min`; in whole seconds, and never less than one. */
export const spellDuration = (milliseconds: number): string => {
  const seconds = Math.max(1, Math.round(milliseconds / 1000))
  const minutes = Math.floor(seconds / 60)
  if (minutes === 0) return `${seconds} s`
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`
  return `${spellCount(Math.floor(minutes / 60))} h ${minutes % 60} min`
}
