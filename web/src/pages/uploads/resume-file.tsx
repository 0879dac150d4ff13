import { useState } from 'preact/hooks'
import type { Upload } from '../../../../functions/contract/upload.ts'
import { toFilename } from '../../api/upload-parts.ts'
import { sendInBackground } from '../../api/upload-queue.ts'
import type { UploadPlace } from '../../api/upload-steps.ts'
import { formatBytes, formatCount } from '../../format/format.ts'
import { t } from '../../messages/uploads.ts'
import { Button } from '../../ui/button.tsx'
import { FileButton } from './file-button.tsx'

/** Goes on with an upload whose window was closed: the browser lets go of a file with it, so it is chosen again. */
export function ResumeFile({ place, upload }: { place: UploadPlace; upload: Upload }) {
  const [other, setOther] = useState<File>()
  const { bytesTotal } = upload.progress
  const send = (file: File) => sendInBackground({ ...place, file })
  const take = (file: File) => {
    const same = file.size === bytesTotal && toFilename(file.name) === upload.filename
    if (same) send(file)
    else setOther(file)
  }
  return (
    <>
      {other && other.size !== bytesTotal && (
        <p role="alert">{t('notSame', { found: sizeOf(other.size), expected: sizeOf(bytesTotal) })}</p>
      )}
      {other && other.size === bytesTotal && (
        <div role="alert" class="upload-stack">
          <p dir="auto">{t('otherName', { found: other.name, expected: upload.filename })}</p>
          <div class="actions">
            <Button onClick={() => send(other)}>{t('sendAnyway')}</Button>
          </div>
        </div>
      )}
      <div class="actions">
        <FileButton kind="main" onFiles={([file]) => file && take(file)}>
          {t('chooseSame')}
        </FileButton>
      </div>
    </>
  )
}

/** Two sizes may look the same when they are rounded. */
function sizeOf(bytes: number): string {
  return bytes < 1000 ? formatBytes(bytes) : `${formatBytes(bytes)} (${formatCount(bytes)})`
}
