import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lookAt } from './look-at.ts'

type Group = { rows: { name: string; day: number; cents: number }[]; blank: boolean }

const names = ['Anna', 'Bob', 'Cid & Co', 'TOTAL', 'Total Fitness', 'Zoë', 'Summer']
const groups: fc.Arbitrary<Group[]> = fc.array(
  fc.record({
    rows: fc.array(
      // Amounts that no other amounts add up to by chance.
      fc.record({
        name: fc.constantFrom(...names),
        day: fc.integer({ min: 1, max: 28 }),
        cents: fc.integer({ min: 1e5, max: 1e9 }),
      }),
      { minLength: 2, maxLength: 6 },
    ),
    blank: fc.boolean(),
  }),
  { minLength: 2, maxLength: 6 },
)
const labels = fc.constantFrom(
  'Total',
  'Subtotal',
  'Summe',
  'Zwischensumme',
  'Total général',
  'Suma',
  'Jumlah',
  'Tổng cộng',
  '',
)

const point = (cents: number): string => (cents / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',')
const comma = (cents: number): string => point(cents).replace(/[,.]/g, (mark) => (mark === ',' ? '.' : ','))

test('subtotals and a grand total, labelled or not, are told from rows, and each agrees', () => {
  fc.assert(
    fc.property(
      groups,
      labels,
      fc.boolean(),
      fc.constantFrom(point, comma),
      fc.boolean(),
      (all, label, grand, amount, names0) => {
        const lines = ['Creator;Date;Amount;Currency']
        const rows: number[] = []
        const totals: [number, number][] = []
        const put = (cells: string[]): number => lines.push(cells.join(';'))
        const labelled = (cents: number): string[] =>
          names0 ? [label, '', amount(cents), ''] : ['', label, amount(cents), 'EUR']
        for (const { rows: group, blank } of all) {
          for (const { name, day, cents } of group) rows.push(put([name, `${day}.3.2026`, amount(cents), 'EUR']))
          totals.push([put(labelled(group.reduce((sum, { cents }) => sum + cents, 0))), group.length])
          if (blank) put(['', '', '', ''])
        }
        const sum = all.flatMap((group) => group.rows).reduce((of, { cents }) => of + cents, 0)
        if (grand) totals.push([put(labelled(sum)), rows.length])
        const seen = lookAt(`${lines.join('\r\n')}\r\n`)
        expect(seen.rows.map(({ line }) => line)).toEqual(rows)
        expect(seen.plan.totals.map(({ line, agreeing, covers }) => [line, agreeing, covers.rows])).toEqual(
          totals.map(([line, count]) => [line, [2], count]),
        )
      },
    ),
    { seed: 20261128, numRuns: 300 },
  )
})

test('no row of names is taken for a total, whatever it is called and whatever its amount', () => {
  const row = fc.record({
    name: fc.constantFrom(...names),
    day: fc.integer({ min: 1, max: 28 }),
    cents: fc.integer({ min: 1e5, max: 1e9 }),
  })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
      const text = rows.map(
        ({ name, day, cents }) => `2026-03-${String(day).padStart(2, '0')},${name},post,${(cents / 100).toFixed(2)}`,
      )
      const seen = lookAt(`Date,Creator,Kind,Amount\n${text.join('\n')}\n`)
      expect(seen.plan.totals).toEqual([])
      expect(seen.rows.length).toBe(rows.length)
    }),
    { seed: 20261129, numRuns: 300 },
  )
})
