import { expect, test } from 'vitest'
import { ReportQuery } from '../../functions/contract/report.ts'
import type { SnapshotBody } from '../../functions/domain/ledger/snapshot.ts'
import type { Books } from '../../functions/store/ports.ts'
import { keepVerdict, keptVerdict } from '../../functions/usecases/keep-verdicts.ts'
import { driveBooks } from './drive-books.ts'

const query = ReportQuery.parse({ metric: 'cpa' })

test('closing a month asks no report again, another setting or question does', async () => {
  const { books, change, agree, report } = await driveBooks()
  const bodyOf = async (number: number) => (await books.ledger.snapshot(number))?.body as SnapshotBody
  const said = await report()
  expect(said.snapshot.number).toBe(0)
  await agree(await change({ kind: 'close', months: ['2026-01'] }))
  await agree(
    await change({ kind: 'settings', dealCosts: { currency: 'USD', hours: 1, hourlyMinor: 1, otherMinor: 1 } }),
  )
  const [open, closed, costly] = await Promise.all([0, 1, 2].map(bodyOf))
  if (!open || !closed || !costly) throw new Error('a snapshot is missing')
  const told = keepVerdict(books, open, query, said)
  expect(keptVerdict(books, closed, query)).toEqual(told)
  expect(keptVerdict(books, costly, query)).toBeUndefined()
  expect(keptVerdict(books, closed, { ...query, overhead: 'full' })).toBeUndefined()
  expect(keptVerdict({} as Books, closed, query)).toBeUndefined()
  expect(told).toEqual({ verdict: said.comparison.verdict, currency: 'USD', tierRule: said.tierRule.sentence })
})
