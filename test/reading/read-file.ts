import type { CellMend } from '../../functions/contract/cell-patch.ts'
import type { Problem } from '../../functions/contract/problem.ts'
import type { Reading, ReadingChoice } from '../../functions/contract/reading.ts'
import type { UploadKind } from '../../functions/contract/upload.ts'
import { formatDay, parseDay } from '../../functions/domain/calendar.ts'
import { NameHasher } from '../../functions/domain/ingest/name-hasher.ts'
import type { RowSink } from '../../functions/domain/ingest/row-sink.ts'
import { decideReading } from '../../functions/domain/reading/decide-reading.ts'
import { PlanParser } from '../../functions/domain/reading/plan-parser.ts'
import { readByPlan } from '../../functions/domain/reading/read-by-plan.ts'
import { understandFile } from '../../functions/domain/reading/understand-file.ts'
import { cut } from './look-at.ts'

export type FileRead = {
  /** The code of a refusal. */
  refused: string | null
  reading: Reading | null
  /** What the user is asked, by the code of a question, the field of a need or of a column that is missing. */
  asked: string[]
  /** `2026-03-01 anna 12.50 EUR`: day, campaign, creator and money of each row, as far as it has them. */
  rows: string[]
  problems: string[]
  warnings: string[]
}

/** A file, looked at, decided on and read row by row, as a check does. */
export async function readFile(
  file: string | Uint8Array,
  kind: UploadKind = 'spend',
  choice: ReadingChoice = {},
  mends: readonly CellMend[] = [],
): Promise<FileRead> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield* cut(bytes, [65_536])
  }
  const look = await understandFile(pieces, { sheet: choice.sheet, mends })
  const nothing = { reading: null, asked: [], rows: [], problems: [], warnings: [] }
  if (look.kind === 'refused') return { ...nothing, refused: look.refusal.code }
  const options = { reading: choice, reportingCurrency: 'USD', sentOn: parseDay('2026-06-15') as number }
  const { reading, plan, missing, figures } = decideReading(look.understood, kind, options)
  const open = reading.questions.filter(({ answer }) => answer === null).map(({ code }) => code)
  const asked = [...open, ...reading.needs.map(({ field }) => field), ...missing.map((field) => `column ${field}`)]
  if (!plan) return { ...nothing, refused: null, reading, asked }
  const names = new NameHasher('key')
  const rows: string[] = []
  const sink = listRows(names, rows)
  const parser = new PlanParser({
    plan,
    options: figures ? { figures } : {},
    names,
    sink,
    skip: new Set(),
    patches: mends,
  })
  for await (const records of readByPlan(plan.source, pieces())) parser.take(records)
  parser.finish()
  const problems = parser.problems.listed.map(({ line, code }: Problem) => `${line} ${code}`)
  return { refused: null, reading, asked, rows, problems, warnings: parser.warnings().map(({ code }) => code) }
}

function listRows(names: NameHasher, rows: string[]): RowSink {
  const nameOf = (id: number): string => names.names.get(id)?.text ?? ''
  const money = (units: number, currency: string): string => `${(units / 100).toFixed(2)} ${currency}`
  const list = (...words: string[]): void => void rows.push(words.filter((word) => word !== '').join(' '))
  return {
    spend: (_, row, ids) =>
      list(formatDay(row.day), nameOf(ids.campaign), nameOf(ids.creator), money(row.amount, row.currency)),
    result: (_, row, ids) =>
      list(
        formatDay(row.day),
        nameOf(ids.campaign),
        nameOf(ids.creator),
        row.clicks === null ? '' : `${row.clicks} clicks`,
        row.revenue === null ? '' : money(row.revenue, row.currency),
      ),
    directory: (row) => list(JSON.stringify(row)),
  }
}
