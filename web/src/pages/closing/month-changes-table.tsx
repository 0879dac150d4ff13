import type { MonthChange } from '../../../../functions/contract/month-change.ts'
import { formatDay, formatMoney } from '../../format/format.ts'
import { t } from '../../messages/closing.ts'
import { Table } from '../../ui/table.tsx'

type Row = { month: string; measure: 'spend' | 'revenue'; before: string; after: string }

/** What months add up to before and after, newest first. */
export function MonthChangesTable({ caption, months }: { caption: string; months: readonly MonthChange[] }) {
  return (
    <Table
      cards
      caption={caption}
      rows={[...months].reverse().flatMap(toRows)}
      keyOf={({ month, measure }) => `${month} ${measure}`}
      columns={[
        { id: 'month', header: t('month'), cell: ({ month }) => formatDay(month) },
        { id: 'measure', header: t('measure'), cell: ({ measure }) => t(measure) },
        { id: 'before', header: t('before'), align: 'end', cell: ({ before }) => before },
        { id: 'after', header: t('after'), align: 'end', cell: ({ after }) => after },
      ]}
    />
  )
}

function toRows({ month, before, after }: MonthChange): Row[] {
  return (['spend', 'revenue'] as const).flatMap((measure) => {
    const [was, is] = [before[`${measure}Minor`], after[`${measure}Minor`]]
    if (was === 0 && is === 0) return []
    const said = { before: formatMoney(was, before.currency), after: formatMoney(is, after.currency) }
    return said.before === said.after ? [] : [{ month, measure, ...said }]
  })
}
