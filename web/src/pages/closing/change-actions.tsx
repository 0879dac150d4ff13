import { useState } from 'preact/hooks'
import type { BooksChange } from '../../../../functions/contract/books-change.ts'
import { cancelChange, commitChange, useSettings } from '../../api/books-changes.ts'
import { useSession } from '../../app/use-session.ts'
import { t } from '../../messages/closing.ts'
import type { View } from '../../state/view.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorBox } from '../../ui/states.tsx'
import { previewHref } from '../uploads/confirm-dialogs.tsx'
import { useStep } from '../uploads/use-step.ts'
import { AgreeButton } from './agree-button.tsx'
import { describeEdit } from './describe-edit.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { RestatedTable } from './restated-table.tsx'
import { sayWhoCommits } from './say-who-commits.ts'
import { useStaging } from './use-staging.ts'

type ChangeActionsProps = { view: View; change: BooksChange; onStepped: () => void }

const over: readonly BooksChange['state'][] = ['refused', 'failed', 'cancelled', 'expired']
const cancellable: readonly BooksChange['state'][] = ['staging', 'ready', 'refused', 'failed']

/** The steps that a change can take from where it stands, the next one first. */
export function ChangeActions({ view, change, onStepped }: ChangeActionsProps) {
  const [asking, setAsking] = useState(false)
  const step = useStep()
  const staging = useStaging(view)
  const session = useSession()
  const fourEyes = useSettings(view.workspace).data?.settings.fourEyes ?? false
  const { state, preview, createdBy } = change
  const place = { workspace: view.workspace, id: change.id as string }
  const take = async (action: () => Promise<unknown>) => {
    const done = await step.run(action)
    if (done) setAsking(false)
    onStepped()
  }
  const commits = state === 'ready' && preview !== null
  const blocked = commits ? sayWhoCommits({ session, fourEyes, preparedBy: [createdBy], needsAdmin: true }) : null
  return (
    <>
      {step.problem && !asking && <ErrorBox problem={step.problem} />}
      {staging.problem && <ErrorBox problem={staging.problem} />}
      <div class="actions">
        {commits && (
          <AgreeButton text={t('commit')} busy={step.busy} blocked={blocked} onAgree={() => setAsking(true)} />
        )}
        {preview !== null && <ButtonLink href={previewHref(view, preview)}>{t('seePreview')}</ButtonLink>}
        {over.includes(state) && (
          <Button kind="main" disabled={staging.busy} onClick={() => void staging.stage(change.edit)}>
            {t('again')}
          </Button>
        )}
        {cancellable.includes(state) && (
          <Button kind="plain" disabled={step.busy} onClick={() => void take(() => cancelChange(place))}>
            {t('cancel')}
          </Button>
        )}
      </div>
      {asking && commits && (
        <ReasonDialog
          title={t('commitAsk')}
          text={describeEdit(change.edit)}
          confirm={t('commit')}
          asksReason={change.needsReason}
          step={step}
          onConfirm={(reason) => void take(() => commitChange(place, preview, reason))}
          onClose={() => setAsking(false)}
        >
          {change.restated.length > 0 && <RestatedTable restated={change.restated} restates={change.restates} />}
        </ReasonDialog>
      )}
    </>
  )
}
