import { t } from '../../messages/uploads.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Empty } from '../../ui/states.tsx'

/** What executives see here: why, and where their numbers are. */
export function NotForYou({ view }: { view: View }) {
  return (
    <Empty
      level={1}
      title={t('notForYou')}
      action={<ButtonLink href={hrefOf('/', view)}>{t('toOverview')}</ButtonLink>}
    >
      {t('notForYouText')}
    </Empty>
  )
}
