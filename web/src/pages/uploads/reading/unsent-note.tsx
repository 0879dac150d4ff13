import { t } from '../../../messages/reading.ts'
import { isEdited } from './reading-edits.ts'
import type { UploadReading } from './use-upload-reading.ts'

/** What was changed and not sent is not in the preview, and would not be in the books. */
export function UnsentNote({ bundle }: { bundle: UploadReading }) {
  const { upload, reading, edits, rounding } = bundle
  if (upload.state !== 'ready' || !reading || !isEdited(reading, edits, rounding)) return null
  return <p class="reading-changed small">{t('unsent')}</p>
}
