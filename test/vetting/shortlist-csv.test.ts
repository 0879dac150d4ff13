import { expect, test } from 'vitest'
import type { NameId } from '../../functions/contract/ids.ts'
import type { NoteId } from '../../functions/contract/vetting.ts'
import { shortlistCsv } from '../../functions/domain/vetting/shortlist-csv.ts'
import { anInstant } from '../support/builders.ts'

const vettingOf = (...texts: string[]) => ({
  creator: '00000000000a' as NameId,
  shortlisted: { by: 'finance@example.com', at: anInstant },
  notes: texts.map((text) => ({ id: '0'.repeat(26) as NoteId, text, by: 'a@example.com', at: anInstant })),
})

test.each(['=1+1', '+1', '-1+1', '@anna', '\tx', '\rx'])('the name %j is text to a spreadsheet', (name) => {
  const csv = shortlistCsv([{ name, vetting: vettingOf(), row: null }], 'cpa', 'USD')
  expect(csv.split('\r\n')[1]?.replace(/^"/, '').startsWith(`'${name[0]}`)).toBe(true)
})

test('notes stand in one cell, whatever they hold', () => {
  const csv = shortlistCsv([{ name: 'a', vetting: vettingOf('say "no", then\nyes', 'b'), row: null }], 'cpa', 'USD')
  expect(csv).toContain('"2026-03-14 a@example.com: say ""no"", then\nyes\n2026-03-14 a@example.com: b"')
})

test('an empty shortlist is a header', () => {
  expect(shortlistCsv([], 'cpa', 'USD').split('\r\n')).toHaveLength(2)
})
