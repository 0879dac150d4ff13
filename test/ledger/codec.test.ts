import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NameId, UploadId } from '../../functions/contract/ids.ts'
import { limits } from '../../functions/contract/limits.ts'
import { noDay, parseDay } from '../../functions/domain/calendar.ts'
import type { Block } from '../../functions/domain/ledger/block.ts'
import { BlockBuilder } from '../../functions/domain/ledger/block-builder.ts'
import { ByteReader } from '../../functions/domain/ledger/codec/byte-reader.ts'
import { ByteWriter } from '../../functions/domain/ledger/codec/byte-writer.ts'
import {
  readFloats,
  readNameIds,
  readTexts,
  writeIntegers,
  writeNameIds,
  writeTexts,
} from '../../functions/domain/ledger/codec/columns.ts'
import { pack } from '../../functions/domain/ledger/codec/pack.ts'
import { decodeBlock, encodeBlock } from '../../functions/domain/ledger/encode-block.ts'
import { halveBlock } from '../../functions/domain/ledger/halve-block.ts'
import { anyMeasure, measureCount, publicationBit } from '../../functions/domain/ledger/measures.ts'
import { decodeIndex, encodeIndex, type KeyIndex } from '../../functions/domain/ledger/month-index.ts'
import { uploadId } from '../support/builders.ts'

const written = (write: (writer: ByteWriter) => void): ByteReader => {
  const writer = new ByteWriter(4)
  write(writer)
  return new ByteReader(writer.done())
}
/** Sums of a month are refused beyond it. */
const integerMax = 2 ** 52
const integer = fc.oneof(
  fc.integer({ min: -300, max: 300 }),
  fc.maxSafeInteger().map((value) => Math.floor(value / 2)),
  fc.constantFrom(0, integerMax, -integerMax, 2 ** 31, -(2 ** 31), 2 ** 28, 127, 128),
)

test('an integer is read as it was written, over the whole range', () => {
  fc.assert(
    fc.property(integer, (value) => {
      expect(written((writer) => writer.signed(value)).signed()).toBe(value)
    }),
    { seed: 1, numRuns: 2000 },
  )
})

test('small integers of either sign take one byte', () => {
  for (const value of [-64, -1, 0, 63]) {
    const writer = new ByteWriter()
    writer.signed(value)
    expect(writer.done()).toHaveLength(1)
  }
})

test('a column is read as it was written, plain or by its steps', () => {
  fc.assert(
    fc.property(
      fc.array(integer.filter((v) => Math.abs(v) < 2 ** 50)),
      fc.constantFrom('plain', 'delta'),
      (values, as) => {
        const reader = written((writer) => writeIntegers(writer, values, values.length, as))
        expect([...readFloats(reader, values.length)]).toEqual(values)
      },
    ),
    { seed: 2, numRuns: 500 },
  )
})

test('a column of equal integers stands once', () => {
  const writer = new ByteWriter()
  writeIntegers(writer, new Float64Array(10_000).fill(42), 10_000)
  expect(writer.done()).toHaveLength(2)
})

test('texts and name ids are read as they were written', () => {
  const ids = fc.array(fc.integer({ min: 0, max: 2 ** 48 - 1 }))
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), ids, (texts, names) => {
      const reader = written((writer) => {
        writeTexts(writer, texts)
        writeNameIds(writer, names)
      })
      expect([readTexts(reader), readNameIds(reader)]).toEqual([texts, names])
    }),
    { seed: 3, numRuns: 300 },
  )
})

test('what ends too early is not read as zeros', () => {
  expect(() => new ByteReader(new Uint8Array([200])).unsigned()).toThrow(RangeError)
  expect(() => new ByteReader(new Uint8Array([5, 65])).text()).toThrow(RangeError)
})

test('the same content packs to the same bytes', () => {
  const content = Buffer.from('rows '.repeat(1000))
  expect(pack('block', 1, content)).toEqual(pack('block', 1, Uint8Array.from(content)))
})

