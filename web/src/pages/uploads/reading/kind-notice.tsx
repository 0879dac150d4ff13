import { fileOf, startUpload } from '../../../api/upload-queue.ts'
import { cancelUpload } from '../../../api/upload-steps.ts'
import { kindTexts } from '../../../messages/ledger.ts'
import { t } from '../../../messages/reading.ts'
import { navigate } from '../../../state/router.ts'
import { hrefOf } from '../../../state/use-view.ts'
import type { View } from '../../../state/view.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { ErrorBox } from '../../../ui/states.tsx'
import { useStep } from '../use-step.ts'
import { otherKind } from './other-kind.ts'
import type { UploadReading } from './use-upload-reading.ts'

/** The file looks like one of another kind than it was uploaded as. */
export function KindNotice({ view, bundle }: { view: View; bundle: UploadReading }) {
  const { upload, reading, open } = bundle
  const step = useStep()
  const other = reading ? otherKind(reading, upload.kind) : null
  if (other === null || !['ready', 'rejected'].includes(upload.state)) return null
  const kind = kindTexts[other.kind]
  const { workspace } = view
  // A file that takes another's place keeps its kind.
  const file = upload.replaces === null ? fileOf(upload.id) : undefined
  const goOn = (kept: File) =>
    step.run(async () => {
      // First the new one: where it is refused, nothing is lost.
      const id = await startUpload(workspace, { file: kept, kind: other.kind })
      await cancelUpload({ workspace, id: upload.id })
      navigate(hrefOf(`/uploads/${id}`, view))
    })
  const action = file && (
    <Button disabled={step.busy || !open} onClick={() => void goOn(file)}>
      {t('uploadAs', { kind })}
    </Button>
  )
  return (
    <>
      <Notice tone="warn" title={t('looksLike', { kind })} actions={action}>
        {other.reason} {t('uploadedAs', { kind: kindTexts[upload.kind] })}
        {!file && ` ${t('uploadAsWords', { kind })}`}
      </Notice>
      {step.problem && <ErrorBox problem={step.problem} />}
    </>
  )
}
