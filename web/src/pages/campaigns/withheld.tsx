import { t } from '../../messages/lists.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Empty } from '../../ui/states.tsx'

/** For executives: that there is something they are not shown, and why. */
export function Withheld({ view, text }: { view: View; text: string }) {
  return (
    <Empty title={t('withheldTitle')} action={<ButtonLink href={hrefOf('/', view)}>{t('toOverview')}</ButtonLink>}>
      {text}
    </Empty>
  )
}
