import { SavedViewId } from '../../functions/contract/saved-view.ts'
import type { ViewRecord } from '../../functions/domain/views/view-record.ts'
import { anInstant, uploadId } from './builders.ts'

export function aView(parts: Partial<ViewRecord> = {}): ViewRecord {
  return {
    format: 1,
    version: 0,
    id: SavedViewId.parse(uploadId(85)),
    name: 'Spring',
    path: '/',
    search: 'from=2026-03-01&to=2026-05-31',
    snapshot: null,
    shared: false,
    savedBy: 'anna@example.com',
    savedAt: anInstant,
    ...parts,
  }
}
