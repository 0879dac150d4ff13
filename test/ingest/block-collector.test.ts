import { describe, expect, test } from 'vitest'
import { limits } from '../../functions/contract/limits.ts'
import type { CheckOptions, UploadKind } from '../../functions/contract/upload.ts'
import { formatMonth } from '../../functions/domain/calendar.ts'
import { BlockCollector, type FinishedBlock } from '../../functions/domain/ingest/block-collector.ts'
import { FileParser } from '../../functions/domain/ingest/file-parser.ts'
import { NameHasher } from '../../functions/domain/ingest/name-hasher.ts'
import type { Block } from '../../functions/domain/ledger/block.ts'
import { decodeDirectoryBlock } from '../../functions/domain/ledger/directory.ts'
import { decodeBlock } from '../../functions/domain/ledger/encode-block.ts'
import { publicationBit } from '../../functions/domain/ledger/measures.ts'
import { uploadId } from '../support/builders.ts'
import { lines } from './read-file.ts'

function collect(kind: UploadKind, file: string, options: CheckOptions = {}) {
  const finished: FinishedBlock[] = []
  const collector = new BlockCollector(uploadId(1), options.figures === 'lifetime', (block) => finished.push(block))
  const parser = new FileParser({ kind, options, names: new NameHasher('key'), sink: collector })
  parser.push(Buffer.from(file))
  parser.finish()
  collector.finish()
  expect(parser.problems.listed).toEqual([])
  const blocks = (place: string): Block[] =>
    finished.filter((block) => block.place === place).map(({ bytes }) => decodeBlock(bytes))
  return { collector, finished, blocks, months: [...collector.months].sort((a, b) => a - b).map(formatMonth) }
}
const spendHeader = 'date,creator,amount,currency'
const resultHeader = 'date,creator,platform,post,published,clicks,followers'

test('rows stand in the month of their date', () => {
  const { collector, months } = collect('spend', lines(spendHeader, '2026-03-31,@a,1,USD', '2026-04-01,@a,2,USD'))
  expect(collector.blocks).toEqual({ 'MONTH#2026-03': 1, 'MONTH#2026-04': 1 })
  expect(months).toEqual(['2026-03', '2026-04'])
})

test('a spread row stands whole in each month of its period, and counts once in the totals', () => {
  const file = lines(`${spendHeader},period_start,period_end`, '2026-03-14,@a,90.00,USD,2026-01-15,2026-03-15')
  const { collector, blocks, months } = collect('spend', file)
  expect(months).toEqual(['2026-01', '2026-02', '2026-03'])
  for (const month of months) expect([...(blocks(`MONTH#${month}`)[0]?.spends.amount ?? [])]).toEqual([9000])
  expect(collector.totals()).toEqual([{ measure: 'spend', currency: 'USD', amountMinor: 9000, rows: 1 }])
})

test('totals are by measure and currency, as the file has them', () => {
  const file = lines(
    'date,creator,clicks,revenue,amount,currency',
    '2026-03-14,@a,1,5.00,1.00,USD',
    '2026-03-14,@b,1,,2.00,USD',
    '2026-03-14,@c,1,700,300,JPY',
  )
  expect(collect('performance', file).collector.totals()).toEqual([
    { measure: 'revenue', currency: 'JPY', amountMinor: 700, rows: 1 },
    { measure: 'revenue', currency: 'USD', amountMinor: 500, rows: 1 },
    { measure: 'spend', currency: 'JPY', amountMinor: 300, rows: 1 },
    { measure: 'spend', currency: 'USD', amountMinor: 300, rows: 2 },
  ])
})

describe('the publication of a post whose figures stand in later months', () => {
  const stubs = (block: Block | undefined): number[] =>
    [...(block?.results.mask ?? [])].filter((mask) => mask & publicationBit)

  test('is told in its own month, by a row that says only this', () => {
    const { blocks, months } = collect('results', lines(resultHeader, '2026-04-02,@a,tiktok,p1,2026-03-30,5,'))
    expect(stubs(blocks('MONTH#2026-03')[0])).toEqual([publicationBit])
    expect(stubs(blocks('MONTH#2026-04')[0])).toEqual([])
    expect(months).toEqual(['2026-04'])
  })

  test('needs no such row where the file has figures there too', () => {
    const { blocks } = collect(
      'results',
      lines(resultHeader, '2026-04-02,@a,tiktok,p1,2026-03-30,5,', '2026-03-31,@a,tiktok,p1,2026-03-30,9,'),
    )
    expect(stubs(blocks('MONTH#2026-03')[0])).toEqual([])
  })

  test('is not told twice for two rows', () => {
    const { blocks } = collect(
      'results',
      lines(resultHeader, '2026-04-02,@a,tiktok,p1,2026-03-30,5,', '2026-05-02,@a,tiktok,p1,2026-03-30,9,'),
    )
    expect(stubs(blocks('MONTH#2026-03')[0])).toHaveLength(1)
  })

  test('is where lifetime figures stand anyway', () => {
    const file = lines(resultHeader, '2026-04-02,@a,tiktok,p1,2026-03-30,5,')
    const { collector } = collect('results', file, { figures: 'lifetime' })
    expect(collector.blocks).toEqual({ 'MONTH#2026-03': 1 })
  })
})

test('a month with more rows than a block takes is packed into several', () => {
  const rows = Array.from({ length: limits.blockRowsMax + 10 }, (_, i) => `2026-03-14,@a,${i + 1},USD`)
  const { blocks, finished } = collect('spend', lines(spendHeader, ...rows))
  const of = blocks('MONTH#2026-03')
  expect(of.map(({ spends }) => spends.count)).toEqual([limits.blockRowsMax, 10])
  expect(finished.map(({ number }) => number)).toEqual([1, 2])
})

test('no block is larger than an item', () => {
  const text = (i: number): string =>
    Array.from({ length: 12 }, (_, n) =>
      Math.sin(i * 12 + n)
        .toString(36)
        .slice(3),
    ).join('')
  const rows = Array.from({ length: 12_000 }, (_, i) => `2026-03-14,@a,1.00,USD,${text(i)}`)
  const { blocks, finished } = collect('spend', lines(`${spendHeader},reference`, ...rows))
  expect(finished.length).toBeGreaterThan(1)
  for (const { bytes } of finished) expect(bytes.length).toBeLessThanOrEqual(limits.itemBytesMax)
  const seen = blocks('MONTH#2026-03').flatMap(({ spends }) => [...spends.line])
  expect(seen).toEqual(Array.from({ length: 12_000 }, (_, i) => i + 2))
})

test('directory rows stand in one place, in the order of the file', () => {
  const rows = Array.from({ length: 4100 }, (_, i) => `c${i},${i}`)
  const { collector, finished } = collect('creators', lines('creator,followers', ...rows))
  expect(collector.blocks).toEqual({ DIRECTORY: 2 })
  const read = finished.flatMap(({ bytes }) => decodeDirectoryBlock(bytes))
  expect(read).toEqual(collector.directoryRows)
  expect(read.map(({ line }) => line)).toEqual(Array.from({ length: 4100 }, (_, i) => i + 2))
})

test('the same file packs to the same bytes', () => {
  const file = lines(spendHeader, '2026-03-31,@a,1,USD', '2026-04-01,@b,2,EUR')
  expect(collect('spend', file).finished).toEqual(collect('spend', file).finished)
})
