import { expect, test } from 'vitest'
import { measureStanding } from '../../functions/domain/matching/measure-standing.ts'
import { aliasesOf, matchFiles, resultsOf, spendOf } from './match-files.ts'

const files = [spendOf(['Anna Smith Ltd'], ['Bob', { amount: '50.00' }]), resultsOf(['@anna'], ['Carl'])]

test('unmatched spend, spend without results and results without spend are the report’s', () => {
  const { parties, report } = matchFiles(files)
  const standing = measureStanding(parties)
  const { reconciliation, coverage } = report()
  expect(standing.unmatched).toEqual({ amountMinor: reconciliation.unmatchedMinor, names: 2 })
  expect(standing.withoutResults).toEqual({ amountMinor: 15_000, names: coverage.withoutResults })
  expect(standing.withoutSpend).toEqual({ amountMinor: 2000, names: coverage.gifted })
})

test('an alias moves what it should, and not a cent more', () => {
  const { parties, report } = matchFiles([...files, aliasesOf('creator,Anna Smith Ltd,@anna')])
  expect(measureStanding(parties)).toEqual({
    unmatched: { amountMinor: 5000, names: 1 },
    withoutResults: { amountMinor: 5000, names: 1 },
    withoutSpend: { amountMinor: 1000, names: 1 },
  })
  expect(report().reconciliation.unmatchedMinor).toBe(5000)
})

test('of campaigns, spend that the campaigns file does not know is unmatched', () => {
  const campaigns = { kind: 'campaigns' as const, file: 'campaign,brand\nSpring,North' }
  const spend = spendOf(['a'], ['a', { campaign: 'Autumn', amount: '7.00' }])
  const { parties } = matchFiles([campaigns, spend], 'campaign')
  expect(measureStanding(parties).unmatched).toEqual({ amountMinor: 700, names: 1 })
})
