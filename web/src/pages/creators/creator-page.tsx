import type { PageProps } from '../../app/routes.ts'
import { t } from '../../messages/lists.ts'
import { hrefOf } from '../../state/use-view.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty } from '../../ui/states.tsx'

export function CreatorPage({ view }: PageProps) {
  const back = <ButtonLink href={hrefOf('/creators', view)}>{t('toCreators')}</ButtonLink>
  return (
    <div class="page">
      <PageHead title={t('creator')} />
      <Empty title={t('creators')} action={back}>
        {t('creatorTotals')}
      </Empty>
    </div>
  )
}