const day = fc.integer({ min: parseDay(limits.dateMin) as number, max: parseDay(limits.dateMax) as number })
const text = fc.constantFrom('', 'a', 'INV-1', 'Größe 😀', 'x,"y"\n')
const result = fc.record({
  line: fc.integer({ min: 2, max: 1e6 }),
  creator: fc.constantFrom(0, 1, 2 ** 48 - 1),
  post: text,
  published: fc.oneof(fc.constant(noDay), day),
  day,
  mask: fc.oneof(fc.integer({ min: 0, max: anyMeasure }), fc.constant(publicationBit | 1)),
  currency: fc.constantFrom('', 'USD', 'JPY'),
  values: fc.array(fc.integer({ min: -limits.amountMinorMax, max: limits.amountMinorMax }), {
    minLength: measureCount,
    maxLength: measureCount,
  }),
})
const spend = fc.record({
  line: fc.integer({ min: 2, max: 1e6 }),
  day,
  amount: fc.integer({ min: -limits.amountMinorMax, max: limits.amountMinorMax }),
  currency: fc.constantFrom('USD', 'EUR'),
  status: fc.integer({ min: 0, max: 3 }),
  identity: fc.constantFrom('content', 'line', 'group'),
  lineId: text,
  category: text,
  reference: text,
  periodStart: day,
  periodDays: fc.constantFrom(0, 1, limits.spreadDaysMax),
})
const block = fc
  .record({
    lifetime: fc.boolean(),
    results: fc.array(result, { maxLength: 20 }),
    spends: fc.array(spend, { maxLength: 20 }),
  })
  .map(({ lifetime, results, spends }) => {
    const builder = new BlockBuilder(lifetime)
    for (const row of results) {
      const subject = builder.subject(row.creator, 7, 'tiktok', row.post, row.published)
      builder.addResult(row.line, subject, row.day, row.mask, row.currency, row.values)
    }
    for (const row of spends) builder.addSpend({ ...row, subject: builder.subject(3, 0, '', '', noDay) })
    return builder.build()
  })

test('a block is read as it was written', () => {
  fc.assert(
    fc.property(block, (of) => {
      expect(decodeBlock(encodeBlock(of))).toEqual(of)
    }),
    { seed: 4, numRuns: 200 },
  )
})

/** The rows of a block, each with its subject and texts resolved. */
function rowsOf({ subjects, currencies, texts, results, spends }: Block): unknown[] {
  const of = <T extends object>(columns: T, i: number) =>
    Object.fromEntries(
      Object.entries(columns).map(([name, column]) => {
        const value = Array.isArray(column)
          ? column.map((values) => values[i])
          : typeof column === 'number'
            ? ''
            : column[i]
        if (name === 'subject') return [name, subjects[value]]
        if (name === 'currency') return [name, currencies[value]]
        return [name, ['lineId', 'category', 'reference'].includes(name) ? texts[value] : value]
      }),
    )
  return [
    ...Array.from({ length: results.count }, (_, i) => of(results, i)),
    ...Array.from({ length: spends.count }, (_, i) => of(spends, i)),
  ]
}

test('the halves of a block hold its rows, and no subject or text that they do not need', () => {
  fc.assert(
    fc.property(
      block.filter(({ results, spends }) => results.count + spends.count > 1),
      (of) => {
        const halves = halveBlock(of)
        const key = (rows: unknown[]): string[] => rows.map((row) => JSON.stringify(row)).sort()
        expect(key(halves.flatMap(rowsOf))).toEqual(key(rowsOf(of)))
        for (const half of halves) {
          expect(decodeBlock(encodeBlock(half))).toEqual(half)
          expect(new Set([...half.results.subject, ...half.spends.subject]).size).toBe(half.subjects.length)
        }
      },
    ),
    { seed: 5, numRuns: 200 },
  )
})

test('one row that fits no item is a bug of whoever made it', () => {
  const builder = new BlockBuilder(false)
  builder.addResult(2, builder.subject(1, 0, '', '', noDay), 20_000, 0, '', [])
  expect(() => halveBlock(builder.build())).toThrow('one row')
})

const holding = fc.record({
  upload: fc.constantFrom<UploadId>(uploadId(1), uploadId(2), uploadId(3)),
  won: fc.integer({ min: 0, max: 2 ** 15 - 1 }),
  beside: fc.integer({ min: 0, max: 2 ** 15 - 1 }),
})
const keyIndex: fc.Arbitrary<KeyIndex> = fc
  .array(
    fc.tuple(
      fc.string({ unit: 'grapheme' }).map((key) => `L${key}`),
      fc.uniqueArray(holding, { minLength: 1, selector: ({ upload }) => upload }),
    ),
  )
  .map((entries) => new Map(entries))

test('an index is read as it was written, by key and by upload', () => {
  fc.assert(
    fc.property(keyIndex, (index) => {
      const byUpload = (of: KeyIndex): KeyIndex =>
        new Map([...of].map(([key, list]) => [key, list.toSorted((a, b) => (a.upload < b.upload ? -1 : 1))]))
      expect(decodeIndex(encodeIndex(index))).toEqual(byUpload(index))
    }),
    { seed: 6, numRuns: 200 },
  )
})

test('an index of equal content has equal bytes, in whatever order it was made', () => {
  fc.assert(
    fc.property(keyIndex, (index) => {
      const turned: KeyIndex = new Map([...index].reverse().map(([key, list]) => [key, list.toReversed()]))
      expect(encodeIndex(turned)).toEqual(encodeIndex(index))
    }),
    { seed: 7, numRuns: 100 },
  )
})

test('ids of the wire keep their forms', () => {
  expect(NameId.safeParse('0123456789ab').success).toBe(true)
  expect(NameId.safeParse('0123456789AB').success).toBe(false)
  expect(UploadId.safeParse('01ARZ3NDEKTSV4RRFFQ69G5FAV').success).toBe(true)
})
