import { useMemo } from 'preact/hooks'
import type { CreatorRow } from '../../../../functions/contract/report.ts'
import { formatShare } from '../../format/format.ts'
import { t } from '../../messages/campaigns.ts'
import { t as lists } from '../../messages/lists.ts'
import type { View } from '../../state/view.ts'
import type { DataColumn } from '../../ui/data-table-model.ts'
import { Answered, Skeleton } from '../../ui/states.tsx'
import { CreatorTable } from '../creators/creator-table.tsx'
import { type CreatorEntries, useAllCreators } from './use-entries.ts'

type CampaignCreatorsProps = {
  view: View
  /** The view, narrowed down to the campaign. */
  of: View
}

/** Its creators link to their own pages without being narrowed down to this campaign. */
export function CampaignCreators({ view, of }: CampaignCreatorsProps) {
  const answer = useAllCreators(of)
  return (
    <Answered answer={answer} skeleton={<Skeleton heights={[20]} />}>
      {(entries) => <WithShares view={view} entries={entries} />}
    </Answered>
  )
}

function WithShares({ view, entries }: { view: View; entries: CreatorEntries }) {
  const columns = useMemo(() => [shareColumn(entries.rows)], [entries])
  return <CreatorTable view={view} entries={entries} columns={columns} />
}

function shareColumn(rows: readonly CreatorRow[]): DataColumn<CreatorRow> {
  const total = rows.reduce((sum, { spendMinor }) => sum + spendMinor, 0)
  return {
    id: 'share',
    label: t('share'),
    meaning: t('shareOfCampaign'),
    align: 'end',
    widthRem: 6.6,
    value: ({ spendMinor }) => spendMinor,
    cell: ({ spendMinor }) => (total > 0 ? formatShare(spendMinor / total, { digits: 1 }) : lists('noValue')),
  }
}
