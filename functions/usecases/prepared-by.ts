import type { UploadRecord } from '../domain/ledger/upload-record.ts'

/**
 * Who prepared what a preview of an upload shows: of a first commit whoever uploaded the file too. Made-up files are
 * nobody's.
 */
export function preparedBy(
  record: Pick<UploadRecord, 'sample' | 'place' | 'createdBy' | 'stagedBy'>,
): (string | null)[] {
  if (record.sample) return []
  return record.place ? [record.stagedBy] : [record.createdBy, record.stagedBy]
}
