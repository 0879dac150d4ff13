import { t } from '../../messages/closing.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Empty } from '../../ui/states.tsx'

/** What executives see here: why, and where their numbers are. */
export function FinanceOnly({ view }: { view: View }) {
  const action = <ButtonLink href={hrefOf('/', view)}>{t('toOverview')}</ButtonLink>
  return (
    <Empty level={1} title={t('financeOnly')} action={action}>
      {t('financeOnlyText')}
    </Empty>
  )
}
