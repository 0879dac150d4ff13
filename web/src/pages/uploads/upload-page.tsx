import { useState } from 'preact/hooks'
import type { CellMend } from '../../../../functions/contract/cell-patch.ts'
import type { FlagCode, Upload } from '../../../../functions/contract/upload.ts'
import { isUnknown } from '../../api/api-problem.ts'
import { checkAgain, type NextCheck, useCheckOptions } from '../../api/check-options.ts'
import { withExcluded, withFlagged, withMends, withoutExcluded, withoutFlagged } from '../../api/upload-options.ts'
import { useSendings } from '../../api/upload-queue.ts'
import { useReplacement } from '../../api/use-ledger.ts'
import type { PageProps } from '../../app/routes.ts'
import { useSession } from '../../app/use-session.ts'
import { t as ledger } from '../../messages/ledger.ts'
import { t as figures } from '../../messages/upload-figures.ts'
import { t } from '../../messages/uploads.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered, Empty, ErrorBox } from '../../ui/states.tsx'
import '../../styles/uploads.css'
import { ToChange } from '../closing/to-change.tsx'
import { GainCard } from '../matching/gain-table.tsx'
import { ChangeTable } from './change-table.tsx'
import { CheckDialog } from './check-dialog.tsx'
import { AboutUpload, ControlTotals, RowTiles } from './figures.tsx'
import { LeftOutCard } from './left-out-card.tsx'
import { MendCard } from './mending/mend-card.tsx'
import { MendedCard } from './mending/mended-card.tsx'
import { MonthsTouched } from './months-touched.tsx'
import { NotForYou } from './not-for-you.tsx'
import { OriginalButton } from './original-button.tsx'
import { presentWarnings } from './present-warnings.ts'
import { ProblemsCard } from './problems-card.tsx'
import { KindNotice } from './reading/kind-notice.tsx'
import { MappingNote } from './reading/mapping-note.tsx'
import { QuestionsCard } from './reading/questions-card.tsx'
import { ReadingCard } from './reading/reading-card.tsx'
import { UnsentNote } from './reading/unsent-note.tsx'
import { useUploadReading } from './reading/use-upload-reading.ts'
import { RowsCard } from './rows-card.tsx'
import { StateCard } from './state-card.tsx'
import { UploadActions } from './upload-actions.tsx'
import { type Staging, useFollowedUpload } from './use-followed-upload.ts'
import { useStep } from './use-step.ts'
import { Warnings } from './warnings.tsx'

export function UploadPage({ view, parameters }: PageProps) {
  const executive = useSession()?.role === 'executive'
  return executive ? <NotForYou view={view} /> : <OneUpload view={view} id={parameters.id ?? ''} />
}

function OneUpload({ view, id }: { view: View; id: string }) {
  const { answer, staging, stepped } = useFollowedUpload(view.workspace, id)
  const actions = <ButtonLink href={hrefOf('/uploads', view)}>{t('allUploads')}</ButtonLink>
  if (answer.data === undefined && isUnknown(answer.problem)) {
    return (
      <>
        <ToChange view={view} id={id} />
        <Empty level={1} title={t('unknownUpload')} action={actions}>
          {t('unknownUploadText')}
        </Empty>
      </>
    )
  }
  return (
    <div class="page">
      <PageHead title={answer.data?.filename ?? t('upload')} under={ledger('uploads')} actions={actions} />
      <Answered answer={answer}>
        {(upload) => <UploadBody view={view} upload={upload} staging={staging} onStepped={stepped} />}
      </Answered>
    </div>
  )
}

type UploadBodyProps = {
  view: View
  upload: Upload
  staging: Staging | null
  onStepped: (staging?: Staging) => void
}

