import { matching } from './check.ts'

/** The digits of base 32, each five bits: of names and of fingerprints. */
export const BASE_32 = 'abcdefghijklmnopqrstuvwxyz234567'
export const DIGIT_BITS = 5

/** Digits of a name. */
export const NAME_LENGTH = 12

/** The name of an immutable shard: the first 60 bits of the SHA-256 of its bytes, in base 32. */
export const aName = matching(/^[a-z2-7]{12}$/, 'a shard name')
