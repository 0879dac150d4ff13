import type { SnapshotAction } from '../../../functions/contract/snapshot.ts'
import type { UploadKind, UploadState } from '../../../functions/contract/upload.ts'
import { defineMessages } from './define-messages.ts'

/** Texts of uploads and snapshots. */
export const t = defineMessages({
  uploads: 'Uploads',
  uploadsNote: 'Newest first. Nothing counts before it is committed.',
  noUploads: 'Nothing was uploaded yet',
  noUploadsText: 'A template for each kind of file is on the page of the API.',
  template: 'Open the page of the API',
  upload: 'Upload',
  file: 'File',
  kind: 'Kind',
  state: 'State',
  rows: 'Rows',
  problems: 'Problems',
  uploadedAt: 'Uploaded',
  by: 'By',
  snapshots: 'Snapshots',
  snapshotsNote: 'Every state that the books have had, newest first. Each can be opened as it was.',
  number: 'Number',
  change: 'Change',
  at: 'When',
  diff: 'Snapshot {before} and {after}',
  compareWithBefore: 'What changed',
  noChange: 'No total differs',
  noChangeText: 'The two states of the books add up to the same.',
  measure: 'Measure',
  before: 'Before',
  after: 'After',
  spend: 'Spend',
  revenue: 'Revenue',
})

export const kindTexts: Record<UploadKind, string> = {
  spend: 'Spend',
  results: 'Results',
  performance: 'Performance',
  creators: 'Creators',
  campaigns: 'Campaigns',
  aliases: 'Aliases',
  fx: 'Exchange rates',
}

export const stateTexts: Record<UploadState, string> = {
  receiving: 'Receiving',
  checking: 'Checking',
  ready: 'Ready',
  rejected: 'Rejected',
  failed: 'Failed',
  committing: 'Committing',
  committed: 'Committed',
  reverting: 'Reverting',
  reverted: 'Reverted',
  cancelled: 'Cancelled',
  expired: 'Expired',
}

export const actionTexts: Record<SnapshotAction, string> = {
  created: 'Books opened',
  committed: 'Committed',
  reverted: 'Reverted',
  recommitted: 'Committed again',
  replaced: 'Replaced',
}
