import { useState } from 'preact/hooks'
import type { Upload } from '../../../../functions/contract/upload.ts'
import { loadOriginal } from '../../api/upload-original.ts'
import { formatBytes } from '../../format/format.ts'
import { t } from '../../messages/uploads.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorBox } from '../../ui/states.tsx'
import { saveFile } from './save-file.ts'
import { useStep } from './use-step.ts'

/** The file as it was uploaded, byte by byte. */
export function OriginalButton({ workspace, upload }: { workspace: string; upload: Upload }) {
  const [loaded, setLoaded] = useState(0)
  const { busy, problem, run } = useStep()
  const download = () =>
    run(async () => {
      setLoaded(0)
      saveFile(await loadOriginal(workspace, upload, setLoaded), upload.filename)
    })
  return (
    <>
      <Button disabled={busy} onClick={() => void download()}>
        {t('downloadOriginal')}
      </Button>
      {busy && (
        <p class="small" role="status">
          {t('loadingOriginal', { done: formatBytes(loaded), total: formatBytes(upload.progress.bytesTotal) })}
        </p>
      )}
      {problem && <ErrorBox problem={problem} />}
    </>
  )
}
