import { expect, test } from 'vitest'
import { type Clock, settled } from '../../web/src/state/settled.ts'

/** A clock that stands still until it is moved. */
function handClock(): Clock & { pass: (ms: number) => void } {
  let now = 0
  let timers = 0
  const waiting = new Map<number, { at: number; run: () => void }>()
  return {
    after(ms, run) {
      waiting.set(++timers, { at: now + ms, run })
      return timers
    },
    cancel: (timer) => void waiting.delete(timer),
    pass(ms) {
      now += ms
      for (const [timer, { at, run }] of [...waiting]) {
        if (at > now) continue
        waiting.delete(timer)
        run()
      }
    },
  }
}

function typing() {
  const told: string[] = []
  const clock = handClock()
  return { told, clock, ...settled<string>(250, (text) => told.push(text), clock) }
}

test('of many keys only the last text is told, once none followed for a while', () => {
  const { told, clock, take } = typing()
  for (const text of ['s', 'sp', 'spe']) {
    take(text)
    clock.pass(249)
  }
  expect(told).toEqual([])
  clock.pass(1)
  expect(told).toEqual(['spe'])
  clock.pass(1000)
  expect(told).toEqual(['spe'])
})

test('asked for at once it is told at once, and not again', () => {
  const { told, clock, take, now } = typing()
  take('spend')
  now()
  now()
  clock.pass(1000)
  expect(told).toEqual(['spend'])
})

test('what is dropped is never told', () => {
  const { told, clock, take, drop, now } = typing()
  take('spend')
  drop()
  now()
  clock.pass(1000)
  expect(told).toEqual([])
})
