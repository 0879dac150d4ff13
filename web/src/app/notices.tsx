import { refreshAnswers } from '../api/answer-store.ts'
import type { Answer } from '../api/use-answer.ts'
import { useBooks, useReport } from '../api/use-books.ts'
import { formatInstant } from '../format/format.ts'
import { t as shell } from '../messages/shell.ts'
import { failureText, t } from '../messages/states.ts'
import { usePlace } from '../state/router.ts'
import { hrefOf } from '../state/use-view.ts'
import type { View } from '../state/view.ts'
import { parseView } from '../state/view-url.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { lazy } from '../ui/lazy.tsx'
import { Notice } from '../ui/notice.tsx'
import { SampleNotice } from './sample-notice.tsx'
import { useReach } from './use-reach.ts'
import { useSession } from './use-session.ts'

const PreviewState = lazy(() => import('./preview-state.tsx').then((m) => m.PreviewState))

/** What has to be known before any number of the page is read. */
export function Notices({ view, controls }: { view: View; controls: 'all' | 'scope' | 'none' }) {
  const books = useBooks(view)
  return (
    <>
      <AddressNotice />
      {view.preview !== null && <PreviewBar view={view} preview={view.preview} />}
      {view.snapshot !== null && <PastBar view={view} snapshot={view.snapshot} />}
      {controls === 'none' ? <StaleNotice answer={books} /> : <ReportStale view={view} />}
      {books.data === undefined && books.problem && books.problem.code !== 'offline' && (
        <Warned name="books" reason={failureText(books.problem.code).title} retry={books.retry} />
      )}
      {view.preview === null && view.snapshot === null && (
        <SampleNotice view={view} sample={books.data?.sample ?? false} />
      )}
    </>
  )
}

function PreviewBar({ view, preview }: { view: View; preview: string }) {
  const { path } = usePlace()
  const role = useSession()?.role
  // A preview’s name begins with the upload, or change of the books, that it is of.
  const owner = preview.split('.')[0] ?? ''
  const actions = (
    <>
      <ButtonLink kind="inverse" href={hrefOf(`/uploads/${encodeURIComponent(owner)}`, view)}>
        {t('previewOpen')}
      </ButtonLink>
      <ButtonLink kind="inverse" href={hrefOf(path, { ...view, preview: null })}>
        {t('previewLeave')}
      </ButtonLink>
    </>
  )
  return (
    <Notice tone="preview" title={t('previewTitle')} actions={actions}>
      {t('previewText')}{' '}
      {(role === 'finance' || role === 'admin') && (
        <PreviewState workspace={view.workspace} owner={owner} preview={preview} />
      )}
    </Notice>
  )
}

function PastBar({ view, snapshot }: { view: View; snapshot: number }) {
  const { path } = usePlace()
  const committedAt = useBooks(view).data?.snapshot.committedAt
  const actions = (
    <ButtonLink kind="inverse" href={hrefOf(path, { ...view, snapshot: null })}>
      {t('pastLeave')}
    </ButtonLink>
  )
  return (
    <Notice tone="preview" title={t('pastTitle', { number: snapshot })} actions={actions}>
      {committedAt === undefined ? t('pastText') : t('pastSince', { when: formatInstant(committedAt) })}
    </Notice>
  )
}

function AddressNotice() {
  const { ignored, newer } = parseView(usePlace().search)
  if (newer) return <Notice tone="warn" title={shell('addressNewer')} />
  if (ignored.length === 0) return null
  return <Notice tone="warn" title={shell('addressIgnored', { names: ignored.join(', ') })} />
}

function ReportStale({ view }: { view: View }) {
  const books = useBooks(view)
  const report = useReport(view)
  return <StaleNotice answer={report.problem ? report : books} />
}

/** Says so where what is shown could not be brought up to date. */
function StaleNotice({ answer }: { answer: Answer<unknown> }) {
  const reach = useReach()
  if (reach !== 'ok') return <Warned name={reach} retry={refreshAnswers} />
  if (!answer.problem || answer.data === undefined) return null
  return <Warned name="stale" reason={failureText(answer.problem.code).title} retry={answer.retry} />
}

type WarnedProps = { name: 'offline' | 'silent' | 'stale' | 'books'; reason?: string; retry: () => void }

function Warned({ name, reason = '', retry }: WarnedProps) {
  return (
    <Notice tone="warn" title={t(`${name}Title`)} actions={<Button onClick={retry}>{t('retry')}</Button>}>
      {name === 'offline' || name === 'silent' ? t(`${name}Text`) : t(`${name}Text`, { reason })}
    </Notice>
  )
}
