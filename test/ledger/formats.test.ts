import { readdirSync, readFileSync } from 'node:fs'
import { zstdDecompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { packedKind } from '../../functions/domain/ledger/codec/pack.ts'
import {
  decodeDirectory,
  decodeDirectoryBlock,
  decodeRates,
  encodeDirectory,
  encodeDirectoryBlock,
  encodeRates,
} from '../../functions/domain/ledger/directory.ts'
import { decodeBlock, encodeBlock } from '../../functions/domain/ledger/encode-block.ts'
import {
  decodeDay,
  decodeQuality,
  decodeRollup,
  encodeDay,
  encodeQuality,
  encodeRollup,
} from '../../functions/domain/ledger/encode-rollup.ts'
import { decodeIndex, encodeIndex } from '../../functions/domain/ledger/month-index.ts'
import { readSnapshotBody } from '../../functions/domain/ledger/snapshot.ts'
import {
  aBlock,
  aBody1,
  aBody2,
  aBody3,
  aDay,
  aDirectory,
  anIndex,
  aQuality,
  aRollup,
  someDirectoryRows,
  someRates,
} from './fixture-values.ts'

const folder = new URL('fixtures/', import.meta.url)
const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, folder)))

type Format = {
  kind: keyof typeof packedKind
  decode: (bytes: Uint8Array) => unknown
  again: Uint8Array
  value: unknown
}
const formats: Record<string, Format> = {
  block: { kind: 'block', decode: decodeBlock, again: encodeBlock(aBlock), value: aBlock },
  rollup: {
    kind: 'rollup',
    decode: decodeRollup,
    again: encodeRollup(aRollup),
    value: { version: 1, ...aRollup },
  },
  day: { kind: 'day', decode: decodeDay, again: encodeDay(aDay), value: aDay },
  index: { kind: 'index', decode: decodeIndex, again: encodeIndex(anIndex), value: anIndex },
  quality: { kind: 'quality', decode: decodeQuality, again: encodeQuality(aQuality), value: aQuality },
  directory: { kind: 'directory', decode: decodeDirectory, again: encodeDirectory(aDirectory), value: aDirectory },
  fx: { kind: 'fx', decode: decodeRates, again: encodeRates(someRates), value: someRates },
  'directory-block': {
    kind: 'directoryBlock',
    decode: decodeDirectoryBlock,
    again: encodeDirectoryBlock(someDirectoryRows),
    value: someDirectoryRows,
  },
}

describe.each(Object.entries(formats))('a packed %s', (name, { kind, decode, again, value }) => {
  const written = fixture(`${name}-1.bin`)

  test('of format 1 still says what it said', () => {
    expect(decode(written)).toEqual(value)
  })

  test('is read as it was written', () => {
    expect(decode(again)).toEqual(value)
  })

  test('begins with its kind and its version', () => {
    expect([...written.subarray(0, 2)]).toEqual([packedKind[kind], 1])
  })

  test('of a newer format is refused, not guessed at', () => {
    const newer = Uint8Array.from(written)
    newer[1] = 2
    expect(() => decode(newer)).toThrow(expect.objectContaining({ code: 'too-new-format' }))
  })

  test('of another kind is not read', () => {
    const other = Uint8Array.from(written)
    other[0] = 99
    expect(() => decode(other)).toThrow('found kind 99')
  })

  test('that lost bytes is not read', () => {
    expect(() => decode(written.subarray(0, written.length - 4))).toThrow()
  })
})

test.each([
  { format: 1, body: aBody1 },
  { format: 2, body: aBody2 },
  { format: 3, body: aBody3 },
])('the body of a snapshot of format $format still says what it said', ({ format, body }) => {
  const stored = zstdDecompressSync(fixture(`snapshot-body-${format}.bin`))
  expect(readSnapshotBody(JSON.parse(stored.toString()))).toEqual(body)
})

test('the body of a snapshot is read as it was written', () => {
  expect(readSnapshotBody(JSON.parse(JSON.stringify(aBody3)))).toEqual(aBody3)
})

test('the body of a snapshot of a newer format is refused', () => {
  expect(() => readSnapshotBody({ ...aBody3, format: 4 })).toThrow(expect.objectContaining({ code: 'too-new-format' }))
})

test('every packed kind has a fixture of each of its versions', () => {
  const names = readdirSync(folder).sort()
  expect(names).toEqual(
    [
      ...Object.keys(formats).map((name) => `${name}-1.bin`),
      'snapshot-body-1.bin',
      'snapshot-body-2.bin',
      'snapshot-body-3.bin',
    ].sort(),
  )
  expect(
    Object.values(formats)
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(Object.keys(packedKind).sort())
})
