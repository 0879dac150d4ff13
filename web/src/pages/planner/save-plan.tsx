import { useState } from 'preact/hooks'
import { t } from '../../messages/planner.ts'
import type { View } from '../../state/view.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorBox } from '../../ui/states.tsx'
import { useStep } from '../uploads/use-step.ts'
import { saveScenario } from './plan-answers.ts'
import type { PlanParameters } from './plan-question.ts'

const nameCharsMax = 100

type SaveProps = { view: View; parameters: PlanParameters; snapshot: number; onSaved: (name: string) => void }

/** Keeps the plan that is shown under a name; a preview cannot be kept, and says so. */
export function SavePlan({ view, parameters, snapshot, onSaved }: SaveProps) {
  const [text, setText] = useState('')
  const step = useStep()
  if (view.preview !== null) return <p class="quiet">{t('previewNotSaved')}</p>
  const name = text.trim()
  const submit = async (event: Event) => {
    event.preventDefault()
    if (name === '' || !(await step.run(() => saveScenario(view, parameters, { name, snapshot })))) return
    setText('')
    onSaved(name)
  }
  return (
    <>
      <form class="plan-save" onSubmit={(event) => void submit(event)}>
        <label class="field">
          <span>{t('saveAs')}</span>
          <input
            class="input"
            autocomplete="off"
            maxLength={nameCharsMax}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
        <Button type="submit" disabled={step.busy || name === ''}>
          {t('save')}
        </Button>
      </form>
      {step.problem && <ErrorBox problem={step.problem} />}
    </>
  )
}
