import type { Problem } from '../../functions/contract/problem.ts'
import type { CheckOptions, UploadKind, Warning } from '../../functions/contract/upload.ts'
import { FileParser } from '../../functions/domain/ingest/file-parser.ts'
import { NameHasher } from '../../functions/domain/ingest/name-hasher.ts'
import type { ResultRow, SpendFields } from '../../functions/domain/ingest/row-schemas.ts'
import type { SpendIdentity } from '../../functions/domain/ledger/block.ts'
import type { DirectoryRow } from '../../functions/domain/ledger/directory.ts'

export type ReadFile = {
  spends: (SpendFields & { line: number; identity: SpendIdentity })[]
  results: (ResultRow & { line: number })[]
  directory: DirectoryRow[]
  problems: Problem[]
  /** Codes of the problems by line: `3 date-unreadable`. */
  codes: string[]
  total: number
  fatal: boolean
  counts: { read: number; valid: number; excluded: number }
  warnings: Warning[]
  columns: Record<string, string>
  names: string[]
}

type Input = {
  kind?: UploadKind
  file: string | Uint8Array
  options?: CheckOptions
  skip?: number[]
  /** Bytes in each piece that the parser is given. */
  pieceBytes?: number
}

/** Reads a file as a check does, into plain arrays. */
export function readFile({ kind = 'spend', file, options = {}, skip = [], pieceBytes = 262_144 }: Input): ReadFile {
  const rows: Pick<ReadFile, 'spends' | 'results' | 'directory'> = { spends: [], results: [], directory: [] }
  const names = new NameHasher('key')
  const parser = new FileParser({
    kind,
    options,
    names,
    skip: new Set(skip),
    patches: options.patches ?? [],
    sink: {
      result: (line, row) => void rows.results.push({ ...row, line }),
      spend: (line, row, _ids, identity) => void rows.spends.push({ ...row, line, identity }),
      directory: (row) => void rows.directory.push(row),
    },
  })
  const bytes = typeof file === 'string' ? Buffer.from(file) : file
  for (let at = 0; at < bytes.length; at += pieceBytes) parser.push(bytes.subarray(at, at + pieceBytes))
  parser.finish()
  return {
    ...rows,
    problems: parser.problems.listed,
    codes: parser.problems.listed.map(({ line, code }) => `${line} ${code}`),
    total: parser.problems.total,
    fatal: parser.problems.fatal,
    counts: parser.counts,
    warnings: parser.warnings(),
    columns: parser.columns,
    names: [...names.names.values()].map(({ text }) => text),
  }
}

/** Lines of a file, each ended by LF. */
export const lines = (...of: string[]): string => `${of.join('\n')}\n`

/** A spend file of one line with some cells of its own. */
export const spendLine = (cells: Record<string, string> = {}): string => oneLine({ ...aSpend, ...cells })
const aSpend = { date: '2026-03-14', campaign: 'Spring', creator: '@anna', amount: '12.50', currency: 'USD' }

/** A results file of one line with some cells of its own. */
export const resultLine = (cells: Record<string, string> = {}): string => oneLine({ ...aResult, ...cells })
const aResult = {
  date: '2026-03-14',
  campaign: 'Spring',
  creator: '@anna',
  platform: 'instagram',
  post: 'p1',
  published: '2026-03-12',
  impressions: '100',
}

/** A header and one line below it. */
export function oneLine(cells: Record<string, string>): string {
  return lines(Object.keys(cells).join(','), Object.values(cells).join(','))
}
