import { useEffect, useId, useState } from 'preact/hooks'
import type { Plan } from '../../../../functions/contract/plan.ts'
import { formatCount, formatMoney } from '../../format/format.ts'
import { t } from '../../messages/planner.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { type PlanParameters, planLimits, readBudget, readWhole, writeBudget } from './plan-question.ts'

type FormProps = { plan: Plan; onAsk: (asked: PlanParameters) => void }
type Texts = PlanParameters

/** What the plan is about: budget, goal, campaigns and months. */
export function PlanForm({ plan, onAsk }: FormProps) {
  const { currency } = plan
  const [texts, setTexts] = useState(textsOf(plan))
  const answered = JSON.stringify(textsOf(plan))
  useEffect(() => setTexts(textsOf(plan)), [answered])
  const minor = readBudget(texts.budget, currency)
  const campaigns = readWhole(texts.campaigns, planLimits.campaigns)
  const months = readWhole(texts.months, planLimits.months)
  const whole = minor !== undefined && campaigns !== undefined && months !== undefined
  const submit = (event: Event) => {
    event.preventDefault()
    if (whole) onAsk({ ...texts, budget: String(minor), campaigns: String(campaigns), months: String(months) })
  }
  const change = (part: Partial<Texts>) => setTexts({ ...texts, ...part })
  return (
    <Card wide title={t('question')} note={t('questionNote')}>
      <form class="plan-form" onSubmit={submit} noValidate>
        <TextField
          label={t('budget', { currency })}
          value={texts.budget}
          mode="decimal"
          wrong={
            minor === undefined
              ? t('budgetWrong', { most: formatMoney(planLimits.budgetMinor, currency, 'whole') })
              : null
          }
          hint={whole ? t('monthly', { money: formatMoney(minor / campaigns / months, currency, 'whole') }) : ''}
          onText={(budget) => change({ budget })}
        />
        <label class="field">
          <span>{t('goal')}</span>
          <select
            class="input"
            value={texts.goal}
            onChange={({ currentTarget }) => change({ goal: currentTarget.value })}
          >
            <option value="conversions">{t('conversions')}</option>
            <option value="revenue">{t('revenue')}</option>
          </select>
        </label>
        <TextField
          label={t('campaigns')}
          value={texts.campaigns}
          mode="numeric"
          wrong={campaigns === undefined ? t('countWrong', { most: formatCount(planLimits.campaigns) }) : null}
          onText={(campaigns) => change({ campaigns })}
        />
        <TextField
          label={t('months')}
          value={texts.months}
          mode="numeric"
          wrong={months === undefined ? t('countWrong', { most: formatCount(planLimits.months) }) : null}
          onText={(months) => change({ months })}
        />
        <Button kind="main" type="submit" disabled={!whole}>
          {t('workOut')}
        </Button>
      </form>
    </Card>
  )
}

function textsOf({ query, currency }: Plan): Texts {
  const { budgetMinor, goal, campaigns, months } = query
  return {
    budget: budgetMinor === null ? '' : writeBudget(budgetMinor, currency),
    goal,
    campaigns: String(campaigns),
    months: String(months),
  }
}

type FieldProps = {
  label: string
  value: string
  mode: 'decimal' | 'numeric'
  /** What is wrong with what stands there, if anything is. */
  wrong: string | null
  hint?: string
  onText: (text: string) => void
}

/** The hint stands beside the label, so that it is no part of the field's name. */
function TextField({ label, value, mode, wrong, hint, onText }: FieldProps) {
  const [field, said] = [useId(), useId()]
  return (
    <div class="field">
      <label for={field}>{label}</label>
      <input
        id={field}
        class="input"
        inputMode={mode}
        autocomplete="off"
        value={value}
        aria-invalid={wrong !== null}
        aria-describedby={said}
        onInput={({ currentTarget }) => onText(currentTarget.value)}
      />
      <small id={said} role="status" class={wrong === null ? 'quiet' : undefined}>
        {wrong ?? hint}
      </small>
    </div>
  )
}
