import type { BooksEdit } from '../../functions/contract/books-change.ts'
import type { ChangeId, OwnerId, UploadId } from '../../functions/contract/ids.ts'
import {
  askAgree,
  askCommit,
  askEdit,
  askPreview,
  askRevert,
  changeOf,
  commitFile,
  drain,
  emptyFile,
  type History,
  recordOf,
  sendFile,
} from './history.ts'
import { basicRates, day, type HistoryFile } from './history-rows.ts'
import type { ResultLine, SpendLine } from './model.ts'

const aSpend: SpendLine = {
  line: 0,
  day: day('2026-01-05'),
  campaign: 'spring',
  creator: 'anna',
  platform: 'ig',
  category: '',
  lineId: '',
  reference: '',
  status: 'paid',
  amount: 1001,
  currency: 'EUR',
  period: null,
  beside: null,
}

const aResult: ResultLine = {
  line: 0,
  day: day('2026-02-14'),
  campaign: 'spring',
  creator: 'anna',
  platform: 'ig',
  post: 'p1',
  published: day('2026-01-05'),
  currency: 'USD',
  figures: { followers: 5000, impressions: 2000, conversions: 4, revenue: 5000 },
}

export const spendFile = (rows: Partial<SpendLine>[], options: HistoryFile['options'] = {}): HistoryFile => ({
  ...emptyFile('spend'),
  options,
  spends: rows.map((row) => ({ ...aSpend, ...row })),
})

export const resultFile = (rows: Partial<ResultLine>[], options: HistoryFile['options'] = {}): HistoryFile => ({
  ...emptyFile('results'),
  options,
  results: rows.map((row) => ({ ...aResult, ...row })),
})

const feb = day('2026-02-14')
const first = spendFile([
  { lineId: 'L1' },
  { lineId: 'L2', period: { from: day('2026-01-30'), days: 4 } },
  { amount: 250 },
  { amount: 250 },
])
/** Line 2 would take L1 out of January, and line 3 has no number: both are left out, one of them only in a second pass. */
const second = {
  ...spendFile([{ lineId: 'L1', day: feb }, { day: feb, amount: 333 }, { day: feb }, { amount: 250 }], {
    rowPolicy: 'valid',
  }),
  spoilt: [2],
}
const other = resultFile([{}, { day: day('2026-01-31'), figures: { clicks: 7 } }])

/** Books in which one task waits: what each leads to, and which upload it is of. */
export const scenes: Record<string, (history: History) => Promise<OwnerId>> = {
  check: async (history) => {
    await open(history)
    return sendFile(history, second)
  },
  'check that rejects': async (history) => {
    await open(history)
    return sendFile(history, { ...second, options: {}, spoilt: [] })
  },
  'commit on a head that moved': async (history) => {
    await open(history)
    const id = await sendFile(history, second)
    await drain(history)
    await commitFile(history, other)
    return committing(history, id)
  },
  'commit that is handed back': async (history) => {
    await open(history)
    const id = await sendFile(history, second)
    await drain(history)
    await commitFile(history, spendFile([{ lineId: 'L9', day: feb, amount: 333 }]))
    return committing(history, id)
  },
  revert: async (history) => {
    const id = await open(history)
    await askRevert(history, id)
    return id
  },
  'preview of a re-commit': async (history) => {
    const id = await reverted(history)
    await askPreview(history, id, 'commit')
    return id
  },
  're-commit': async (history) => {
    const id = await reverted(history)
    await askPreview(history, id, 'commit')
    await drain(history)
    return committing(history, id)
  },
  replace: async (history) => {
    const id = await open(history)
    await commitFile(history, other)
    const next = await sendFile(
      history,
      spendFile(
        [
          { lineId: 'L1', amount: 70 },
          { lineId: 'L3', day: feb },
        ],
        { moves: 'move' },
      ),
      {
        replaces: id,
      },
    )
    await drain(history)
    return committing(history, next)
  },
  'commit of rates': async (history) => {
    await open(history)
    const rates = [{ day: day('2026-01-05'), from: 'EUR', to: 'USD', rate: '1.25' }]
    const id = await sendFile(history, { ...emptyFile('fx'), rates })
    await drain(history)
    return committing(history, id)
  },
}

const changes: typeof scenes = {
  'staging of another currency': async (history) => {
    await open(history)
    return askEdit(history, { kind: 'currency', currency: 'EUR' })
  },
  'commit of another currency on a head that moved': async (history) => {
    await open(history)
    const id = await staged(history, { kind: 'currency', currency: 'EUR' })
    await commitFile(history, { ...emptyFile('aliases'), aliases: [{ of: 'creator', alias: 'ben b', name: 'ben' }] })
    return agreed(history, id)
  },
  'closing of a month': async (history) => {
    await open(history)
    return agreed(history, await staged(history, { kind: 'close', months: ['2026-01'] }))
  },
  'closing of a month that changed meanwhile': async (history) => {
    await open(history)
    const id = await staged(history, { kind: 'close', months: ['2026-01'] })
    await commitFile(history, spendFile([{ amount: 333, lineId: 'L7' }]))
    return agreed(history, id)
  },
  'commit into a closed month': async (history) => {
    await open(history)
    await agreed(history, await staged(history, { kind: 'close', months: ['2026-01'] }))
    await drain(history)
    const id = await sendFile(history, spendFile([{ amount: 333, lineId: 'L7' }]))
    await drain(history)
    await askCommit(history, id, (await recordOf(history, id)).preview ?? 'none', { other: true, reason: true })
    return id
  },
  'revert out of a closed month that nobody gave a reason for': async (history) => {
    const id = await open(history)
    await agreed(history, await staged(history, { kind: 'close', months: ['2026-01'] }))
    await drain(history)
    await askRevert(history, id)
    return id
  },
}
Object.assign(scenes, changes)

async function staged(history: History, edit: BooksEdit): Promise<ChangeId> {
  const id = await askEdit(history, edit)
  await drain(history)
  return id
}

async function agreed(history: History, id: ChangeId): Promise<ChangeId> {
  await askAgree(history, id, (await changeOf(history, id)).preview ?? 'none')
  return id
}

async function open(history: History): Promise<UploadId> {
  await commitFile(history, { ...emptyFile('fx'), rates: [...basicRates] })
  return (await commitFile(history, first)).id
}

async function reverted(history: History): Promise<UploadId> {
  const id = await open(history)
  await askRevert(history, id)
  await drain(history)
  await commitFile(history, other)
  return id
}

async function committing(history: History, id: UploadId): Promise<UploadId> {
  await askCommit(history, id, (await recordOf(history, id)).preview ?? 'none')
  return id
}
