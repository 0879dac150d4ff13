import { describe, expect, test } from 'vitest'
import type { BooksEdit, Closing } from '../../functions/contract/books-change.ts'
import type { PinnedTotals, TierTotals } from '../../functions/contract/month-change.ts'
import type { Upload } from '../../functions/contract/upload.ts'
import { describeEdit } from '../../web/src/pages/closing/describe-edit.ts'
import { sayClosing } from '../../web/src/pages/closing/say-closing.ts'
import { sayMonths } from '../../web/src/pages/closing/say-months.ts'
import { sayWhoCommits } from '../../web/src/pages/closing/say-who-commits.ts'
import { toRestatedRows } from '../../web/src/pages/closing/to-restated-rows.ts'
import { presentWarnings } from '../../web/src/pages/uploads/present-warnings.ts'
import { sayWhoAgrees } from '../../web/src/pages/uploads/say-who-agrees.ts'

const edit = (value: unknown) => describeEdit(value as BooksEdit)

test.each([
  [{ kind: 'close', months: ['2026-02', '2026-01'] }, 'Close Jan 2026, Feb 2026'],
  [{ kind: 'reopen', months: ['2026-01'] }, 'Open Jan 2026 again'],
  [{ kind: 'currency', currency: 'EUR' }, 'Report in EUR'],
  [{ kind: 'settings', bands: { microFrom: 1000, microTo: 50_000 } }, 'Micro from 1,000 to 50,000 followers'],
  [{ kind: 'settings', objective: 'sales', fourEyes: true }, 'Objective: Sales; Require two people'],
  [{ kind: 'settings', fourEyes: false }, 'Require one person only'],
])('an edit is told in words: %j', (value, text) => {
  expect(edit(value)).toBe(text)
})

test('of many months the first and the last are named', () => {
  expect(sayMonths(['2026-05', '2026-01', '2026-02', '2026-03', '2026-04', '2026-04'])).toBe(
    '5 months, Jan 2026 to May 2026',
  )
})

const noTotals: TierTotals = {
  creators: 0,
  campaigns: 0,
  posts: 0,
  spendMinor: 0,
  impressions: 0,
  reach: 0,
  engagements: 0,
  clicks: 0,
  conversions: 0,
  revenueMinor: 0,
  grossProfitMinor: 0,
  followers: 0,
}

function pinned(micro: Partial<TierTotals>, other: Partial<PinnedTotals> = {}): PinnedTotals {
  const totals = { ...noTotals, ...micro }
  const tiers = { nano: noTotals, micro: totals, macro: noTotals, unknown: noTotals, all: totals }
  return { currency: 'USD', overheadMinor: 0, tiers, ...other }
}

describe('a closed month that would say something else', () => {
  const month = '2026-01'

  test('tells each total that differs, before and after', () => {
    const before = pinned({ spendMinor: 1000, posts: 2, grossProfitMinor: null })
    const after = pinned({ spendMinor: 1500, posts: 3, grossProfitMinor: 250 }, { overheadMinor: 700 })
    expect(toRestatedRows({ month, before, after })).toEqual([
      { month, tier: 'Micro', figure: 'Posts', before: '2', after: '3' },
      { month, tier: 'Micro', figure: 'Spend', before: '$10.00', after: '$15.00' },
      { month, tier: 'Micro', figure: 'Gross profit', before: 'unknown', after: '$2.50' },
      { month, tier: 'Overhead', figure: 'Spend', before: '$0.00', after: '$7.00' },
    ])
  })

  test('in another currency tells what is not nothing', () => {
    const after = pinned({ spendMinor: 1000 }, { currency: 'EUR' })
    expect(toRestatedRows({ month, before: pinned({ spendMinor: 1000 }), after })).toEqual([
      { month, tier: 'Micro', figure: 'Spend', before: '$10.00', after: '€10.00' },
    ])
  })

  test('whose totals stay says so', () => {
    const same = pinned({ spendMinor: 1000 })
    expect(toRestatedRows({ month, before: same, after: same })).toMatchObject([
      { tier: 'All', before: '$10.00', after: '$10.00' },
    ])
  })
})

test('a month tells who closed, changed and opened it, and why', () => {
  const mark = { snapshot: 3, at: '2026-02-01T12:00:00.000Z', by: 'ann', reason: null }
  const closing = {
    month: '2026-01',
    closed: mark,
    reopened: { ...mark, by: 'ben', reason: 'Late invoice' },
    restated: { ...mark, by: 'cem', reason: null, times: 2 },
  } as Closing
  expect(sayClosing(closing)).toEqual([
    expect.stringMatching(/^Closed on 1 Feb 2026, .* by ann\.$/),
    expect.stringMatching(/^Opened again on 1 Feb 2026, .* by ben: Late invoice$/),
    expect.stringMatching(/^Changed 2 times, last on 1 Feb 2026, .* by cem: no reason$/),
  ])
})

describe('who commits', () => {
  const admin = { name: 'ann', role: 'admin' } as const
  const finance = { name: 'ben', role: 'finance' } as const

  test.each([
    { session: finance, fourEyes: false, preparedBy: [], text: /An admin has to commit it/ },
    { session: admin, fourEyes: true, preparedBy: ['ann'], text: /another admin has to commit it/ },
    { session: admin, fourEyes: true, preparedBy: ['ben'], text: null },
    { session: admin, fourEyes: false, preparedBy: ['ann'], text: null },
  ])('a change: $session.role, two people $fourEyes, prepared by $preparedBy', ({ text, ...asked }) => {
    const said = sayWhoCommits({ ...asked, needsAdmin: true })
    if (text === null) expect(said).toBeNull()
    else expect(said).toMatch(text)
  })

  const upload = (fields: Partial<Upload>) =>
    ({
      preview: 'p',
      restated: [],
      state: 'ready',
      sample: false,
      createdBy: 'ben',
      stagedBy: 'ann',
      ...fields,
    }) as unknown as Upload

  test('finance does not change a closed month, an admin does', () => {
    const restating = upload({ restated: ['2026-01'] })
    expect(sayWhoAgrees(restating, { session: finance, fourEyes: false })).toMatch(/^Ask an admin/)
    expect(sayWhoAgrees(restating, { session: admin, fourEyes: false })).toBeNull()
  })

  test('where two people are required, neither who uploaded a file nor who had it checked commits it', () => {
    for (const session of [finance, admin])
      expect(sayWhoAgrees(upload({}), { session, fourEyes: true })).toMatch(/another member/)
    const third = { name: 'cem', role: 'finance' } as const
    expect(sayWhoAgrees(upload({}), { session: third, fourEyes: true })).toBeNull()
  })

  test('of a revert it is who asked for its preview; sample data are nobody’s', () => {
    const revert = upload({ state: 'committed' })
    expect(sayWhoAgrees(revert, { session: finance, fourEyes: true })).toBeNull()
    expect(sayWhoAgrees(revert, { session: admin, fourEyes: true })).not.toBeNull()
    expect(sayWhoAgrees(upload({ sample: true }), { session: admin, fourEyes: true })).toBeNull()
  })
})

test('what is refused for closed months stays to be read while its preview is there', () => {
  const warnings = ['closed-months', 'commit-refused'].map((code) => ({ code, message: '', rows: 0 }))
  const shown = (preview: string | null) =>
    presentWarnings({ state: 'committed', warnings, preview, previewAction: 'revert' } as Upload).length
  expect(shown('p')).toBe(2)
  expect(shown(null)).toBe(0)
})
