import { expect, test } from 'vitest'
import type { TargetCount } from '../../functions/contract/report.ts'
import { sayTargets } from '../../web/src/format/say-targets.ts'

const say = (count: Partial<TargetCount>) =>
  sayTargets(
    { currency: 'USD' as never, targets: [{ metric: 'cpa', met: 0, missed: 0, unknown: 0, point: null, ...count }] },
    'cpa',
  )

test.each([
  [
    { met: 1, point: 4500 },
    { text: 'Target $45.00: reached', tone: 'good' },
  ],
  [
    { missed: 1, point: 4500 },
    { text: 'Target $45.00: missed', tone: 'bad' },
  ],
  [
    { unknown: 1, point: 4500 },
    { text: 'Target $45.00: no figure to hold against it', tone: undefined },
  ],
  [{ unknown: 1 }, { text: 'The target is in another currency', tone: undefined }],
  [
    { met: 2, missed: 1, point: 4500 },
    { text: 'Target $45.00: 2 of 3 campaigns reach it', tone: undefined },
  ],
  [
    { met: 2, missed: 1 },
    { text: '2 of 3 campaigns reach their target', tone: undefined },
  ],
  [
    { met: 2, missed: 1, unknown: 4 },
    { text: '2 of 3 campaigns reach their target; 4 cannot be held against it', tone: undefined },
  ],
  [{ unknown: 2 }, { text: '2 campaigns have targets, none a figure to hold against it', tone: undefined }],
] as const)('of %o it says %o', (count, note) => {
  expect(say(count)).toEqual(note)
})

test('without a target of that metric there is nothing to say', () => {
  expect(sayTargets({ currency: 'USD' as never, targets: [] }, 'cpa')).toBeNull()
})
