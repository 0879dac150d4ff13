import { useEffect, useState } from 'preact/hooks'
import { type ApiProblem, toProblem } from '../api/api-problem.ts'
import { removeSample } from '../api/sample.ts'
import { useBooks } from '../api/use-books.ts'
import { t } from '../messages/states.ts'
import type { View } from '../state/view.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { ErrorBox } from '../ui/states.tsx'
import { useSession } from './use-session.ts'

const pollMs = 1000

/** While made-up files count: says so, and lets finance begin with their own. */
export function SampleNotice({ view, sample }: { view: View; sample: boolean }) {
  const [asked, setAsked] = useState(false)
  const [removing, setRemoving] = useState(false)
  const role = useSession()?.role
  // Each upload that is taken out moves the books by one snapshot, until none of the sample is left.
  useBooks(view, { pollMs: removing ? pollMs : undefined })
  useEffect(() => {
    if (!sample) setRemoving(false)
  }, [sample])
  if (!sample) return null
  const mayRemove = role === 'finance' || role === 'admin'
  const action = mayRemove && (
    <Button disabled={removing} onClick={() => setAsked(true)}>
      {removing ? t('sampleRemoving') : t('sampleRemove')}
    </Button>
  )
  return (
    <>
      <Notice title={t('sampleTitle')} actions={action || undefined}>
        {t('sampleText')} {!mayRemove && t('sampleForOthers')}
      </Notice>
      {asked && (
        <RemoveDialog
          workspace={view.workspace}
          onClose={() => setAsked(false)}
          onBegun={() => {
            setAsked(false)
            setRemoving(true)
          }}
        />
      )}
    </>
  )
}

type RemoveDialogProps = { workspace: string; onClose: () => void; onBegun: () => void }

function RemoveDialog({ workspace, onClose, onBegun }: RemoveDialogProps) {
  const [problem, setProblem] = useState<ApiProblem>()
  const [busy, setBusy] = useState(false)
  const remove = async () => {
    setBusy(true)
    try {
      await removeSample(workspace)
      onBegun()
    } catch (error) {
      setProblem(toProblem(error))
      setBusy(false)
    }
  }
  const actions = (
    <>
      <Button onClick={onClose}>{t('cancel')}</Button>
      <Button kind="main" disabled={busy} onClick={() => void remove()}>
        {t('sampleConfirm')}
      </Button>
    </>
  )
  return (
    <Dialog title={t('sampleAsk')} onClose={onClose} actions={actions}>
      <p>{t('sampleAskText')}</p>
      {problem && <ErrorBox problem={problem} />}
    </Dialog>
  )
}
