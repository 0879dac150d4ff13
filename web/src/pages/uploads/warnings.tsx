import type { Upload } from '../../../../functions/contract/upload.ts'
import { formatCount } from '../../format/format.ts'
import { t } from '../../messages/left-out.ts'
import { warningAdvice } from '../../messages/upload-states.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

type Warning = Upload['warnings'][number]

type Steps = {
  busy?: boolean
  /** Lines of the file may still be left out. */
  onLeaveOut?: ((lines: readonly number[]) => void) | null
}

/** What does not stop the file and has to be known before it is committed; lines that it is about can be left out. */
export function Warnings({ warnings, ...steps }: Steps & { warnings: readonly Warning[] }) {
  return (
    <>
      {warnings.map((warning) => {
        const { code, message, lines = [] } = warning
        const actions =
          lines.length > 0 ? { actions: <FlaggedLines {...steps} rows={warning.rows} lines={lines} /> } : {}
        return (
          <Notice key={`${code} ${message}`} tone="warn" title={<span dir="auto">{message}</span>} {...actions}>
            {warningAdvice[code]}
          </Notice>
        )
      })}
    </>
  )
}

/** A warning names a bounded list of the lines that it counts: what a click leaves out is said in full. */
function FlaggedLines({ rows, lines, busy = false, onLeaveOut }: Steps & { rows: number; lines: readonly number[] }) {
  const [count, listed] = [formatCount(rows), formatCount(lines.length)]
  const isOne = lines.length === 1
  return (
    <>
      {rows > lines.length && <p>{t('flaggedCut', { count, listed })}</p>}
      <details>
        <summary>{t(isOne ? 'flaggedOne' : 'flagged', { count: listed })}</summary>
        <p class="number">{lines.map((line) => formatCount(line)).join(' · ')}</p>
      </details>
      {onLeaveOut && (
        <Button disabled={busy} onClick={() => onLeaveOut(lines)}>
          {t(isOne ? 'leaveOutOne' : 'leaveOut', { count: listed })}
        </Button>
      )}
    </>
  )
}
