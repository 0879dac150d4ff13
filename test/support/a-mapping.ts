import { MappingId } from '../../functions/contract/mapping.ts'
import type { MappingRecord } from '../../functions/domain/reading/remembered/mapping-record.ts'
import { anInstant, uploadId } from './builders.ts'

export function aMapping(parts: Partial<MappingRecord> = {}): MappingRecord {
  return {
    format: 1,
    id: MappingId.parse(uploadId(70)),
    name: 'Meta weekly',
    kind: 'spend',
    shape: '0123456789abcdef0123456789abcdef',
    headers: ['Datum', 'Betrag', 'Kampagne'],
    columns: ['date', 'amount', 'campaign'],
    constants: {},
    answers: [],
    rounding: false,
    figures: null,
    sheet: null,
    currencyProposed: null,
    version: 1,
    createdBy: 'anna@example.com',
    createdAt: anInstant,
    updatedBy: 'anna@example.com',
    updatedAt: anInstant,
    lastUsedAt: null,
    lastUsedBy: null,
    ...parts,
  }
}
