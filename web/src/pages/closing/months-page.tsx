import { useState } from 'preact/hooks'
import type { BookMonthList } from '../../../../functions/contract/books-change.ts'
import { useMonths } from '../../api/books-changes.ts'
import type { PageProps } from '../../app/routes.ts'
import { useSession } from '../../app/use-session.ts'
import { t } from '../../messages/closing.ts'
import type { View } from '../../state/view.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered, Empty, ErrorBox } from '../../ui/states.tsx'
import '../../styles/uploads.css'
import './closing.css'
import { CloseOther } from './close-other.tsx'
import { FinanceOnly } from './finance-only.tsx'
import { MonthTable } from './month-table.tsx'
import { sayMonths } from './say-months.ts'
import { TrialBalanceCard } from './trial-balance-card.tsx'
import { useStaging } from './use-staging.ts'

/** Which months are closed, what they add up to, and what ties them to the general ledger. */
export function MonthsPage({ view }: PageProps) {
  const executive = useSession()?.role === 'executive'
  return executive ? <FinanceOnly view={view} /> : <Months view={view} />
}

function Months({ view }: { view: View }) {
  const answer = useMonths(view.workspace)
  return (
    <div class="page">
      <PageHead title={t('months')}>{t('monthsNote')}</PageHead>
      <Answered answer={answer}>
        {({ months }) => (
          <>
            {months.length === 0 ? (
              <Empty title={t('noMonths')}>{t('noMonthsText')}</Empty>
            ) : (
              <MonthsCard view={view} months={months} />
            )}
            <CloseOther view={view} months={months} />
            {months.length > 0 && <TrialBalanceCard workspace={view.workspace} months={months} />}
          </>
        )}
      </Answered>
    </div>
  )
}

type MonthsCardProps = { view: View; months: BookMonthList['months'] }

function MonthsCard({ view, months }: MonthsCardProps) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const staging = useStaging(view)
  const chosen = months.filter(({ month }) => selected.has(month))
  const of = (state: 'open' | 'closed') => chosen.filter((month) => month.state === state).map(({ month }) => month)
  const [toClose, toOpen] = [of('open'), of('closed')]
  const toggle = (month: string) => {
    const next = new Set(selected)
    if (!next.delete(month)) next.add(month)
    setSelected(next)
  }
  const selectOpen = () =>
    setSelected(new Set(months.filter(({ state }) => state === 'open').map(({ month }) => month)))
  return (
    <Card title={t('months')} note={t('showFirst')}>
      <div class="upload-stack">
        {staging.problem && <ErrorBox problem={staging.problem} />}
        <div class="actions">
          {chosen.length === 0 && <p class="quiet small">{t('selectSome')}</p>}
          {toClose.length > 0 && (
            <Button
              kind="main"
              disabled={staging.busy}
              onClick={() => void staging.stage({ kind: 'close', months: toClose })}
            >
              {t('close', { months: sayMonths(toClose) })}
            </Button>
          )}
          {toOpen.length > 0 && (
            <Button disabled={staging.busy} onClick={() => void staging.stage({ kind: 'reopen', months: toOpen })}>
              {t('reopen', { months: sayMonths(toOpen) })}
            </Button>
          )}
          {chosen.length > 0 ? (
            <Button kind="plain" onClick={() => setSelected(new Set())}>
              {t('clearSelection')}
            </Button>
          ) : (
            <Button kind="plain" onClick={selectOpen}>
              {t('selectOpen')}
            </Button>
          )}
        </div>
        <MonthTable months={months} selected={selected} onToggle={toggle} />
      </div>
    </Card>
  )
}
