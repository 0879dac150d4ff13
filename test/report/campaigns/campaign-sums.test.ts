import { expect, test } from 'vitest'
import { collectCampaignSums } from '../../../functions/domain/report/campaigns/campaign-sums.ts'
import { foldFiles, followerFile, spendFile } from '../fold-files.ts'

const books = foldFiles([
  followerFile('@anna,,20000,', '@big,,900000,'),
  spendFile(
    '2026-03-02,Spring,@anna,instagram,70.00,USD',
    '2026-04-02,Spring,@anna,instagram,30.00,USD',
    '2026-03-02,Spring,@big,instagram,150.00,USD',
    '2026-03-02,Spring,,,11.00,USD',
  ),
])
const scoped = books.scoped()
if (!scoped) throw new Error('the files have rows')
const at = books.view.campaignAt(books.id('campaign', 'Spring')) ?? -1
const sumsOf = (tier: 'micro'[], dealCostMinor = 0) =>
  collectCampaignSums(books.view, { ...scoped, scope: { ...scoped.scope, dealCostMinor } }, { tier }).get(at)

test('costs that are in no ledger have no status: each deal’s once, and apart', () => {
  expect(sumsOf([], 500)).toMatchObject({ addedMinor: 1000, statuses: { unstatedMinor: 26100, paidMinor: 0 } })
  expect(sumsOf([])).toMatchObject({ addedMinor: 0, statuses: { unstatedMinor: 26100 } })
})

test('a tier filter leaves out creators of others, not the overhead', () => {
  expect(sumsOf(['micro'])?.statuses.unstatedMinor).toBe(11100)
})
