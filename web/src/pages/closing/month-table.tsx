import { useState } from 'preact/hooks'
import type { BookMonth } from '../../../../functions/contract/books-change.ts'
import { formatDay, formatMoney } from '../../format/format.ts'
import { t } from '../../messages/closing.ts'
import { Button } from '../../ui/button.tsx'
import { Badge } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'
import { sayClosing } from './say-closing.ts'

const shownAtOnce = 36

type MonthTableProps = {
  months: readonly BookMonth[]
  selected: ReadonlySet<string>
  onToggle: (month: string) => void
}

export function MonthTable({ months, selected, onToggle }: MonthTableProps) {
  const [shown, setShown] = useState(shownAtOnce)
  return (
    <>
      <Table
        cards
        caption={t('months')}
        rows={months.slice(0, shown)}
        keyOf={({ month }) => month}
        columns={[
          {
            id: 'month',
            header: t('month'),
            cell: ({ month }) => (
              <label class="closing-pick">
                <input
                  type="checkbox"
                  aria-label={t('selectMonth', { month: formatDay(month) })}
                  checked={selected.has(month)}
                  onChange={() => onToggle(month)}
                />
                {formatDay(month)}
              </label>
            ),
          },
          { id: 'state', header: t('status'), cell: (month) => <MonthState month={month} /> },
          {
            id: 'spend',
            header: t('spend'),
            align: 'end',
            cell: ({ totals }) => formatMoney(totals.spendMinor, totals.currency),
          },
          {
            id: 'revenue',
            header: t('revenue'),
            align: 'end',
            cell: ({ totals }) => formatMoney(totals.revenueMinor, totals.currency),
          },
        ]}
      />
      {months.length > shown && (
        <div class="actions">
          <Button onClick={() => setShown(shown + shownAtOnce)}>{t('showOlder')}</Button>
        </div>
      )}
    </>
  )
}

/** Open or closed, and what was done to it since. */
function MonthState({ month: { state, closing } }: { month: BookMonth }) {
  return (
    <div class="closing-state">
      <span class="badges">
        <Badge tone={state === 'closed' ? 'good' : undefined}>{t(state)}</Badge>
        {closing?.reopened && <Badge tone="warn">{t('reopened')}</Badge>}
        {closing?.restated && <Badge tone="warn">{t('restated')}</Badge>}
      </span>
      {closing &&
        sayClosing(closing).map((text) => (
          <span key={text} class="small quiet" dir="auto">
            {text}
          </span>
        ))}
    </div>
  )
}
