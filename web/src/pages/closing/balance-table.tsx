import type { TrialBalance, TrialLine } from '../../../../functions/contract/trial-balance.ts'
import { formatCount, formatDay, formatMoney } from '../../format/format.ts'
import { t } from '../../messages/closing.ts'
import { type Column, Table } from '../../ui/table.tsx'

/** Each line adds up: at the month's rate, fx and rounding are what the books hold. */
export function BalanceTable({ balance: { lines, currency } }: { balance: TrialBalance }) {
  const money = (id: string, header: string, minorOf: (line: TrialLine) => number): Column<TrialLine> => ({
    id,
    header,
    align: 'end',
    cell: (line) => formatMoney(minorOf(line), currency),
  })
  return (
    <Table
      cards
      caption={t('balance')}
      rows={lines}
      keyOf={({ month, measure, currency: own }) => `${month} ${measure} ${own}`}
      columns={[
        { id: 'month', header: t('month'), cell: ({ month }) => formatDay(month) },
        { id: 'measure', header: t('measure'), cell: ({ measure }) => t(measure) },
        { id: 'rows', header: t('rows'), align: 'end', cell: ({ rows }) => formatCount(rows) },
        {
          id: 'own',
          header: t('own'),
          align: 'end',
          cell: ({ ownMinor, currency: own }) => formatMoney(ownMinor, own),
        },
        { id: 'rate', header: t('rate'), align: 'end', cell: sayRate },
        money('atRate', t('atRate'), ({ atMonthRateMinor }) => atMonthRateMinor),
        money('fx', t('fx'), ({ fxMinor }) => fxMinor),
        money('rounding', t('rounding'), ({ roundingMinor }) => roundingMinor),
        money('inBooks', t('inBooks', { currency }), ({ reportingMinor }) => reportingMinor),
      ]}
    />
  )
}

function sayRate({ rate, rateDay }: TrialLine): string {
  return rateDay === null ? rate : t('rateOf', { rate, day: formatDay(rateDay) })
}
