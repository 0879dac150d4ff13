import type { ComponentChildren } from 'preact'
import type { Report } from '../../../../functions/contract/report.ts'
import { formatDay, formatInstant, formatMoney } from '../../format/format.ts'
import { t } from '../../messages/overview.ts'
import { overheadTexts, t as shell } from '../../messages/shell.ts'
import { Facts } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'

/** How the spend adds up, by which rules it was counted, and which state of the books it is. */
export function BooksFoot({ report }: { report: Report }) {
  const { tierRule } = report
  return (
    <footer class="books-foot">
      <section aria-label={t('reconciliation')}>
        <Reconciliation report={report} />
      </section>
      <section aria-label={t('provenance')}>
        <Facts facts={provenanceOf(report)} />
        <p>{tierRule.sentence}</p>
      </section>
    </footer>
  )
}

const parts = ['ledger', 'attributed', 'overhead', 'unmatched', 'added'] as const
const signs = { ledger: '', attributed: '=', overhead: '+', unmatched: '+', added: '' } as const

function Reconciliation({ report: { reconciliation, currency } }: { report: Report }) {
  return (
    <dl class="sum-line">
      {parts
        .filter((part) => part !== 'added' || reconciliation.addedMinor !== 0)
        .map((part) => (
          <div key={part} data-part={part}>
            {signs[part] !== '' && <span aria-hidden="true">{signs[part]}</span>}
            <dt>
              <Definition meaning={t(`${part}Meaning`)}>{t(part)}</Definition>
            </dt>
            <dd class="number">{formatMoney(reconciliation[`${part}Minor`], currency)}</dd>
          </div>
        ))}
    </dl>
  )
}

function provenanceOf({ query, reaches, snapshot, preview }: Report) {
  const day = (date: string | null): string => (date === null ? t('noValue') : formatDay(date))
  const rule = (
    term: string,
    name: string,
    meaning: string,
  ): { term: ComponentChildren; value: ComponentChildren } => ({
    term,
    value: <Definition meaning={meaning}>{name}</Definition>,
  })
  const { basis, spendBasis, overhead } = query
  return [
    { term: t('spendUntil'), value: day(reaches.spend) },
    { term: t('resultsUntil'), value: day(reaches.results) },
    basis === 'period'
      ? rule(shell('basis'), shell('basisPeriod'), shell('basisPeriodHint'))
      : rule(shell('basis'), shell('basisCampaign'), shell('basisCampaignHint')),
    spendBasis === 'accrued'
      ? rule(shell('spendBasis'), shell('spendAccrued'), shell('spendAccruedHint'))
      : rule(shell('spendBasis'), shell('spendPaid'), shell('spendPaidHint')),
    rule(shell('overhead'), shell(overheadTexts[overhead].name), shell(overheadTexts[overhead].hint)),
    {
      term: preview === null ? t('snapshot') : t('previewOf', { number: snapshot.number }),
      value:
        preview === null
          ? t('snapshotOf', { number: snapshot.number, when: formatInstant(snapshot.committedAt) })
          : null,
    },
  ]
}
