import { expect, test } from 'vitest'
import { type Upload, UploadState } from '../../functions/contract/upload.ts'
import { announcedTenth, describeUpload, isInWork, progressOf } from '../../web/src/pages/uploads/describe-upload.ts'
import { presentWarnings } from '../../web/src/pages/uploads/present-warnings.ts'
import { toChanges } from '../../web/src/pages/uploads/to-changes.ts'

const progress = { bytes: 500_000, bytesTotal: 2_000_000, rows: 12_345, months: 0, monthsTotal: 0 }

test.each(UploadState.options)('%s is said in words, with what to do next', (state) => {
  const { title, advice } = describeUpload({ state, replacedBy: null })
  expect(title).not.toBe('')
  expect(advice).toMatch(/\.$/)
})

test('what this window sends is told apart from what another one left', () => {
  const receiving = { state: 'receiving' as const, replacedBy: null }
  const titles = (['queued', 'sending', 'broken', 'sent'] as const).map(
    (phase) => describeUpload(receiving, { phase }).title,
  )
  expect(new Set([...titles, describeUpload(receiving).title]).size).toBe(5)
})

test('a replaced upload says so', () => {
  const replacedBy = 'other' as NonNullable<Parameters<typeof describeUpload>[0]['replacedBy']>
  const titleOf = (replacement?: { state: UploadState }) =>
    describeUpload({ state: 'reverted', replacedBy }, undefined, replacement).title
  expect(titleOf({ state: 'committed' })).toContain('a newer file counts in its place')
  expect(titleOf({ state: 'reverted' })).toContain('neither counts')
  // Nothing is claimed before it is known.
  expect(titleOf()).toBe('Replaced by a newer file')
})

test('what a check warned of is said until the commit, what a step says of itself until the next one', () => {
  const warnings = ['creators-unknown', 'preview-changed', 'task-failed'].map((code) => ({
    code,
    message: '',
    rows: 0,
  }))
  const preview = 'x' as NonNullable<Upload['preview']>
  const codes = (state: UploadState, shown: Upload['preview']) =>
    presentWarnings({ state, warnings, preview: shown, previewAction: null }).map(({ code }) => code)
  expect(codes('ready', preview)).toEqual(['creators-unknown', 'preview-changed', 'task-failed'])
  expect(codes('committed', null)).toEqual(['task-failed'])
  expect(codes('committed', preview)).toEqual(['preview-changed', 'task-failed'])
})

test('bytes move while they arrive, rows while they are read, months while they are folded', () => {
  expect(progressOf({ state: 'receiving', progress })?.text).toBe('500 kB of 2 MB received')
  expect(progressOf({ state: 'receiving', progress }, { bytesSent: 1_000_000 })?.value).toBe(1_000_000)
  expect(progressOf({ state: 'checking', progress })?.text).toBe('12,345 rows read · 500 kB of 2 MB')
  const folding = { ...progress, bytes: 2_000_000, months: 3, monthsTotal: 6 }
  expect(progressOf({ state: 'checking', progress: folding })?.text).toBe('3 of 6 months · 12,345 rows')
  expect(progressOf({ state: 'committing', progress })?.value).toBeNull()
  expect(progressOf({ state: 'ready', progress })).toBeNull()
})

test('a bar never passes its end, and a file of no bytes has one', () => {
  expect(progressOf({ state: 'receiving', progress: { ...progress, bytesTotal: 0, bytes: 0 } })).toMatchObject({
    max: 1,
  })
  expect(progressOf({ state: 'receiving', progress }, { bytesSent: 9e9 })?.value).toBe(2_000_000)
})

test('a screen reader hears of tenths', () => {
  expect(announcedTenth({ value: 59, max: 100, text: '' })).toBe(50)
  expect(announcedTenth({ value: null, max: 1, text: '' })).toBeNull()
})

test('only what the service works on changes by itself', () => {
  expect(UploadState.options.filter((state) => isInWork({ state }))).toEqual(['checking', 'committing', 'reverting'])
})

test('what a preview changes is read from the two reports', () => {
  const report = (ledgerMinor: number, conversions: number) =>
    ({
      reconciliation: { ledgerMinor },
      tiers: { all: { revenueMinor: 0, conversions, impressions: 7 } },
    }) as unknown as Parameters<typeof toChanges>[0]
  expect(
    toChanges(report(100, 1), report(350, 4)).map(({ measure, before, after }) => [measure, before, after]),
  ).toEqual([
    ['spend', 100, 350],
    ['revenue', 0, 0],
    ['conversions', 1, 4],
    ['impressions', 7, 7],
  ])
})
