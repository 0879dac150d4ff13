import type { CampaignRow } from '../../../../functions/contract/report.ts'
import type { View } from '../../state/view.ts'
import { Answered, Skeleton } from '../../ui/states.tsx'
import { CostCard } from './cost-card.tsx'
import { useAllCampaigns, wholeView } from './use-entries.ts'

type CostOfProps = { view: View; id: string; apart: CampaignRow; currency: string }

/** The campaign again, with its overhead spread and at full cost. */
export function CostOf({ view, id, apart, currency }: CostOfProps) {
  const of: View = { ...wholeView(view), campaign: [id] }
  const spread = useAllCampaigns({ ...of, overhead: 'spread' })
  const full = useAllCampaigns({ ...of, overhead: 'full' })
  const skeleton = <Skeleton heights={[14]} />
  return (
    <Answered answer={spread} skeleton={skeleton}>
      {({ rows: [withOverhead] }) => (
        <Answered answer={full} skeleton={skeleton}>
          {({ rows: [all] }) =>
            withOverhead !== undefined &&
            all !== undefined && (
              <CostCard view={view} currency={currency} apart={apart} spread={withOverhead} full={all} />
            )
          }
        </Answered>
      )}
    </Answered>
  )
}
