import { expect, test } from 'vitest'
import { kindOf } from '../../functions/domain/reading/cell-kind.ts'

test.each([
  [
    'number',
    ['1', '-1,234.56', '1.234,56', '€ 1,296', '$1027', 'US$ 5', 'R$5', '5 zł', 'EUR 12', '12 eur', '(200.00)', '100-'],
  ],
  ['number', ['1,1M', '784.8K', '9,03%', '2E+11', '1 234,50', '1\u202f234', "1'234.50", '12.50 CR', '- 1', '.5']],
  [
    'date',
    [
      '2024-01-31',
      '31/01/24',
      '1.2.2024',
      '01-Jan-22',
      '17.May.2023',
      '5 mars 2024',
      '2024-01',
      '2024-01-02 10:00:00',
      'May-12',
      'März 2024',
    ],
  ],
  [
    'text',
    [
      'INV-5',
      'LN100000',
      'A100',
      'F13040',
      'B000000001',
      '+49 (0) 30x',
      'Anna',
      '1 May 2026 - 8 May 2026',
      '12 posts',
      'Push 12',
    ],
  ],
  ['empty', ['', ' ', '\u00a0', '--', ' --', '-', 'N/A', 'null', '—', '£-', '- €']],
])('%s: %j', (kind, cells) => {
  expect(cells.map((cell) => `${cell} ${kindOf(cell)}`)).toEqual(cells.map((cell) => `${cell} ${kind}`))
})
