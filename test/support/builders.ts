import type { Settings } from '../../functions/contract/books-change.ts'
import { ChangeId, UploadId } from '../../functions/contract/ids.ts'
import type { ChangeRecord } from '../../functions/domain/ledger/change-record.ts'
import { emptyBody, type PreviewRecord, type SnapshotRecord } from '../../functions/domain/ledger/snapshot.ts'
import type { UploadRecord } from '../../functions/domain/ledger/upload-record.ts'

export const anInstant = '2026-03-14T09:26:53.000Z'

export const someSettings: Settings = {
  reportingCurrency: 'USD',
  bands: { microFrom: 1000, microTo: 100_000 },
  objective: 'sales',
  fourEyes: false,
  dealCosts: null,
}

/** The n-th of a series of ids in order of creation. */
export function uploadId(n: number): UploadId {
  return UploadId.parse(`01${String(n).padStart(24, '0')}`)
}

/** The n-th of a series of staging ids. */
export function stagingId(n: number): string {
  return String(n).padStart(20, 's')
}

export function aUploadRecord(fields: Partial<UploadRecord> = {}): UploadRecord {
  return {
    format: 1,
    version: 0,
    id: uploadId(1),
    kind: 'spend',
    filename: 'march.csv',
    state: 'receiving',
    progress: { bytes: 0, bytesTotal: 10, rows: 0, months: 0, monthsTotal: 0 },
    rows: { read: 0, valid: 0, new: 0, recorded: 0, corrected: 0, excluded: 0, problems: 0 },
    totals: [],
    months: [],
    asks: 0,
    warnings: [],
    leftOut: [],
    mended: 0,
    patches: [],
    replaces: null,
    replacedBy: null,
    rowPolicy: 'all',
    mappingVersion: 0,
    mapping: null,
    preview: null,
    previewAction: null,
    snapshot: null,
    sample: false,
    origin: 'file',
    createdBy: 'finance@example.com',
    createdAt: anInstant,
    stagedBy: null,
    committedBy: null,
    committedAt: null,
    revertedBy: null,
    revertedAt: null,
    attempt: 0,
    task: null,
    options: {},
    columns: {},
    checked: null,
    problemsStaging: null,
    problemsTotal: 0,
    problemsBeyond: 0,
    linesStaging: null,
    partsDigest: null,
    staged: null,
    place: null,
    agreed: null,
    ...fields,
  }
}

export function aSnapshot(fields: Partial<SnapshotRecord> = {}): SnapshotRecord {
  return {
    number: 1,
    committedAt: anInstant,
    committedBy: 'finance@example.com',
    action: 'committed',
    upload: uploadId(1),
    filename: 'march.csv',
    kind: 'spend',
    uploads: 1,
    months: 0,
    sample: false,
    changes: [],
    reported: [],
    restated: [],
    edit: null,
    reason: null,
    body: emptyBody(someSettings),
    ...fields,
  }
}

export function aPreview(fields: Partial<PreviewRecord> = {}): PreviewRecord {
  return {
    base: 0,
    stagedAt: anInstant,
    changes: [],
    reported: [],
    restated: [],
    closes: [],
    reopens: [],
    body: emptyBody(someSettings),
    ...fields,
  }
}

/** The n-th of a series of ids of changes; no upload of the other series has it. */
export function changeId(n: number): ChangeId {
  return ChangeId.parse(`02${String(n).padStart(24, '0')}`)
}

export function aChangeRecord(fields: Partial<ChangeRecord> = {}): ChangeRecord {
  return {
    format: 1,
    version: 0,
    attempt: 0,
    id: changeId(1),
    edit: { kind: 'close', months: ['2026-03'] },
    state: 'staging',
    progress: { months: 0, monthsTotal: 0 },
    problems: [],
    problemsTotal: 0,
    warnings: [],
    reported: [],
    restated: [],
    restates: [],
    pins: [],
    reason: null,
    preview: null,
    snapshot: null,
    createdBy: 'finance@example.com',
    createdAt: anInstant,
    committedBy: null,
    committedAt: null,
    task: null,
    staged: null,
    agreed: null,
    ...fields,
  }
}
