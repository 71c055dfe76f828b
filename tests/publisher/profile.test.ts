import { expect, it } from 'vitest'
import { noProfile, startProfile } from '../../src/publisher/profile.ts'

/** A profile by a clock that only `pass` moves. */
const start = () => {
  let time = 0
  const profile = startProfile(() => time)
  const pass = (milliseconds: number) => {
    time += milliseconds
    return 'done'
  }
  return { profile, pass }
}

it('adds up time, items and bytes by stage, in the order of their first time', () => {
  const { profile, pass } = start()
  expect(profile.timed('read', () => pass(10), 500)).toBe('done')
  profile.timed('parse', () => pass(20))
  profile.timed(
    'read',
    () => pass(5),
    (result) => result.length,
  )
  profile.add('write', 7, 3, 0)
  expect(profile.rows()).toEqual([
    { stage: 'read', milliseconds: 15, items: 2, bytes: 504 },
    { stage: 'parse', milliseconds: 20, items: 1, bytes: 0 },
    { stage: 'write', milliseconds: 7, items: 3, bytes: 0 },
  ])
})

it('gives the time of work within work to the inner stage alone', () => {
  const { profile, pass } = start()
  profile.timed('pack', () => {
    pass(1)
    profile.timed('write', () => {
      pass(10)
      profile.timed('find', () => pass(100))
    })
    profile.timed('write', () => pass(20))
    pass(2)
  })
  profile.timed('pack', () => pass(1000))
  const times = profile.rows().map(({ stage, milliseconds }) => [stage, milliseconds])
  expect(Object.fromEntries(times)).toEqual({ pack: 1003, write: 30, find: 100 })
})

it('counts work that throws, and lets it throw', () => {
  const { profile, pass } = start()
  const fail = (): never => {
    profile.timed('parse', () => pass(3))
    throw new Error('no post')
  }
  expect(() => profile.timed('read', fail, 9)).toThrow('no post')
  profile.timed('read', () => pass(4))
  expect(profile.rows()).toEqual([
    { stage: 'parse', milliseconds: 3, items: 1, bytes: 0 },
    { stage: 'read', milliseconds: 4, items: 2, bytes: 0 },
  ])
})

it('takes the rows of other threads as they are posted', () => {
  const { profile, pass } = start()
  const worker = start()
  profile.timed('read', () => pass(1), 10)
  worker.profile.timed('read', () => worker.pass(2), 20)
  worker.profile.timed('parse', () => worker.pass(3), 30)
  profile.addAll(structuredClone(worker.profile.rows()))
  profile.addAll([])
  expect(profile.rows()).toEqual([
    { stage: 'read', milliseconds: 3, items: 2, bytes: 30 },
    { stage: 'parse', milliseconds: 3, items: 1, bytes: 30 },
  ])
})

it('prints a table, aligned', () => {
  const { profile } = start()
  profile.add('find', 412, 0, 0)
  profile.add('read', 12_300, 100_000, 506_800_000)
  profile.add('sanitize', 47_288, 99_000, 450_000_000)
  profile.add('pack', 0, 10, 0)
  expect(profile.table()).toEqual([
    'stage     seconds  share  posts/s  MB/s',
    'find        0.412    1 %',
    'read         12.3   21 %    8,130  41.2',
    'sanitize     47.3   79 %    2,094  9.52',
    'pack        0.000    0 %',
    'all          60.0',
  ])
})

it('prints numbers when there are none', () => {
  expect(start().profile.table()).toEqual(['stage  seconds  share  posts/s  MB/s', 'all      0.000'])
})

it('does the work when nothing is measured, and keeps nothing', () => {
  expect(noProfile.timed('read', () => 42, 9)).toBe(42)
  noProfile.add('read', 1, 1, 1)
  noProfile.addAll([{ stage: 'read', milliseconds: 1, items: 1, bytes: 1 }])
  expect(noProfile.rows()).toEqual([])
  expect(noProfile.table()).toEqual([])
})
