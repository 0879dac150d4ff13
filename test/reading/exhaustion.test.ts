import { describe, expect, test } from 'vitest'
import { TableFinder } from '../../functions/domain/reading/find-table.ts'
import { Unreadable } from '../../functions/domain/reading/refusal.ts'
import type { TablePlan } from '../../functions/domain/reading/table-plan.ts'
import { TextLook } from '../../functions/domain/reading/text-look.ts'

const megabytes = (text: string): Buffer => Buffer.alloc(4_000_000, text)
const after = (start: string, text: string): Buffer => Buffer.concat([Buffer.from(start), megabytes(text)])

const tables = (count: number): Buffer =>
  Buffer.from(Array.from({ length: count }, (_, i) => `a${i}x,b${i}x,c\n1,2,2026-01-01\n3,4,2026-01-02\n\n`).join(''))

/** The code of the refusal, or the plan, of the first pass alone. */
function firstPass(file: Buffer): string | TablePlan {
  const look = new TextLook()
  const finder = new TableFinder()
  try {
    for (let at = 0; at < file.length; at += 65_536) {
      for (const record of look.push(file.subarray(at, at + 65_536))) finder.push(record)
    }
    const { records, seen } = look.finish()
    for (const record of records) finder.push(record)
    return seen.kind === 'refused' ? seen.refusal.code : finder.finish().plan
  } catch (error) {
    if (error instanceof Unreadable) return error.refusal.code
    throw error
  }
}

describe('what would fill the memory or take for ever is refused', () => {
  test.each([
    ['one line', megabytes('x'), 'line-too-long'],
    ['one line of blanks', megabytes(' '), 'line-too-long'],
    ['one line of delimiters', megabytes(','), 'line-too-long'],
    ['nothing but quotes', megabytes('"'), 'quote-unclosed'],
    ['one line of guards', megabytes('="'), 'line-too-long'],
    ['a quote that is never closed', after(`a,b\n${'"x",1\n'.repeat(100_000)}"`, 'x,1\n'), 'quote-unclosed'],
    ['nothing but totals', megabytes('Total,,5\n'), 'too-many-totals'],
    ['tables without end', tables(2000), 'too-many-tables'],
  ])('%s', (_, file, code) => expect(firstPass(file)).toEqual(code))
})

describe('what is long but plain is read, and its plan stays small', () => {
  test.each([
    ['blank lines', megabytes('\n'), 0],
    ['lone CRs', megabytes('a,1\r'), 1_000_000],
    ['sums among rows', after('n,d,v\n', 'x,q,2\ny,r,3\nz,s,4\nTotal,,9\n'.padEnd(80, '\n')), 150_000],
  ])('%s', (_, file, rows) => {
    const plan = firstPass(file)
    if (typeof plan === 'string') return expect(plan).toBe('read')
    expect(plan.tables.reduce((sum, table) => sum + table.rows, 0)).toBe(rows)
    expect(JSON.stringify({ ...plan, leftOut: [] }).length).toBeLessThan(200_000)
  })
})
