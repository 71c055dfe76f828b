/** Writes numbers bit by bit, the lowest bit of a byte first. */
export class BitWriter {
  #bytes = new Uint8Array(32_768)
  #end = 0
  #pending = 0
  #bits = 0

  /** The lowest `width` bits of a number; at most 24. */
  put(value: number, width: number): void {
    this.#pending |= value << this.#bits
    this.#bits += width
    while (this.#bits >= 8) this.#flush()
  }

  /** Ones, a zero behind them, and the lowest `width` bits of a number, at most 24. */
  putOnes(count: number, value = 0, width = 0): void {
    let left = count
    for (; left >= 16; left -= 16) this.put(0xffff, 16)
    const ones = (1 << left) - 1
    // Mostly all of it fits: then it is put at once.
    if (left + 1 + width <= 24) this.put(ones | (value << (left + 1)), left + 1 + width)
    else {
      this.put(ones, left + 1)
      this.put(value, width)
    }
  }

  /** Seven bits at a time, the lowest first, each group but the last with a one behind it. */
  putNumber(value: number): void {
    let rest = value
    while (rest > 127) {
      this.put((rest & 127) | 128, 8)
      rest >>>= 7
    }
    this.put(rest, 8)
  }

  /** A number from 1, the shorter the smaller (Elias gamma): as many ones as bits follow its highest, a zero, those bits. */
  putCount(value: number): void {
    const low = 31 - Math.clz32(value)
    this.putOnes(low, value & ((1 << low) - 1), low)
  }

  /** Goes on with a whole byte. */
  align(): void {
    if (this.#bits > 0) {
      this.#bits = 8
      this.#flush()
    }
  }

  /** Begins again: what was written is gone. */
  clear(): void {
    this.#end = 0
    this.#pending = 0
    this.#bits = 0
  }

  /** What was written, as whole bytes, as long as nothing else is. */
  bytes(): Uint8Array {
    this.align()
    return this.#bytes.subarray(0, this.#end)
  }

  #flush(): void {
    if (this.#end === this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#end)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#bytes[this.#end++] = this.#pending & 255
    this.#pending >>>= 8
    this.#bits -= 8
  }
}

/** Reads what a BitWriter wrote. @throws RangeError at the end of the bytes, and for a number without end. */
export class BitReader {
  readonly #bytes: Uint8Array
  #bit = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get isAtEnd(): boolean {
    return this.#bit >= this.#bytes.length * 8
  }

  get bitsLeft(): number {
    return this.#bytes.length * 8 - this.#bit
  }

  /** A number of `width` bits; at most 24. */
  take(width: number): number {
    let value = 0
    for (let got = 0; got < width; ) {
      const byte = this.#bytes[this.#bit >> 3]
      if (byte === undefined) throw new RangeError('the bytes end too soon')
      const at = this.#bit & 7
      const taken = Math.min(8 - at, width - got)
      value |= ((byte >> at) & ((1 << taken) - 1)) << got
      got += taken
      this.#bit += taken
    }
    return value
  }

  /** How many ones stand before the next zero. */
  takeOnes(): number {
    let count = 0
    while (this.take(1) === 1) count++
    return count
  }

  /** A number from 1, as putCount writes it. */
  takeCount(): number {
    const low = this.takeOnes()
    if (low > 24) throw new RangeError('a number has no end')
    return 2 ** low + this.take(low)
  }

  takeNumber(): number {
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const group = this.take(8)
      value += (group & 127) * 2 ** shift
      if (group < 128) return value
    }
    throw new RangeError('a number has no end')
  }

  align(): void {
    this.#bit = (this.#bit + 7) & ~7
  }
}
