import type { CampaignRow } from '../../../../functions/contract/report.ts'
import { formatMoney, formatShare } from '../../format/format.ts'
import { t } from '../../messages/campaigns.ts'
import { t as lists } from '../../messages/lists.ts'
import type { View } from '../../state/view.ts'
import { Badge, Card } from '../../ui/card.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { BudgetBar, statusNames } from './budget-bar.tsx'
import { sayPace } from './say-pace.ts'
import { type BudgetLine, toBudgetLines } from './to-budget-lines.ts'

type BudgetProps = { row: CampaignRow; currency: string; spendBasis: View['spendBasis'] }

/** The budget against what the campaign cost, by status, and whether the money or the days run first. */
export function BudgetCard({ row, currency, spendBasis }: BudgetProps) {
  const { pace, budgetMinor } = row
  const said = sayPace(pace)
  return (
    <Card title={t('budgetTitle')} note={t('budgetNote')} wide>
      <div class="budget">
        <Spent row={row} currency={currency} />
        {spendBasis === 'paid' && <p class="quiet">{t('paidBasis')}</p>}
        {said && (
          <p>
            <Badge tone={said.tone}>{said.word}</Badge> {said.long}
          </p>
        )}
        {pace.kind === 'unknown' && budgetMinor !== null && (
          <p class="quiet">{t('noPace', { reason: t(pace.reason) })}</p>
        )}
      </div>
      <Table
        caption={t('budgetTitle')}
        columns={columnsOf(currency)}
        rows={toBudgetLines(row, currency)}
        keyOf={({ id }) => id}
      />
    </Card>
  )
}

function columnsOf(currency: string): Column<BudgetLine>[] {
  return [
    {
      id: 'status',
      header: t('status'),
      cell: ({ id }) => (
        <span class="status">
          {isStatus(id) && (
            <svg class="status-mark" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
              <rect class={`status-${id}`} width="10" height="10" rx="2" />
            </svg>
          )}
          {t(id)}
        </span>
      ),
    },
    { id: 'amount', header: t('amount'), align: 'end', cell: ({ minor }) => formatMoney(minor, currency) },
    {
      id: 'share',
      header: t('ofBudget'),
      align: 'end',
      cell: ({ share }) => (share === null ? lists('noValue') : formatShare(share, { digits: 1 })),
    },
  ]
}

const isStatus = (id: string): boolean => statusNames.some((name) => name === id)

function Spent({ row, currency }: Omit<BudgetProps, 'spendBasis'>) {
  const { budgetMinor, budgetCurrency, spentMinor, statuses, pace } = row
  const own = budgetCurrency ?? currency
  if (budgetMinor === null) return <p class="quiet small">{lists('noBudget')}</p>
  const budget = formatMoney(budgetMinor, own)
  const money = (minor: number) => formatMoney(minor, currency)
  const { paidMinor: paid, invoicedMinor: invoiced, committedMinor: committed, unstatedMinor: unstated } = statuses
  return (
    <>
      <p>{lists('budgetLeft', { spent: money(spentMinor), budget })}</p>
      {own !== currency && <p class="quiet">{lists('budgetOther', { currency: own, shown: currency })}</p>}
      {own === currency && budgetMinor > 0 && (
        <BudgetBar
          amounts={{ paid, invoiced, committed, unstated }}
          budget={budgetMinor}
          daysShare={pace.kind === 'known' ? pace.daysShare : null}
          label={t('budgetBar', {
            spent: money(spentMinor),
            budget,
            paid: money(paid),
            invoiced: money(invoiced),
            committed: money(committed),
            unstated: money(unstated),
          })}
        />
      )}
    </>
  )
}