function UploadBody({ view, upload, staging, onStepped }: UploadBodyProps) {
  const [checking, setChecking] = useState(false)
  const [checks, setChecks] = useState(0)
  const step = useStep()
  const sending = useSendings().find(({ id }) => id === upload.id)
  const { workspace } = view
  const replacement = useReplacement(workspace, upload).data
  const place = { workspace, id: upload.id as string }
  const check = async (next: NextCheck) => {
    setChecking(false)
    if (await step.run(() => checkAgain(place, next))) setChecks(checks + 1)
    onStepped()
  }
  const run = (next: NextCheck) => void check(next)
  const options = useCheckOptions(place, upload, checks)
  const last = options.stale ? undefined : options.data
  const isOpen = upload.state === 'ready' || upload.state === 'rejected'
  const leaveOut = isOpen ? (lines: readonly number[]) => run((was) => withExcluded(was, lines)) : null
  const leaveAllOut = isOpen ? (code: FlagCode) => run((was) => withFlagged(was, code)) : null
  const takeFlaggedIn = isOpen ? (code: FlagCode) => run((was) => withoutFlagged(was, code)) : null
  const takeIn = isOpen ? (lines: readonly number[]) => run((was) => withoutExcluded(was, lines)) : null
  const mend = (mends: readonly CellMend[]) => run((was) => withMends(was, mends))
  const reading = useUploadReading(workspace, upload, { busy: step.busy, count: checks, last, run })
  const asked = upload.asks > 0
  const checked = upload.rows.read > 0 || upload.rows.problems > 0
  const { state, preview } = upload
  return (
    <>
      <Warnings warnings={presentWarnings(upload)} busy={step.busy} onLeaveOut={leaveOut} onLeaveAllOut={leaveAllOut} />
      {step.problem && <ErrorBox problem={step.problem} />}
      {options.problem && last === undefined && <ErrorBox problem={options.problem} onRetry={options.retry} />}
      <StateCard upload={upload} sending={sending} replacement={replacement}>
        <UnsentNote bundle={reading} />
        <UploadActions
          view={view}
          upload={upload}
          sending={sending}
          staging={staging}
          onStepped={onStepped}
          onCheck={() => setChecking(true)}
        />
      </StateCard>
      <KindNotice view={view} bundle={reading} />
      <MappingNote view={view} bundle={reading} />
      <QuestionsCard bundle={reading} />
      {checked && state !== 'checking' && !asked && <RowTiles rows={upload.rows} />}
      {upload.rows.problems > 0 && state !== 'checking' && !asked && (
        <ProblemsCard
          key={`${state} ${JSON.stringify(upload.rows)}`}
          view={view}
          upload={upload}
          busy={step.busy}
          onCheck={run}
        />
      )}
      <MendCard workspace={workspace} upload={upload} last={last} busy={step.busy} onCheck={isOpen ? mend : null} />
      <MendedCard workspace={workspace} upload={upload} busy={step.busy} onTakeBack={isOpen ? mend : null} />
      {last && (
        <LeftOutCard
          lines={last.exclude ?? []}
          codes={last.excludeFlagged ?? []}
          leftOut={upload.leftOut}
          busy={step.busy}
          onTakeIn={takeIn}
          onTakeFlaggedIn={takeFlaggedIn}
        />
      )}
      {state === 'rejected' && <ReadingCard view={view} bundle={reading} />}
      <MonthsTouched upload={upload} />
      <div class="cards">
        {preview !== null && (
          <Card title={figures(upload.previewAction === 'revert' ? 'changeByRevert' : 'change')}>
            <ChangeTable view={view} preview={preview} />
          </Card>
        )}
        {preview !== null && upload.kind === 'aliases' && <GainCard workspace={workspace} preview={preview} />}
        {checked && state !== 'checking' && state !== 'rejected' && <ControlTotals view={view} upload={upload} />}
        <AboutUpload view={view} upload={upload} />
      </div>
      {checked && state !== 'checking' && state !== 'rejected' && <RowsCard view={view} upload={upload} />}
      {state !== 'rejected' && <ReadingCard view={view} bundle={reading} />}
      {state !== 'receiving' && (
        <div class="actions">
          <OriginalButton workspace={workspace} upload={upload} />
        </div>
      )}
      {checking && last && (
        <CheckDialog
          upload={upload}
          last={last}
          onCheck={(chosen) => run(() => chosen)}
          onClose={() => setChecking(false)}
        />
      )}
    </>
  )
}
