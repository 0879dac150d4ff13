import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Books } from '../../functions/store/ports.ts'
import { answerReport } from '../../functions/usecases/answer-report.ts'
import { listCampaigns } from '../../functions/usecases/list-campaigns.ts'
import { listCreators } from '../../functions/usecases/list-creators.ts'
import { sweepStagings } from '../../functions/usecases/sweep-stagings.ts'
import { openHistory, play, steps } from '../support/history.ts'
import { everything, modelQuery, toQuery } from '../support/history-compare.ts'
import { memoryBooks } from '../support/history-memory-books.ts'
import { runs } from '../support/history-runs.ts'
import type { ModelQuery } from '../support/model-report.ts'

async function answers(books: Books, queries: readonly ModelQuery[], head: number): Promise<string[]> {
  const found: string[] = []
  for (let number = 0; number <= head; number++) {
    for (const query of queries) {
      const asked = toQuery(query, number)
      const page = { limit: 200 }
      found.push(
        JSON.stringify([
          await answerReport({ books }, asked),
          await listCreators({ books }, asked, page),
          await listCampaigns({ books }, asked, page),
        ]),
      )
    }
  }
  return found
}

test('the same question of the same snapshot has the same bytes: again, cold, in another process, after a sweep', async () => {
  await fc.assert(
    fc.asyncProperty(steps(), fc.array(modelQuery, { maxLength: 2 }), async (course, some) => {
      const queries = [everything, ...some]
      const memory = memoryBooks()
      const history = await openHistory(memory.books)
      await play(history, course)
      const head = (await history.books.ledger.head())?.snapshot ?? 0
      const warm = await answers(history.books, queries, head)
      expect(await answers(history.books, queries, head)).toEqual(warm)
      // Bytes of their own: nothing that this process has decoded belongs to them.
      const elsewhere = memory.copy()
      for (const [name, bytes] of elsewhere.tables.chunks) elsewhere.tables.chunks.set(name, Uint8Array.from(bytes))
      expect(await answers(elsewhere.books, queries, head)).toEqual(warm)
      await sweepStagings({ books: history.books, now: () => '2027-01-01T00:00:00.000Z' })
      for (const [name, bytes] of memory.tables.chunks) memory.tables.chunks.set(name, Uint8Array.from(bytes))
      expect(await answers(memory.reopen(), queries, head)).toEqual(warm)
    }),
    runs(25),
  )
})
