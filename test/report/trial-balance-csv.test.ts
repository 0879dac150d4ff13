import { expect, test } from 'vitest'
import { csvCell } from '../../functions/domain/report/trial-balance-csv.ts'

test.each([
  ['-12.34', '-12.34'],
  ['0.00', '0.00'],
  ['=1+1', "'=1+1"],
  ['-1+cmd', "'-1+cmd"],
  ['@anna', "'@anna"],
  ['a,b', '"a,b"'],
])('%s becomes %s: no formula is run, and no negative number is touched', (value, cell) => {
  expect(csvCell(value)).toBe(cell)
})
