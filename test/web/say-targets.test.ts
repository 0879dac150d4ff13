import { expect, test } from 'vitest'
import type { Report, TargetCount } from '../../functions/contract/report.ts'
import { sayTargets } from '../../web/src/format/say-targets.ts'

function say(count: Partial<TargetCount> | null, campaigns = 3) {
  const targets = count ? [{ metric: 'cpa', met: 0, missed: 0, unknown: 0, point: null, ...count }] : []
  return sayTargets({ currency: 'USD', targets, tiers: { all: { campaigns } } } as unknown as Report, 'cpa')
}

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
] as const)('of one campaign with %o it says %o', (count, note) => {
  expect(say(count, 1)).toEqual(note)
})

test.each([
  [{ met: 2, missed: 1, point: 4500 }, 'Target $45.00: 2 of 3 campaigns reach it'],
  [{ met: 2, missed: 1 }, '2 of 3 campaigns reach their target'],
  [{ met: 2, missed: 1, unknown: 4 }, '2 of 3 campaigns reach their target; 4 cannot be held against it'],
  [{ unknown: 2 }, 'Campaigns with a target: 2, none with a figure to hold against it'],
  [{ met: 1, point: 4500 }, 'The one campaign with a target reaches it'],
  [{ missed: 1, point: 4500 }, 'The one campaign with a target misses it'],
] as const)('of several campaigns with %o it says %s', (count, text) => {
  expect(say(count)).toEqual({ text, tone: undefined })
})

test('without a target of that metric there is nothing to say', () => {
  expect(say(null)).toBeNull()
})
