import { describe, expect, test } from 'vitest'
import { UploadKind } from '../../functions/contract/upload.ts'
import { fieldOfHeader, kindFields, templateCsv } from '../../functions/domain/ingest/kinds.ts'
import { headerKey } from '../../functions/domain/ingest/normalise.ts'
import { readFile } from './read-file.ts'

describe.each(UploadKind.options)('kind %s', (kind) => {
  test('every field is found by its own name', () => {
    for (const { name } of kindFields[kind]) expect(fieldOfHeader(kind, name)?.name).toBe(name)
  })

  test('every synonym finds its own field', () => {
    for (const { name, synonyms } of kindFields[kind])
      for (const synonym of synonyms)
        expect(`${synonym}: ${fieldOfHeader(kind, synonym)?.name}`).toBe(`${synonym}: ${name}`)
  })

  test('no header means two fields', () => {
    const owners = new Map<string, Set<string>>()
    for (const { name, synonyms } of kindFields[kind])
      for (const header of [name, ...synonyms]) {
        const key = headerKey(header)
        owners.set(key, (owners.get(key) ?? new Set()).add(name))
      }
    expect([...owners].filter(([, fields]) => fields.size > 1)).toEqual([])
  })

  test('its template is a file with one good row', () => {
    const read = readFile({ kind, file: templateCsv(kind) })
    expect(read.codes).toEqual([])
    expect(read.counts).toEqual({ read: 1, valid: 1, excluded: 0 })
    expect(read.warnings).toEqual([])
    expect(Object.keys(read.columns)).toEqual(kindFields[kind].map(({ name }) => name))
  })
})
