import type { TotalChange } from '../../../../functions/contract/snapshot.ts'
import { useDiff } from '../../api/use-ledger.ts'
import type { PageProps } from '../../app/routes.ts'
import { formatMoney } from '../../format/format.ts'
import { t } from '../../messages/ledger.ts'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered, Empty } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'

export function DiffPage({ view, parameters }: PageProps) {
  const { before = '', after = '' } = parameters
  const answer = useDiff(view.workspace, before, after)
  const title = t('diff', { before, after })
  return (
    <div class="page">
      <PageHead title={title} />
      <Answered answer={answer}>
        {({ totals }) =>
          totals.length === 0 ? (
            <Empty title={t('noChange')}>{t('noChangeText')}</Empty>
          ) : (
            <Card title={t('compareWithBefore')}>
              <Table
                caption={title}
                columns={columns}
                rows={totals}
                keyOf={({ measure, currency }) => `${measure} ${currency}`}
              />
            </Card>
          )
        }
      </Answered>
    </div>
  )
}

const columns: Column<TotalChange>[] = [
  { id: 'measure', header: t('measure'), cell: ({ measure, currency }) => `${t(measure)}, ${currency}` },
  {
    id: 'before',
    header: t('before'),
    align: 'end',
    cell: ({ beforeMinor, currency }) => formatMoney(beforeMinor, currency),
  },
  {
    id: 'after',
    header: t('after'),
    align: 'end',
    cell: ({ afterMinor, currency }) => formatMoney(afterMinor, currency),
  },
]
