import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { UploadId } from '../../functions/contract/ids.ts'
import type { Report } from '../../functions/contract/report.ts'
import { answerReport } from '../../functions/usecases/answer-report.ts'
import {
  askCommit,
  askPreview,
  askRevert,
  commitFile,
  drain,
  emptyFile,
  type History,
  openHistory,
  recordOf,
} from '../support/history.ts'
import { everything, modelQuery, toQuery } from '../support/history-compare.ts'
import { memoryBooks } from '../support/history-memory-books.ts'
import { basicRates, type HistoryFile, historyFile } from '../support/history-rows.ts'
import { runs } from '../support/history-runs.ts'
import { series, takeUp } from '../support/history-series.ts'
import type { ModelQuery } from '../support/model-report.ts'

/** Files that take each other's rows over without asking, so that most are accepted in any company. */
const willing = (file: HistoryFile): HistoryFile => ({
  ...file,
  spoilt: [],
  options: { ...file.options, rowPolicy: 'all', moves: 'move', twins: 'differ' },
})
const files = series({ minLength: 2, maxLength: 7 }, willing)

async function committed(
  list: readonly HistoryFile[],
): Promise<{ history: History; ids: UploadId[]; states: string[] }> {
  const history = await openHistory(memoryBooks().books)
  await commitFile(history, { ...emptyFile('fx'), rates: [...basicRates] })
  const [ids, states]: [UploadId[], string[]] = [[], []]
  for (const file of list) {
    const { id, state } = await commitFile(history, file)
    ids.push(id)
    states.push(state)
  }
  return { history, ids, states }
}

async function reportsOf({ books }: History, queries: readonly ModelQuery[]): Promise<Omit<Report, 'snapshot'>[]> {
  const reports = await Promise.all(queries.map((query) => answerReport({ books }, toQuery(query))))
  return reports.map(({ snapshot: _, ...report }) => report)
}

const courses = fc.record({ list: files, at: fc.nat(8), queries: fc.array(modelQuery, { maxLength: 3 }) })

test('a revert gives the report of the same history without that upload, a re-commit the one of before', async () => {
  await fc.assert(
    fc.asyncProperty(courses, async ({ list, at, queries }) => {
      const asked = [everything, ...queries]
      const gone = at % list.length
      const [all, without] = [await committed(list), await committed(list.toSpliced(gone, 1))]
      fc.pre(all.states[gone] === 'committed')
      // A file that is refused beside the one that goes makes another history, not the same without it.
      fc.pre(all.states.toSpliced(gone, 1).join() === without.states.join())
      const before = await reportsOf(all.history, asked)
      const id = all.ids[gone] as UploadId
      await askRevert(all.history, id)
      await drain(all.history)
      expect((await recordOf(all.history, id)).state).toBe('reverted')
      expect(await reportsOf(all.history, asked)).toEqual(await reportsOf(without.history, asked))

      await askPreview(all.history, id, 'commit')
      await drain(all.history)
      const { preview } = await recordOf(all.history, id)
      if (preview === null) return
      await askCommit(all.history, id, preview)
      await drain(all.history)
      expect(await reportsOf(all.history, asked)).toEqual(before)
    }),
    runs(25),
  )
})

test('a replacement gives the report of a history that had the new file in the first place', async () => {
  await fc.assert(
    fc.asyncProperty(courses, historyFile, async ({ list, at, queries }, next) => {
      const asked = [everything, ...queries]
      const place = at % list.length
      const old = list[place] as HistoryFile
      const file = willing(
        takeUp(next, [old], { pick: 0, keep: [true, false, true], more: 5, status: 'paid', twice: false }),
      )
      const [all, instead] = [await committed(list), await committed(list.with(place, file))]
      fc.pre(all.states.every((state) => state === 'committed') && instead.states.join() === all.states.join())
      const { state } = await commitFile(all.history, file, all.ids[place])
      fc.pre(state === 'committed')
      expect(await reportsOf(all.history, asked)).toEqual(await reportsOf(instead.history, asked))
    }),
    runs(12),
  )
})
