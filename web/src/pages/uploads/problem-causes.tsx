import type { ComponentChildren } from 'preact'
import type { ProblemCause } from '../../../../functions/contract/problem.ts'
import { formatCount } from '../../format/format.ts'
import { t } from '../../messages/problem-causes.ts'
import { Button } from '../../ui/button.tsx'

type ProblemCausesProps = {
  causes: readonly ProblemCause[]
  /** Problems of causes that are not listed. */
  beyond: number
  busy: boolean
  /** Lines may still be left out. */
  onLeaveOut: ((lines: number[]) => void) | null
}

/** What is wrong, once for each thing to mend: how often, how to mend it, and where. */
export function ProblemCauses({ causes, beyond, ...steps }: ProblemCausesProps) {
  return (
    <section class="upload-stack" aria-label={t('byCause')}>
      <ol class="cause-list">
        {causes.map((cause) => (
          <Cause key={`${cause.code} ${cause.column} ${cause.found}`} cause={cause} {...steps} />
        ))}
      </ol>
      {beyond > 0 && <p class="small">{t('beyond', { count: formatCount(beyond) })}</p>}
    </section>
  )
}

type ByLineProps = {
  isFolded: boolean
  isOpen: boolean
  onToggle: (isOpen: boolean) => void
  children: ComponentChildren
}

/** Each problem by itself, folded up where fewer causes say the same. */
export function ByLine({ isFolded, isOpen, onToggle, children }: ByLineProps) {
  if (!isFolded) return <>{children}</>
  return (
    <details open={isOpen} onToggle={(event) => onToggle(event.currentTarget.open)}>
      <summary>{t('byLine')}</summary>
      {children}
    </details>
  )
}

type CauseProps = Pick<ProblemCausesProps, 'busy' | 'onLeaveOut'> & { cause: ProblemCause }

function Cause({ cause, busy, onLeaveOut }: CauseProps) {
  const { problems, message, found } = cause
  const lines = linesOf(cause)
  return (
    <li>
      <p class="upload-cell" dir="auto">
        <strong>{problems === 1 ? t('one') : t('many', { count: formatCount(problems) })}</strong> · {place(cause)}
      </p>
      <p class="upload-message" dir="auto">
        {found === null ? t('first', { message }) : message}
      </p>
      {lines.length > 0 && (
        <details>
          <summary>{sayShown(lines.length, cause.lines.length < problems)}</summary>
          <ul class="cause-lines">
            {cause.lines.map((line, at) => (
              <li key={at} class="upload-cell" dir="auto">
                <span class="number">{formatCount(line.line)}</span>
                {found === null && ` ${sayFound(line.found)}`}
              </li>
            ))}
          </ul>
          {onLeaveOut && (
            <Button disabled={busy} onClick={() => onLeaveOut(lines)}>
              {lines.length === 1 ? t('leaveOutOne') : t('leaveOut', { count: formatCount(lines.length) })}
            </Button>
          )}
        </details>
      )}
    </li>
  )
}

function place(cause: ProblemCause): string {
  const column = cause.column || (linesOf(cause).length === 0 ? t('whole') : '')
  const found = cause.found === null ? t('mixed') : sayFound(cause.found)
  return [column, found].filter((text) => text !== '').join(' · ')
}

const sayFound = (found: string): string => (found.trim() === '' ? t('blank') : t('found', { found }))

/** A line may have several problems of one cause. */
const linesOf = ({ lines }: ProblemCause): number[] => [...new Set(lines.map(({ line }) => line))].filter(Boolean)

function sayShown(listed: number, isCut: boolean): string {
  if (isCut) return t('showFirst', { listed: formatCount(listed) })
  return listed === 1 ? t('showOne') : t('show', { count: formatCount(listed) })
}
