import { expect, test } from 'vitest'
import { readFile } from './read-file.ts'

const file = [
  'Spend report',
  '',
  'Day;Campaign;Creator;Cost',
  '03.04.2026;Spring;Anna;1.200,50',
  '04.13.2026;Spring;Bo;7x',
  'Total;;;1.207,50',
].join('\n')
const constants = { constants: { currency: 'EUR' } }

test('what is written in place of a cell is read by the same rules, and decides with the others', async () => {
  const broken = await readFile(file, 'spend', constants)
  expect(broken.problems).not.toEqual([])
  const mends = [
    { line: 5, cell: 1, old: '04.13.2026', new: '13.04.2026' },
    { line: 5, cell: 4, old: '7x', new: '7,00' },
  ]
  const mended = await readFile(file, 'spend', constants, mends)
  expect(mended.problems).toEqual([])
  expect(mended.rows).toEqual(['2026-04-03 Spring Anna 1200.50 EUR', '2026-04-13 Spring Bo 7.00 EUR'])
})

test('the header and the notes around the table are no rows that can be mended', async () => {
  const mends = [
    { line: 1, cell: 1, old: 'Spend report', new: 'Report' },
    { line: 3, cell: 4, old: 'Cost', new: 'Cost' },
    { line: 5, cell: 4, old: '7x', new: '7,00' },
    { line: 5, cell: 1, old: '04.13.2026', new: '13.04.2026' },
  ]
  expect((await readFile(file, 'spend', constants, mends)).problems).toEqual(['0 patch-mismatch', '0 patch-mismatch'])
})
