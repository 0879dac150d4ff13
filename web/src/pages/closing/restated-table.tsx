import type { RestatedMonth } from '../../../../functions/contract/month-change.ts'
import { formatCount, formatDay } from '../../format/format.ts'
import { t } from '../../messages/closing.ts'
import { Table } from '../../ui/table.tsx'
import { sayMonths } from './say-months.ts'
import { toRestatedRows } from './to-restated-rows.ts'

type RestatedProps = {
  restated: readonly string[]
  restates: readonly RestatedMonth[]
  /** Nothing around it says what it is. */
  isTitled?: boolean
}

/** Old and new totals, by tier, of the closed months that a change would make say something else. */
export function RestatedTable({ restated, restates, isTitled = false }: RestatedProps) {
  const rows = [...restates].reverse().flatMap(toRestatedRows)
  return (
    <>
      {restates.length < restated.length && (
        <p class="small">
          {t('restatesMore', {
            shown: formatCount(restates.length),
            count: formatCount(restated.length),
            months: sayMonths(restated),
          })}
        </p>
      )}
      <Table
        cards
        showCaption={isTitled}
        caption={t('restates')}
        rows={rows}
        keyOf={({ month, tier, figure }) => `${month} ${tier} ${figure}`}
        columns={[
          { id: 'month', header: t('month'), cell: ({ month }) => formatDay(month) },
          { id: 'tier', header: t('tier'), cell: ({ tier }) => tier },
          { id: 'figure', header: t('figure'), cell: ({ figure }) => figure },
          { id: 'before', header: t('before'), align: 'end', cell: ({ before }) => before },
          { id: 'after', header: t('after'), align: 'end', cell: ({ after }) => after },
        ]}
      />
      {rows.some(({ tier }) => tier === t('everyTier')) && <p class="quiet small">{t('restatesHidden')}</p>}
    </>
  )
}
