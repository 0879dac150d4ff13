import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { limits } from '../../functions/contract/limits.ts'
import { decodeRollup } from '../../functions/domain/ledger/encode-rollup.ts'
import { answerReport } from '../../functions/usecases/answer-report.ts'
import {
  askCommit,
  commitFile,
  drain,
  emptyFile,
  type History,
  openHistory,
  recordOf,
  sendFile,
} from '../support/history.ts'
import { everything, toQuery } from '../support/history-compare.ts'
import { type MemoryBooks, memoryBooks } from '../support/history-memory-books.ts'
import { basicRates, day, type HistoryFile } from '../support/history-rows.ts'
import { runs } from '../support/history-runs.ts'
import { resultFile } from '../support/history-scenes.ts'
import { series } from '../support/history-series.ts'

/** The bound is read as each row comes, so that a test may set it. */
const bounds: { blockRowsMax: number } = limits
const usualRows = bounds.blockRowsMax
afterEach(() => {
  bounds.blockRowsMax = usualRows
})

/** Files whose rows may come in any order: none repeats an entry of the directory. */
const files = series({ minLength: 2, maxLength: 8 }, (file) => ({
  ...file,
  spoilt: [],
  options: { ...file.options, rowPolicy: 'all' as const },
}))

type Way = { blockRows: number; cut: number; order: readonly number[] }

const way: fc.Arbitrary<Way> = fc.record({
  blockRows: fc.constantFrom(1, 2, 3, usualRows),
  cut: fc.nat(60),
  order: fc.array(fc.nat(1000), { minLength: 20, maxLength: 20 }),
})

const inOrder = <T>(rows: readonly T[], order: readonly number[]): T[] =>
  rows
    .map((row, at) => ({ row, at: order[at % order.length] as number }))
    .sort((a, b) => a.at - b.at)
    .map(({ row }) => row)

const reordered = (file: HistoryFile, order: readonly number[]): HistoryFile => ({
  ...file,
  results: inOrder(file.results, order),
  spends: inOrder(file.spends, order),
  creators: inOrder(file.creators, order),
  campaigns: inOrder(file.campaigns, order),
  aliases: inOrder(file.aliases, order),
  rates: inOrder(file.rates, order),
})

async function committed(
  list: readonly HistoryFile[],
  { blockRows, cut, order }: Way,
): Promise<{ history: History; memory: MemoryBooks; states: string[] }> {
  bounds.blockRowsMax = blockRows
  const memory = memoryBooks()
  const history = await openHistory(memory.books)
  await commitFile(history, { ...emptyFile('fx'), rates: [...basicRates] })
  const states: string[] = []
  for (const file of list) {
    const id = await sendFile(history, reordered(file, order), { cut })
    await drain(history)
    const { preview, rows } = await recordOf(history, id)
    if (preview !== null) await askCommit(history, id, preview)
    await drain(history)
    states.push(`${(await recordOf(history, id)).state} ${rows.new} ${rows.recorded} ${rows.corrected}`)
  }
  return { history, memory, states }
}

/** Every folded byte; of a month's own item all but how many blocks it was made from. */
function folded({ tables }: MemoryBooks): Record<string, unknown> {
  const kept = [...tables.chunks].filter(([name]) => / (ROLLUP|DAY|INDEX|QUALITY)#/.test(name))
  return Object.fromEntries(
    kept
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, bytes]) => {
        if (!name.includes(' ROLLUP#')) return [name, Buffer.from(bytes).toString('base64')]
        const { header, ...rest } = decodeRollup(bytes)
        return [name, { ...rest, header: { ...header, inputs: { ...header.inputs, uploads: [] } } }]
      }),
  )
}

test('of two publication days that rows of one key tell, the earlier counts in either order', async () => {
  const row = { post: '', day: day('2026-02-14') }
  const file = resultFile([
    { ...row, published: day('2026-01-31') },
    { ...row, published: day('2026-01-05') },
  ])
  const [a, b] = await Promise.all(
    [
      [0, 1],
      [1, 0],
    ].map((order) => committed([file], { blockRows: usualRows, cut: 0, order })),
  )
  expect(folded((b as typeof a & object).memory)).toEqual(folded((a as typeof b & object).memory))
})

test('how rows are split into parts and blocks, and in which order they stand in a file, changes no byte', async () => {
  const straight: Way = { blockRows: usualRows, cut: 0, order: Array.from({ length: 20 }, (_, i) => i) }
  await fc.assert(
    fc.asyncProperty(files, way, async (list, other) => {
      const [a, b] = [await committed(list, straight), await committed(list, other)]
      expect(b.states).toEqual(a.states)
      expect(folded(b.memory)).toEqual(folded(a.memory))
      const head = (await a.history.books.ledger.head())?.snapshot ?? 0
      for (let number = 0; number <= head; number++) {
        const [one, two] = await Promise.all(
          [a, b].map(({ history }) => answerReport({ books: history.books }, toQuery(everything, number))),
        )
        expect(JSON.stringify(two)).toBe(JSON.stringify(one))
      }
    }),
    runs(40),
  )
})
