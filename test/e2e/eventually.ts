import { expect } from 'vitest'

/** Expects of what is read again and again: a page draws when its answer is there, not when its address changes. */
export const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 30_000, interval: 50 })
