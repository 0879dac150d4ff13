import { useState } from 'preact/hooks'
import type { BookMonthList } from '../../../../functions/contract/books-change.ts'
import { type BalanceRange, loadTrialBalanceCsv, useTrialBalance } from '../../api/books-changes.ts'
import { formatDay } from '../../format/format.ts'
import { t } from '../../messages/closing.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Answered, ErrorBox, Skeleton } from '../../ui/states.tsx'
import { saveFile } from '../uploads/save-file.ts'
import { useStep } from '../uploads/use-step.ts'
import { BalanceTable } from './balance-table.tsx'

type TrialBalanceProps = { workspace: string; months: BookMonthList['months'] }

/** What ties rows in their own currencies to the books, on the page and as a file for the general ledger. */
export function TrialBalanceCard({ workspace, months }: TrialBalanceProps) {
  const newest = months[0]?.month ?? ''
  const [range, setRange] = useState<BalanceRange>({ from: newest, to: newest })
  const { busy, problem, run } = useStep()
  const backwards = range.from > range.to
  const answer = useTrialBalance(workspace, backwards ? null : range)
  const download = () =>
    run(async () =>
      saveFile(await loadTrialBalanceCsv(workspace, range), `trial-balance-${range.from}-${range.to}.csv`),
    )
  const field = (end: keyof BalanceRange, label: string) => (
    <label class="field">
      <span>{label}</span>
      <select
        class="input"
        value={range[end]}
        aria-invalid={backwards}
        onChange={({ currentTarget }) => setRange({ ...range, [end]: currentTarget.value })}
      >
        {months.map(({ month }) => (
          <option key={month} value={month}>
            {formatDay(month)}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <Card title={t('balance')} note={t('balanceNote')}>
      <div class="upload-stack">
        <div class="closing-form">
          {field('from', t('balanceFrom'))}
          {field('to', t('balanceTo'))}
          <Button disabled={busy || backwards} onClick={() => void download()}>
            {t('balanceCsv')}
          </Button>
        </div>
        {backwards && <p role="status">{t('balanceBackwards')}</p>}
        {problem && <ErrorBox problem={problem} />}
        {!backwards && (
          <Answered answer={answer} skeleton={<Skeleton heights={[8]} />}>
            {(balance) =>
              balance.lines.length === 0 ? <p class="quiet">{t('balanceEmpty')}</p> : <BalanceTable balance={balance} />
            }
          </Answered>
        )}
      </div>
    </Card>
  )
}
