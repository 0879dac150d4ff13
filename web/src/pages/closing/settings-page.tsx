import { useSettings } from '../../api/books-changes.ts'
import type { PageProps } from '../../app/routes.ts'
import { useSession } from '../../app/use-session.ts'
import { t } from '../../messages/closing.ts'
import type { View } from '../../state/view.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered } from '../../ui/states.tsx'
import '../../styles/uploads.css'
import './closing.css'
import { ChangeList } from './change-list.tsx'
import { DealCostsForm } from './deal-costs-form.tsx'
import { FinanceOnly } from './finance-only.tsx'
import { BandsForm, CurrencyForm, FourEyesForm, ObjectiveForm } from './settings-forms.tsx'

/** What holds for all reports, each change of it with a preview, and the changes there were. */
export function SettingsPage({ view }: PageProps) {
  const executive = useSession()?.role === 'executive'
  return executive ? <FinanceOnly view={view} /> : <BooksSettings view={view} />
}

function BooksSettings({ view }: { view: View }) {
  const answer = useSettings(view.workspace)
  const finance = useSession()?.role === 'finance'
  return (
    <div class="page">
      <PageHead title={t('settings')}>
        {t('settingsNote')} {finance && t('settingsPrepare')}
      </PageHead>
      <Answered answer={answer}>
        {({ settings, snapshot }) => (
          <div class="cards" key={snapshot}>
            <CurrencyForm view={view} settings={settings} />
            <BandsForm view={view} settings={settings} />
            <ObjectiveForm view={view} settings={settings} />
            <DealCostsForm view={view} settings={settings} />
            <FourEyesForm view={view} settings={settings} />
          </div>
        )}
      </Answered>
      <ChangeList view={view} />
    </div>
  )
}
