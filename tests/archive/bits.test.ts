import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BitReader, BitWriter } from '../../src/archive/bits.ts'

type Step =
  | { readonly kind: 'bits'; readonly value: number; readonly width: number }
  | { readonly kind: 'ones' | 'number' | 'count'; readonly value: number }
  | { readonly kind: 'align' }

const aStep: fc.Arbitrary<Step> = fc.oneof(
  fc.integer({ min: 0, max: 24 }).chain((width) =>
    fc.record({
      kind: fc.constant('bits' as const),
      value: fc.nat(2 ** width - 1),
      width: fc.constant(width),
    }),
  ),
  fc.record({ kind: fc.constant('ones' as const), value: fc.nat(100) }),
  fc.record({ kind: fc.constant('number' as const), value: fc.nat(2 ** 30) }),
  fc.record({ kind: fc.constant('count' as const), value: fc.integer({ min: 1, max: 2 ** 25 - 1 }) }),
  fc.record({ kind: fc.constant('align' as const) }),
)

const write = (writer: BitWriter, step: Step): void => {
  if (step.kind === 'align') writer.align()
  else if (step.kind === 'bits') writer.put(step.value, step.width)
  else if (step.kind === 'ones') writer.putOnes(step.value)
  else if (step.kind === 'count') writer.putCount(step.value)
  else writer.putNumber(step.value)
}

const read = (reader: BitReader, step: Step): number | undefined => {
  if (step.kind === 'align') {
    reader.align()
    return undefined
  }
  if (step.kind === 'bits') return reader.take(step.width)
  if (step.kind === 'count') return reader.takeCount()
  return step.kind === 'ones' ? reader.takeOnes() : reader.takeNumber()
}

describe('bits', () => {
  it('are read as they were written, and then there are none', () => {
    const writer = new BitWriter()
    fc.assert(
      fc.property(fc.array(aStep), (steps) => {
        writer.clear()
        for (const step of steps) write(writer, step)
        const reader = new BitReader(writer.bytes())
        for (const step of steps) expect(read(reader, step)).toBe('value' in step ? step.value : undefined)
        reader.align()
        expect(reader.isAtEnd).toBe(true)
        expect(() => reader.take(1)).toThrow(RangeError)
      }),
    )
  })

  it('may be many', () => {
    const writer = new BitWriter()
    for (let value = 0; value < 100_000; value++) writer.put(value, 17)
    const reader = new BitReader(writer.bytes())
    for (let value = 0; value < 100_000; value++)
      if (reader.take(17) !== value) expect.fail(`value ${value} is another`)
    expect(reader.isAtEnd).toBe(true)
  })

  it('are gone when the writer begins again', () => {
    const writer = new BitWriter()
    writer.putNumber(5)
    expect([...writer.bytes()]).toEqual([5])
    writer.clear()
    writer.putNumber(300)
    expect([...writer.bytes()]).toEqual([0xac, 2])
  })

  it.each([
    ['the lowest first', (writer: BitWriter) => writer.put(0b101, 3), [0b101]],
    ['ones with a zero behind', (writer: BitWriter) => writer.putOnes(3), [0b0111]],
    ['a count of one in a bit', (writer: BitWriter) => writer.putCount(1), [0]],
    ['a count by its length, then its lower bits', (writer: BitWriter) => writer.putCount(6), [0b10011]],
    ['no ones at all', (writer: BitWriter) => writer.putOnes(0), [0]],
    ['sixteen ones', (writer: BitWriter) => writer.putOnes(16), [255, 255, 0]],
  ])('are laid down %s', (_, put, bytes) => {
    const writer = new BitWriter()
    put(writer)
    expect([...writer.bytes()]).toEqual(bytes)
  })

  it.each([
    ['that ends in ones', (reader: BitReader) => reader.takeOnes(), [255, 255]],
    ['that ends within a number', (reader: BitReader) => reader.takeNumber(), [128, 128]],
    ['whose number has no end', (reader: BitReader) => reader.takeNumber(), [128, 128, 128, 128, 128, 1]],
    ['whose count has no end', (reader: BitReader) => reader.takeCount(), [255, 255, 255, 255, 0, 0, 0, 0]],
    ['that is too short', (reader: BitReader) => reader.take(9), [1]],
  ])('are refused in what %s', (_, take, bytes) => {
    expect(() => take(new BitReader(Uint8Array.from(bytes)))).toThrow(RangeError)
  })
})
