import { useId } from 'preact/hooks'
import { Button } from '../../ui/button.tsx'

type AgreeButtonProps = {
  text: string
  busy: boolean
  /** Why whoever looks may not agree, and who may. */
  blocked: string | null
  onAgree: () => void
}

/** Commits, or says why somebody else has to. */
export function AgreeButton({ text, busy, blocked, onAgree }: AgreeButtonProps) {
  const id = useId()
  if (blocked === null) {
    return (
      <Button kind="main" disabled={busy} onClick={onAgree}>
        {text}
      </Button>
    )
  }
  return (
    <>
      <p id={id} class="small agree-why">
        {blocked}
      </p>
      <Button kind="main" disabled aria-describedby={id}>
        {text}
      </Button>
    </>
  )
}
