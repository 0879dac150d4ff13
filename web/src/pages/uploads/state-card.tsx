import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Upload } from '../../../../functions/contract/upload.ts'
import type { Sending } from '../../api/upload-queue.ts'
import { Card } from '../../ui/card.tsx'
import { announcedTenth, describeUpload, progressOf } from './describe-upload.ts'
import { ProgressBar } from './progress-bar.tsx'
import { sayAsked } from './reading/say-asked.ts'
import { StateBadge } from './state-badge.tsx'

type StateCardProps = {
  upload: Upload
  sending: Sending | undefined
  /** What has taken its place. */
  replacement: Upload | undefined
  children: ComponentChildren
}

/** Where the upload stands, what to do next, and the buttons for it. */
export function StateCard({ upload, sending, replacement, children }: StateCardProps) {
  const words = sayAsked(upload) ?? describeUpload(upload, sending, replacement)
  const progress = progressOf(upload, sending)
  const tenth = progress && announcedTenth(progress)
  const title = useRef<HTMLSpanElement>(null)
  const last = useRef(upload.state)
  useEffect(() => {
    // The button that began this is gone: without a new place the focus would be at the top of the page.
    const lost = document.activeElement === null || document.activeElement === document.body
    if (last.current !== upload.state && lost) title.current?.focus({ preventScroll: true })
    last.current = upload.state
  }, [upload.state])
  return (
    <Card
      title={
        <span ref={title} class="upload-title" tabIndex={-1}>
          {words.title}
        </span>
      }
      note={words.advice}
      aside={<StateBadge state={upload.state} asks={upload.asks} />}
    >
      <div class="upload-stack">
        <span class="visually-hidden" role="status">
          {`${words.title}${tenth === null ? '' : `, ${tenth} %`}`}
        </span>
        {progress && <ProgressBar progress={progress} label={upload.filename} />}
        {children}
      </div>
    </Card>
  )
}
