import type { FlagCode, Upload } from '../../../../functions/contract/upload.ts'
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
  /** All lines of a warning that names only the first of them. */
  onLeaveAllOut?: ((code: FlagCode) => void) | null
}

/** What does not stop the file and has to be known before it is committed; lines that it is about can be left out. */
export function Warnings({ warnings, ...steps }: Steps & { warnings: readonly Warning[] }) {
  return (
    <>
      {warnings.map((warning) => {
        const { code, message, lines = [] } = warning
        const alike = warnings.filter((other) => other.code === code).length
        const flagged = { ...warning, lines, alike }
        const actions = lines.length > 0 ? { actions: <FlaggedLines {...steps} {...flagged} /> } : {}
        return (
          <Notice key={`${code} ${message}`} tone="warn" title={<span dir="auto">{message}</span>} {...actions}>
            {warningAdvice[code]}
          </Notice>
        )
      })}
    </>
  )
}

type FlaggedLinesProps = Steps & {
  code: string
  rows: number
  lines: readonly number[]
  /** Warnings of this code: their lines go together. */
  alike: number
}

/** A warning names a bounded list of the lines that it counts; where that is not all of them, a click leaves all out. */
function FlaggedLines({ code, rows, lines, alike, busy = false, onLeaveOut, onLeaveAllOut }: FlaggedLinesProps) {
  const [count, listed] = [formatCount(rows), formatCount(lines.length)]
  const isOne = lines.length === 1
  const isCut = rows > lines.length
  const leaveOut = isCut
    ? onLeaveAllOut && (() => onLeaveAllOut(code as FlagCode))
    : onLeaveOut && (() => onLeaveOut(lines))
  const label = isCut
    ? t(alike > 1 ? 'leaveAlikeOut' : 'leaveAllOut', { count: alike > 1 ? formatCount(alike) : count })
    : t(isOne ? 'leaveOutOne' : 'leaveOut', { count })
  return (
    <>
      <details>
        <summary>{isCut ? t('flaggedCut', { count, listed }) : t(isOne ? 'flaggedOne' : 'flagged', { count })}</summary>
        <p class="number">{lines.map((line) => formatCount(line)).join(' · ')}</p>
      </details>
      {leaveOut && (
        <Button disabled={busy} onClick={leaveOut}>
          {label}
        </Button>
      )}
    </>
  )
}
