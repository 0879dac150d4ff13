/** Runs a thing once its input has settled, or at once where that is asked for. */
export type Settled<T> = {
  /** Takes a value, and runs with the last one once nothing followed it for a while. */
  take: (value: T) => void
  /** Runs with what was taken and has not been run yet. */
  now: () => void
  /** Forgets what was taken. */
  drop: () => void
}

export type Clock = {
  after: (ms: number, run: () => void) => number
  cancel: (timer: number) => void
}

const windowClock: Clock = {
  after: (ms, run) => Number(setTimeout(run, ms)),
  cancel: (timer) => clearTimeout(timer),
}

export function settled<T>(ms: number, run: (value: T) => void, clock: Clock = windowClock): Settled<T> {
  let waiting: { value: T; timer: number } | null = null
  const drop = () => {
    if (waiting) clock.cancel(waiting.timer)
    waiting = null
  }
  const now = () => {
    const last = waiting
    drop()
    if (last) run(last.value)
  }
  const take = (value: T) => {
    drop()
    waiting = { value, timer: clock.after(ms, now) }
  }
  return { take, now, drop }
}
