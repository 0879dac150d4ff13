import { t } from '../messages/shell.ts'
import { changeView } from '../state/use-view.ts'
import type { View } from '../state/view.ts'
import { Choices } from '../ui/choices.tsx'

/** Basis, spend basis and overhead, each with what it means. */
export function RulesForm({ view }: { view: View }) {
  return (
    <>
      <Choices
        legend={t('basis')}
        value={view.basis}
        choices={[
          { value: 'period', label: t('basisPeriod'), hint: t('basisPeriodHint') },
          { value: 'campaign', label: t('basisCampaign'), hint: t('basisCampaignHint') },
        ]}
        onChoose={(basis) => changeView({ basis })}
      />
      <Choices
        legend={t('spendBasis')}
        value={view.spendBasis}
        choices={[
          { value: 'accrued', label: t('spendAccrued'), hint: t('spendAccruedHint') },
          { value: 'paid', label: t('spendPaid'), hint: t('spendPaidHint') },
        ]}
        onChoose={(spendBasis) => changeView({ spendBasis })}
      />
      <Choices
        legend={t('overhead')}
        value={view.overhead}
        choices={[
          { value: 'apart', label: t('overheadApart'), hint: t('overheadApartHint') },
          { value: 'spread', label: t('overheadSpread'), hint: t('overheadSpreadHint') },
          { value: 'full', label: t('overheadFull'), hint: t('overheadFullHint') },
        ]}
        onChoose={(overhead) => changeView({ overhead })}
      />
    </>
  )
}
