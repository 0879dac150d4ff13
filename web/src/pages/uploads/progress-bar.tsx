import { t } from '../../messages/uploads.ts'
import './progress-bar.css'
import type { ShownProgress } from './describe-upload.ts'

/** A bar with its text; the text is what counts. */
export function ProgressBar({ progress, label }: { progress: ShownProgress; label: string }) {
  const { value, max, text } = progress
  return (
    <div class="progress">
      <progress aria-label={`${t('progress')}: ${label}`} max={max} {...(value === null ? {} : { value })} />
      <span class="small number">{text}</span>
    </div>
  )
}
