import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideColumns } from '../../../functions/domain/reading/columns/decide-columns.ts'
import { FileProfiler } from '../../../functions/domain/reading/columns/file-facts.ts'
import { readColumn } from './read-column.ts'

test('codes keep their zeros, texts what they say', () => {
  const cells = ['0100010000', '007', 'Anna', 'NA', 'None', '@anna', '#sale', '-5% off', 'n']
  expect(readColumn(cells, 'creator').texts).toEqual(cells)
})

test('what programs write for nothing is blank', () => {
  expect(readColumn(['--', 'N/A', 'null', '(not set)', '#N/A', '-'], 'campaign').texts).toEqual([
    '',
    '',
    '',
    '',
    '',
    '',
  ])
  expect(readColumn(['#REF!'], 'campaign').texts).toEqual(['!error-cell'])
})

test('ids that a spreadsheet destroyed, and zeros that it dropped, are noted', () => {
  expect(readColumn(['2E+11', '2.02313E+11', 'A1'], 'line_id').noted).toContain('ids-destroyed')
  const codes = Array.from({ length: 30 }, (_, n) => String(n * 397).padStart(5, '0'))
  expect(readColumn([...codes, '4711'], 'reference').noted).toEqual(['zeros-lost'])
  expect(readColumn(codes, 'reference').noted).toEqual([])
  expect(readColumn(['1', '12', '123', '0'], 'reference').noted).toEqual([])
})

test('states of payment are known in the languages of the headers', () => {
  expect(
    readColumn(['Bezahlt', 'payé', 'por pagar', 'lunas', 'Đã thanh toán', 'approved', '', 'lost'], 'status').texts,
  ).toEqual(['paid', 'paid', 'invoiced', 'paid', 'paid', 'committed', '', 'lost'])
})

test('a mark in a column of currencies is asked about if several are written so', () => {
  expect(readColumn(['€', 'usd', 'Euro', '$'], 'currency', { answer: () => 'AUD' })).toMatchObject({
    texts: ['EUR', 'USD', 'EUR', 'AUD'],
    asked: ['currency-mark'],
  })
})

test('splitting a table into chunks changes nothing, and its facts are plain JSON', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '1,234',
      '1.234',
      '03/04/2026',
      '$5',
      '(7.25)',
      '',
      'n/a',
      '#REF!',
      'Anna',
      '2E+11',
      '007',
      '44577',
    ),
    fc.string({ maxLength: 12 }),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 60 }), fc.nat(), (rows, cut) => {
      const whole = new FileProfiler(['date', 'amount'])
      const parts = new FileProfiler(['date', 'amount'])
      rows.forEach((cells, at) => {
        whole.push({ line: at + 2, cells })
      })
      const middle = cut % (rows.length + 1)
      for (const [at, cells] of rows.slice(0, middle).entries()) parts.push({ line: at + 2, cells })
      // Looking at the facts half-way leaves no trace.
      parts.facts()
      for (const [at, cells] of rows.slice(middle).entries()) parts.push({ line: middle + at + 2, cells })
      const facts = whole.facts()
      expect(parts.facts()).toEqual(facts)
      expect(JSON.parse(JSON.stringify(facts))).toEqual(facts)
      expect(() =>
        decideColumns(facts, { kind: 'spend', mapping: { date: 0, amount: 1 }, years: { named: [], sentOn: 0 } }),
      ).not.toThrow()
    }),
    { seed: 20_260_316, numRuns: 300 },
  )
})
