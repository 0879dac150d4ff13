import { useState } from 'preact/hooks'
import type { BookMonthList } from '../../../../functions/contract/books-change.ts'
import { limits } from '../../../../functions/contract/limits.ts'
import { t } from '../../messages/closing.ts'
import type { View } from '../../state/view.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ErrorBox } from '../../ui/states.tsx'
import { useStaging } from './use-staging.ts'

/** A month that the books hold nothing of can be closed before anything comes. */
export function CloseOther({ view, months }: { view: View; months: BookMonthList['months'] }) {
  const [month, setMonth] = useState('')
  const staging = useStaging(view)
  const closed = months.some((known) => known.month === month && known.state === 'closed')
  const submit = (event: Event) => {
    event.preventDefault()
    void staging.stage({ kind: 'close', months: [month] })
  }
  return (
    <Card title={t('otherMonth')} note={t('otherMonthText')}>
      <form class="closing-form" onSubmit={submit}>
        <label class="field">
          <span>{t('month')}</span>
          <input
            class="input"
            type="month"
            required
            placeholder="2026-03"
            pattern="[0-9]{4}-(0[1-9]|1[0-2])"
            min={limits.dateMin.slice(0, 7)}
            max={limits.dateMax.slice(0, 7)}
            value={month}
            onInput={({ currentTarget }) => setMonth(currentTarget.value)}
          />
        </label>
        <Button type="submit" disabled={staging.busy || month === '' || closed}>
          {t('closeOther')}
        </Button>
      </form>
      {staging.problem && <ErrorBox problem={staging.problem} />}
    </Card>
  )
}
