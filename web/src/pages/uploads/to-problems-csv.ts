import type { Problem } from '../../../../functions/contract/problem.ts'
import { writeCsv } from './write-csv.ts'

const columns = ['line', 'column', 'found', 'expected', 'code', 'message'] as const

export const toProblemsCsv = (problems: readonly Problem[]): string =>
  writeCsv(
    columns,
    problems.map((problem) => columns.map((column) => problem[column])),
  )
