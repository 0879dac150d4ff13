import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { WorkspaceId } from '../../functions/contract/ids.ts'
import { limits } from '../../functions/contract/limits.ts'
import { cellSums } from '../../functions/domain/ledger/cell-sums.ts'
import { packedKind } from '../../functions/domain/ledger/codec/pack.ts'
import { measureCount } from '../../functions/domain/ledger/measures.ts'
import { booksKeys } from '../../functions/store/keys.ts'

const document = readFileSync(join(import.meta.dirname, '../../docs/formats.md'), 'utf8')
const keys = booksKeys(WorkspaceId.parse('w'))

test.each([
  ['head', keys.head],
  ['snapshot', keys.snapshot(41)],
  ['snapshot, slice of a large body', keys.snapshotBody(41, 'digest#0001')],
  ['upload', { ...keys.upload('id'), sk: undefined }],
  ['change', { ...keys.change('id'), sk: undefined }],
  ['part', keys.part('id', 1)],
  ['part has arrived', keys.received('id', 1)],
  ['problems', keys.problems('id', 'staging', 1)],
  ['staging', keys.staging('id', 'staging')],
  ['preview', keys.preview('id', 'staging')],
  ['preview, slice of a large body', keys.previewBody('id', 'staging', 'digest#0001')],
  ['block', { pk: keys.place('MONTH#2026-03'), sk: 'BLOCK#upload#staging#0001' }],
  ['directory', { pk: keys.place('DIRECTORY'), sk: 'DIRECTORY#staging#0001' }],
  ['name', { ...keys.name('id'), sk: undefined }],
  ['notes on a creator', { ...keys.vetting('id'), sk: undefined }],
  ['refused pair of names', keys.refusal('creator', 'id', 'id')],
  ['audit entry', { ...keys.audit('', 0), sk: undefined }],
])('the document says where a %s stands', (item, { pk, sk }) => {
  const row = document.split('\n').find((line) => line.startsWith(`| ${item} |`)) ?? ''
  expect(row).toContain(`| \`${pk}\` |`)
  if (sk !== undefined) expect(row).toContain(`| \`${sk}\` |`)
})

test('the document numbers the packed kinds as the code does', () => {
  const words = Object.entries(packedKind).map(
    ([kind, number]) => `${number} ${kind === 'directoryBlock' ? 'directory block' : kind}`,
  )
  expect(document).toContain(`kind: ${words.join(', ')}`)
})

test('the document counts sums and measures as the code does', () => {
  expect(document).toContain(`| sum count | \`u\` | ${cellSums.length} |`)
  expect(document).toContain(`| ${measureCount} measures |`)
})

test('the document names the bound of an item', () => {
  expect(document).toContain(`${limits.itemBytesMax.toLocaleString('en')} bytes`)
})
