import { encode } from 'uqr'

/** A QR code: `size` modules each way, with the quiet zone of four that the standard asks for (ISO/IEC 18004). */
export interface QrCode {
  readonly size: number
  /** The dark modules, row by row, runs of them in one: `x`, `y` and `width` in modules. */
  readonly runs: readonly { readonly x: number; readonly y: number; readonly width: number }[]
}

const QUIET = 4

/** The code of an address, at error level M; nothing for one that is too long for any code (2,331 bytes). */
export const qrCodeOf = (address: string): QrCode | undefined => {
  // The encoder would make long work of what it must refuse in the end.
  if (new TextEncoder().encode(address).length > 2331) return undefined
  const { size, data } = encode(address, { ecc: 'M', boostEcc: false, border: QUIET })
  const runs = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => {
      if (!isDark || row[x - 1]) return []
      const end = row.indexOf(false, x)
      return [{ x, y, width: (end < 0 ? row.length : end) - x }]
    }),
  )
  return { size, runs }
}
