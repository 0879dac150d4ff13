import type { BooksChange } from '../../../../functions/contract/books-change.ts'
import { isUnknown } from '../../api/api-problem.ts'
import type { PageProps } from '../../app/routes.ts'
import { useSession } from '../../app/use-session.ts'
import { formatCount } from '../../format/format.ts'
import { changeStateTexts, t } from '../../messages/closing.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Badge, Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered, Empty } from '../../ui/states.tsx'
import '../../styles/uploads.css'
import { ProgressBar } from '../uploads/progress-bar.tsx'
import { Warnings } from '../uploads/warnings.tsx'
import { ChangeActions } from './change-actions.tsx'
import { AboutChange, ChangeProblems, Pins } from './change-parts.tsx'
import { changeTones } from './change-tones.ts'
import { describeEdit } from './describe-edit.ts'
import { FinanceOnly } from './finance-only.tsx'
import { MonthChangesTable } from './month-changes-table.tsx'
import { RestatedTable } from './restated-table.tsx'
import { useFollowedChange } from './use-followed-change.ts'

/** One change of the books that is no file: what it would do, and the step that agrees to it. */
export function ChangePage({ view, parameters }: PageProps) {
  const executive = useSession()?.role === 'executive'
  return executive ? <FinanceOnly view={view} /> : <OneChange view={view} id={parameters.id ?? ''} />
}

function OneChange({ view, id }: { view: View; id: string }) {
  const answer = useFollowedChange(view.workspace, id)
  const actions = <ButtonLink href={hrefOf('/settings', view)}>{t('allChanges')}</ButtonLink>
  if (answer.data === undefined && isUnknown(answer.problem)) {
    return (
      <Empty level={1} title={t('unknownChange')} action={actions}>
        {t('unknownChangeText')}
      </Empty>
    )
  }
  const title = answer.data ? describeEdit(answer.data.edit) : t('change')
  return (
    <div class="page">
      <PageHead title={title} under={t('change')} actions={actions} />
      <Answered answer={answer}>
        {(change) => <ChangeBody view={view} change={change} onStepped={answer.retry} />}
      </Answered>
    </div>
  )
}

type ChangeBodyProps = { view: View; change: BooksChange; onStepped: () => void }

function ChangeBody({ view, change, onStepped }: ChangeBodyProps) {
  const { state, progress, restated, reported, pins, problems } = change
  const { badge, title, advice } = changeStateTexts[state]
  return (
    <>
      <Warnings warnings={change.warnings} />
      <Card title={title} note={advice} aside={<Badge tone={changeTones[state]}>{badge}</Badge>}>
        <div class="upload-stack">
          <span class="visually-hidden" role="status">
            {title}
          </span>
          {state === 'staging' && <ProgressBar progress={progressOf(progress)} label={describeEdit(change.edit)} />}
          <ChangeActions view={view} change={change} onStepped={onStepped} />
        </div>
      </Card>
      {problems.length > 0 && <ChangeProblems view={view} change={change} />}
      {pins.length > 0 && <Pins change={change} />}
      {restated.length > 0 && (
        <Card
          title={t(state === 'committed' ? 'restatedSince' : 'restates')}
          note={state === 'committed' ? undefined : t('restatesNote')}
        >
          <RestatedTable restated={restated} restates={change.restates} />
        </Card>
      )}
      {reported.length > 0 && (
        <Card title={t('reported')} note={t('reportedNote')}>
          <MonthChangesTable caption={t('reported')} months={reported} />
        </Card>
      )}
      <AboutChange view={view} change={change} />
    </>
  )
}

function progressOf({ months, monthsTotal }: BooksChange['progress']) {
  if (monthsTotal === 0) return { value: null, max: 1, text: t('preparing') }
  const text = t('stagingOf', { done: formatCount(months), total: formatCount(monthsTotal) })
  return { value: Math.min(months, monthsTotal), max: monthsTotal, text }
}
