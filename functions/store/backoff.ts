import { setTimeout as sleep } from 'node:timers/promises'

export type Backoff = { sleep: (ms: number) => Promise<unknown>; random: () => number }

export const realBackoff: Backoff = { sleep: (ms) => sleep(ms), random: Math.random }

/** Attempts after which a retried request is given up: about fifteen seconds. */
export const attemptsMax = 12

/** Full jitter: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ */
export async function pause(backoff: Backoff, attempt: number): Promise<void> {
  await backoff.sleep(Math.ceil(backoff.random() * Math.min(3000, 25 * 2 ** attempt)))
}
