import { useId } from 'preact/hooks'
import { limits } from '../../../../../functions/contract/limits.ts'
import { t } from '../../../messages/mending.ts'
import { isMendable } from './mend-model.ts'

type MendCellProps = {
  label: string
  column: number
  /** What the file has. */
  old: string
  text: string
  /** What the last check read. */
  checked: string
  /** Where it is said what is wrong with it. */
  problemId: string | undefined
  disabled: boolean
  onText: (text: string) => void
  /** Some lines up or down. */
  onMove: (step: number) => void
}

/** One cell to be written anew. */
export function MendCell({ label, column, old, text, checked, problemId, disabled, onText, onMove }: MendCellProps) {
  const was = useId()
  if (!isMendable(old)) return <span title={t('longCell')}>{old.slice(0, 80)}…</span>
  const changed = text !== old
  const described = [...(problemId ? [problemId] : []), ...(changed ? [was] : [])].join(' ')
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0
    if (event.key === 'Escape') onText(old)
    else if (step !== 0) onMove(step)
    else return
    event.preventDefault()
  }
  return (
    <>
      <input
        class="input mend-input"
        dir="auto"
        aria-label={label}
        aria-invalid={problemId !== undefined && text === checked}
        aria-describedby={described === '' ? undefined : described}
        data-column={column}
        data-changed={changed}
        value={text}
        maxLength={limits.patchCharsMax}
        autoComplete="off"
        spellcheck={false}
        disabled={disabled}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {changed && (
        <small id={was} class="quiet mend-was" dir="auto">
          {t('was', { old: old.trim() === '' ? t('blank') : old })}
        </small>
      )}
    </>
  )
}
