import type { Upload } from '../../../../functions/contract/upload.ts'
import { resumeSending, type Sending } from '../../api/upload-queue.ts'
import { formatBytes } from '../../format/format.ts'
import { t } from '../../messages/uploads.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorBox } from '../../ui/states.tsx'
import { announcedTenth, describeUpload, progressOf } from './describe-upload.ts'
import { ProgressBar } from './progress-bar.tsx'
import { sayAsked } from './reading/say-asked.ts'
import { StateBadge } from './state-badge.tsx'

type UnderWayProps = { view: View; sendings: Sending[]; uploads: readonly Upload[] }

/** The files of this window, until they have been decided on. */
export function UnderWay({ view, sendings, uploads }: UnderWayProps) {
  const known = new Map(uploads.map((upload) => [upload.id as string, upload]))
  return (
    <Card
      title={
        <span id="under-way" tabIndex={-1}>
          {t('underWay')}
        </span>
      }
      note={t('underWayNote')}
    >
      <ul class="upload-list">
        {sendings.map((sending) => (
          <UnderWayFile key={sending.id} view={view} sending={sending} upload={known.get(sending.id)} />
        ))}
      </ul>
    </Card>
  )
}

function UnderWayFile({ view, sending, upload }: { view: View; sending: Sending; upload: Upload | undefined }) {
  const { filename, bytes, bytesSent, problem, id } = sending
  const shown = upload ?? {
    state: 'receiving' as const,
    asks: 0,
    replacedBy: null,
    progress: { ...noProgress, bytesTotal: bytes },
  }
  const asked = sayAsked(shown)
  const words = asked ?? describeUpload(shown, sending)
  const progress = progressOf(shown, { bytesSent })
  const tenth = progress && announcedTenth(progress)
  const href = hrefOf(`/uploads/${id}`, view)
  return (
    <li class="upload-row" data-wide="true">
      <span class="upload-name">
        <a href={href} dir="auto">
          {filename}
        </a>
        <small class="quiet number">{formatBytes(bytes)}</small>
      </span>
      <span class="upload-state">
        <StateBadge state={shown.state} asks={shown.asks} /> <span class="small">{words.title}</span>
        <span class="visually-hidden" role="status">
          {`${filename}: ${words.title}${tenth === null ? '' : `, ${tenth} %`}`}
        </span>
        {progress && <ProgressBar progress={progress} label={filename} />}
      </span>
      <span class="actions">
        {sending.phase === 'broken' && shown.state === 'receiving' && (
          <Button onClick={() => resumeSending(id)}>{t('continue')}</Button>
        )}
        {shown.state === 'ready' && (
          <ButtonLink kind="main" href={href}>
            {t('review')}
          </ButtonLink>
        )}
        {shown.state === 'rejected' && (
          <ButtonLink kind={asked ? 'main' : 'normal'} href={href}>
            {asked?.step ?? t('seeProblems')}
          </ButtonLink>
        )}
      </span>
      {problem && shown.state === 'receiving' && <ErrorBox problem={problem} />}
    </li>
  )
}

const noProgress = { bytes: 0, bytesTotal: 0, rows: 0, months: 0, monthsTotal: 0 }
