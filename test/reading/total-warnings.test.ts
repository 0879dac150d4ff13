import { expect, test } from 'vitest'
import { totalWarnings } from '../../functions/domain/reading/total-warnings.ts'

const total = { line: 9, label: 'Total', header: 'Cost', stated: '1.299,50', sum: '1311.50', difference: '-12.00' }

test('totals that agree are no warning', () => {
  expect(totalWarnings([{ ...total, agrees: true }], 0)).toEqual([])
})

test('a total that the rows do not come to is told with its difference', () => {
  expect(totalWarnings([{ ...total, agrees: false }], 0)).toEqual([
    {
      code: 'totals-differ',
      message:
        'The file’s own total “Total” on line 9 says 1.299,50 for “Cost”, but its rows come to 1311.50: a difference of 12.00. Is a line missing, or one too many?',
      rows: 1,
    },
  ])
})

test('further ones are counted, and lines left out are said to count', () => {
  const differ = { ...total, label: '', agrees: false }
  const [warning] = totalWarnings([differ, { ...differ, line: 12 }], 3)
  expect(warning?.message).toContain('total on line 9 says')
  expect(warning?.message).toContain('1 more of its totals differ. Lines that are left out count among those rows.')
})
