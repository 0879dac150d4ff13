import { useEffect, useState } from 'preact/hooks'
import type { Answer } from '../api/use-answer.ts'
import { useBooks, useReport } from '../api/use-books.ts'
import { formatInstant } from '../format/format.ts'
import { t as shell } from '../messages/shell.ts'
import { failureTexts, t } from '../messages/states.ts'
import { usePlace } from '../state/router.ts'
import { hrefOf } from '../state/use-view.ts'
import type { View } from '../state/view.ts'
import { parseView } from '../state/view-url.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { SampleNotice } from './sample-notice.tsx'

/** What has to be known before any number of the page is read. */
export function Notices({ view, controls }: { view: View; controls: 'all' | 'none' }) {
  const books = useBooks(view)
  return (
    <>
      <AddressNotice />
      {view.preview !== null && <PreviewBar view={view} preview={view.preview} />}
      {view.snapshot !== null && <PastBar view={view} snapshot={view.snapshot} />}
      {controls === 'all' ? <ReportStale view={view} /> : <StaleNotice answer={books} />}
      {view.preview === null && view.snapshot === null && (
        <SampleNotice view={view} sample={books.data?.sample ?? false} />
      )}
    </>
  )
}

function PreviewBar({ view, preview }: { view: View; preview: string }) {
  const { path } = usePlace()
  // A preview's name begins with the upload that it would commit or revert.
  const upload = preview.split('.')[0] ?? ''
  const actions = (
    <>
      <ButtonLink kind="inverse" href={hrefOf(`/uploads/${encodeURIComponent(upload)}`, view)}>
        {t('previewOpen')}
      </ButtonLink>
      <ButtonLink kind="inverse" href={hrefOf(path, { ...view, preview: null })}>
        {t('previewLeave')}
      </ButtonLink>
    </>
  )
  return (
    <Notice tone="preview" title={t('previewTitle')} actions={actions}>
      {t('previewText')}
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
  return <StaleNotice answer={useReport(view)} />
}

/** Says so where what is shown could not be brought up to date. */
function StaleNotice({ answer }: { answer: Answer<unknown> }) {
  const online = useOnline()
  const failed = answer.data !== undefined && answer.problem !== undefined
  const cutOff = answer.problem?.code === 'offline'
  if (!online || (failed && cutOff)) {
    return (
      <Notice tone="warn" title={t('offlineTitle')} actions={<Button onClick={answer.retry}>{t('retry')}</Button>}>
        {t('offlineText')}
      </Notice>
    )
  }
  if (!failed || !answer.problem) return null
  const reason = failureTexts[answer.problem.code].title
  return (
    <Notice tone="warn" title={t('staleTitle')} actions={<Button onClick={answer.retry}>{t('retry')}</Button>}>
      {t('staleText', { reason })}
    </Notice>
  )
}

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const update = () => setOnline(navigator.onLine)
    addEventListener('online', update)
    addEventListener('offline', update)
    return () => {
      removeEventListener('online', update)
      removeEventListener('offline', update)
    }
  }, [])
  return online
}
