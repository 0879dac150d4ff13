import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Books } from '../../functions/store/ports.ts'
import { sweepStagings } from '../../functions/usecases/sweep-stagings.ts'
import { verifyBooks } from '../../functions/usecases/verify-books.ts'
import { commitFile, emptyFile, type History, now, openHistory, play, steps } from '../support/history.ts'
import { bothReports, everything, modelQuery, nonZero, statedTotals } from '../support/history-compare.ts'
import { memoryBooks } from '../support/history-memory-books.ts'
import { expectedOrder, modelOf, snapshotOf } from '../support/history-model.ts'
import { creators, day } from '../support/history-rows.ts'
import { runs } from '../support/history-runs.ts'
import { resultFile, spendFile } from '../support/history-scenes.ts'
import type { ModelQuery } from '../support/model-report.ts'
import { openTestBooks } from '../support/table.ts'

async function expectModel(history: History, queries: readonly ModelQuery[]): Promise<void> {
  const head = (await history.books.ledger.head())?.snapshot ?? 0
  for (let number = 1; number <= head; number++) {
    const { body } = await snapshotOf(history, number)
    expect(body.uploads.map(({ id }) => id)).toEqual(await expectedOrder(history, number))
    const model = await modelOf(history, number)
    expect(await statedTotals(history, number)).toEqual(nonZero(model.totals))
    for (const query of [everything, { ...everything, overhead: 'spread' as const }, ...queries]) {
      const both = await bothReports(history, model, query, number)
      expect(both.report).toEqual(both.model)
    }
  }
}

const histories = (open: () => Promise<Books>) =>
  fc.asyncProperty(steps(), fc.array(modelQuery, { minLength: 2, maxLength: 4 }), async (course, queries) => {
    const history = await openHistory(await open())
    await play(history, course)
    expect(history.failures).toEqual([])
    await expectModel(history, queries)
    expect((await verifyBooks({ books: history.books })).findings).toEqual([])
    await sweepStagings({ books: history.books, now })
    await expectModel(history, queries)
  })

test('any history answers as a reading of all listed rows at once', async () => {
  await fc.assert(
    histories(async () => memoryBooks().books),
    runs(35),
  )
})

test('a cent of overhead that can go either way goes as the model says', async () => {
  const counts = [5000, 500_000, 500].map((followers, i) => ({ creator: creators[i] as string, followers }))
  const rest = { platform: 'ig', day: null, niche: null, region: null }
  const direct = counts.map(({ creator }) => ({ creator, currency: 'USD', amount: 100 }))
  const history = await openHistory(memoryBooks().books)
  await commitFile(history, { ...emptyFile('creators'), creators: counts.map((count) => ({ ...rest, ...count })) })
  await commitFile(history, spendFile([...direct, { creator: '', currency: 'USD', amount: 101 }]))
  await commitFile(history, spendFile([...direct.slice(0, 2), { creator: '', currency: 'USD', amount: -33 }]))
  await expectModel(history, [])
})

test('a row without figures tells when its post was published, until a later file corrects it', async () => {
  const [january, february] = [day('2026-01-05'), day('2026-02-01')]
  const history = await openHistory(memoryBooks().books)
  await commitFile(history, resultFile([{ day: february, published: february, figures: {} }]))
  await commitFile(history, resultFile([{ day: february, published: january, figures: { clicks: 7 } }]))
  await expectModel(history, [])
})

test('so does any history in the table', async () => {
  const { numRuns, ...rest } = runs(35)
  await fc.assert(histories(openTestBooks), { ...rest, numRuns: Math.ceil(numRuns / 18) })
})
