import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Arrangement,
  arrange,
  type DataColumn,
  makeDataModel,
  readColumns,
  toSegments,
  writeColumns,
} from '../../web/src/ui/data-table-model.ts'

type Row = { id: string; name: string; spend: number | null }

const column = (id: string, fields: Partial<DataColumn<Row>> = {}): DataColumn<Row> => ({
  id,
  label: id,
  widthRem: 5,
  value: () => null,
  cell: () => id,
  ...fields,
})
const columns = [
  column('name', { value: ({ name }) => name, search: ({ name }) => name }),
  column('spend', { value: ({ spend }) => spend }),
  column('extra', { hidden: true }),
]
const rows: Row[] = [
  { id: '1', name: 'Spring 10', spend: 5 },
  { id: '2', name: 'spring 9', spend: null },
  { id: '3', name: '<script>alert(1)</script>', spend: 20 },
  { id: '4', name: 'مرحبا 🌷', spend: -3 },
]
const model = makeDataModel(columns, rows, ({ id }) => id)
const usual: Arrangement<Row> = { sort: 'spend', order: 'desc', search: '', keep: null, shown: ['name', 'spend'] }
const idsOf = (wanted: Partial<Arrangement<Row>>) => arrange(model, { ...usual, ...wanted }).rows.map(({ id }) => id)

test('rows are sorted by numbers, and what has none stands last in either order', () => {
  expect(idsOf({})).toEqual(['3', '1', '4', '2'])
  expect(idsOf({ order: 'asc' })).toEqual(['4', '1', '3', '2'])
})

test('texts are sorted without regard to case, and numbers in them by their size', () => {
  const names = idsOf({ sort: 'name', order: 'asc' })
  expect(names.indexOf('2')).toBeLessThan(names.indexOf('1'))
})

test('a column that the table does not have sorts nothing', () => {
  expect(idsOf({ sort: 'nowhere' })).toEqual(['1', '2', '3', '4'])
})

test('a search finds any text as text', () => {
  expect(idsOf({ search: ' SPRING ' })).toEqual(['1', '2'])
  expect(idsOf({ search: '<script>' })).toEqual(['3'])
  expect(idsOf({ search: 'مرحبا' })).toEqual(['4'])
  expect(idsOf({ search: '.*' })).toEqual([])
  expect(idsOf({ search: '20' })).toEqual([])
})

test('a choice of rows and a search narrow down together', () => {
  expect(idsOf({ keep: ({ spend }) => spend !== null })).toEqual(['3', '1', '4'])
  expect(idsOf({ keep: ({ spend }) => spend !== null, search: 'spring' })).toEqual(['1'])
})

test('only the columns that are shown come back, in their own order', () => {
  expect(arrange(model, { ...usual, shown: ['extra', 'name'] }).columns.map(({ id }) => id)).toEqual(['name', 'extra'])
})

test('columns are read from the address as they were written', () => {
  fc.assert(
    fc.property(fc.subarray(['spend', 'extra'], { minLength: 1 }), (others) => {
      const shown = ['name', ...others]
      expect(readColumns(columns, writeColumns(columns, shown))).toEqual(shown)
    }),
  )
  expect(writeColumns(columns, ['name', 'spend'])).toBe('')
  expect(readColumns(columns, 'nowhere')).toEqual(['name', 'spend'])
})

test('the empty space between drawn rows adds up to the whole table', () => {
  const items = [3, 4, 9].map((index) => ({ index, start: index * 40, end: index * 40 + 40 }))
  expect(toSegments(items, 1000)).toEqual([
    { px: 120 },
    { index: 3 },
    { index: 4 },
    { px: 160 },
    { index: 9 },
    { px: 600 },
  ])
  expect(toSegments([], 0)).toEqual([])
})

test('five thousand rows are searched and sorted at once', () => {
  const many = Array.from({ length: 5000 }, (_, at) => ({
    id: String(at),
    name: `@creator${at}`,
    spend: (at * 7919) % 5000,
  }))
  const large = makeDataModel(columns, many, ({ id }) => id)
  expect(arrange(large, usual).rows[0]?.spend).toBe(4999)
  expect(arrange(large, { ...usual, search: '@creator49' }).rows).toHaveLength(111)
})
