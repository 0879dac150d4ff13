import type { ComponentProps } from 'preact'
import type { Upload } from '../../../../functions/contract/upload.ts'
import { t as closing } from '../../messages/closing.ts'
import { t as figures } from '../../messages/upload-figures.ts'
import { t } from '../../messages/uploads.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { ReasonDialog } from '../closing/reason-dialog.tsx'
import { RestatedTable } from '../closing/restated-table.tsx'
import { ChangeTable } from './change-table.tsx'
import { presentWarnings } from './present-warnings.ts'
import { Warnings } from './warnings.tsx'

type Asked = Pick<ComponentProps<typeof ReasonDialog>, 'step' | 'onConfirm' | 'onClose'>
const cautious = { kind: 'danger', keep: t('keep') } as const

export function CancelDialog(asked: Asked) {
  const words = { title: t('cancelAsk'), text: t('cancelText'), confirm: t('cancelUpload') }
  return <ReasonDialog {...asked} {...cautious} {...words} asksReason={false} />
}

type RestateProps = Asked & { upload: Upload }

/** A commit that changes what closed months say: an admin says why. */
export function RestateDialog({ upload, ...asked }: RestateProps) {
  const words = { title: closing('restateAsk'), text: closing('restateText'), confirm: t('commit') }
  return (
    <ReasonDialog {...asked} {...words} asksReason ready={upload.preview !== null}>
      <RestatedTable restated={upload.restated} restates={upload.restates} />
    </ReasonDialog>
  )
}

type RevertProps = Asked & {
  view: View
  upload: Upload
  /** The preview that was asked for is not there yet. */
  staging: boolean
  /** Why whoever looks may not agree. */
  blocked: string | null
}

/** Shows what the revert changes before it can be agreed to. */
export function RevertDialog({ view, upload, staging, blocked, ...asked }: RevertProps) {
  const preview = !staging && upload.previewAction === 'revert' ? upload.preview : null
  const warnings = staging ? [] : presentWarnings(upload)
  const restates = preview !== null && upload.restated.length > 0
  const agreeable = preview !== null && blocked === null
  const words = { title: t('revertAsk'), text: t('revertText'), confirm: t('revert') }
  return (
    <ReasonDialog {...asked} {...cautious} {...words} asksReason={restates && blocked === null} ready={agreeable}>
      <h3 class="small">{figures('change')}</h3>
      <Warnings warnings={warnings} />
      {preview === null ? (
        warnings.length === 0 && <p role="status">{t('staging')}</p>
      ) : (
        <>
          <ChangeTable view={view} preview={preview} />
          <p>
            <a href={previewHref(view, preview)}>{t('seePreview')}</a>
          </p>
        </>
      )}
      {restates && <RestatedTable restated={upload.restated} restates={upload.restates} />}
      {preview !== null && blocked !== null && <p role="status">{blocked}</p>}
    </ReasonDialog>
  )
}

export function previewHref(view: View, preview: string): string {
  return hrefOf('/', { ...view, snapshot: null, preview })
}
