import type { CampaignList, Report } from '../../../../functions/contract/report.ts'
import { answerOf, api } from '../../api/client.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useSession } from '../../app/use-session.ts'
import { formatMoney, formatShare } from '../../format/format.ts'
import { t } from '../../messages/overview.ts'
import { queryOf, type View } from '../../state/view.ts'

/** How much of its budget the one campaign shown has spent; null where there is no such figure or it may not be seen. */
export function useBudget(report: Report, view: View): string | null {
  const role = useSession()?.role
  const asked = view.campaign.length === 1 && role !== undefined && role !== 'executive'
  const query = { ...queryOf(view), limit: 2 }
  const { data } = useAnswer<CampaignList>(asked ? ['campaigns', view.workspace, query] : null, () =>
    answerOf(api.campaigns.$get({ param: { workspace: view.workspace }, query })),
  )
  const [campaign, another] = data?.campaigns ?? []
  const budget = campaign?.budgetMinor
  if (!asked || !campaign || another || !budget || campaign.budgetCurrency !== report.currency) return null
  const share = formatShare((campaign.spendMinor + campaign.overheadMinor) / budget)
  return t('budget', { share, budget: formatMoney(budget, report.currency, 'whole') })
}
