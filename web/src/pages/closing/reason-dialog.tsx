import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { limits } from '../../../../functions/contract/limits.ts'
import { t } from '../../messages/closing.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorBox } from '../../ui/states.tsx'
import type { useStep } from '../uploads/use-step.ts'

type ReasonDialogProps = {
  title: string
  text: string
  confirm: string
  kind?: 'main' | 'danger'
  /** Instead of “Not yet”. */
  keep?: string
  /** Without it nothing has to be said. */
  asksReason: boolean
  /** What is agreed to can be seen. */
  ready?: boolean
  step: Pick<ReturnType<typeof useStep>, 'busy' | 'problem'>
  onConfirm: (reason: string | undefined) => void
  onClose: () => void
  children?: ComponentChildren
}

/** Asks once more before the books change, and why where closed months are concerned. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, text, confirm, kind = 'main', keep = t('keep'), asksReason, ready = true, step, children } = props
  const { onConfirm, onClose } = props
  const [reason, setReason] = useState('')
  const said = reason.trim()
  const agreed = ready && (!asksReason || said !== '')
  const actions = (
    <>
      <Button onClick={onClose}>{keep}</Button>
      <Button kind={kind} disabled={step.busy || !agreed} onClick={() => onConfirm(asksReason ? said : undefined)}>
        {confirm}
      </Button>
    </>
  )
  return (
    <Dialog title={title} onClose={onClose} actions={actions}>
      <p>{text}</p>
      {children}
      {asksReason && <ReasonField value={reason} onChange={setReason} />}
      {step.problem && <ErrorBox problem={step.problem} />}
    </Dialog>
  )
}

export function ReasonField({ value, onChange }: { value: string; onChange: (reason: string) => void }) {
  return (
    <label class="field">
      <span>{t('whyField')}</span>
      <textarea
        class="input"
        rows={3}
        required
        dir="auto"
        maxLength={limits.reasonCharsMax}
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <small class="quiet">{t('whyHint', { count: limits.reasonCharsMax })}</small>
    </label>
  )
}
