import type { BooksChange } from '../../../../functions/contract/books-change.ts'
import { formatCount, formatDay, formatInstant, formatMoney } from '../../format/format.ts'
import { t } from '../../messages/closing.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card, Facts } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'
import { spendOf } from './to-restated-rows.ts'

/** What the months say that are closed, as they are pinned. */
export function Pins({ change: { pins, edit } }: { change: BooksChange }) {
  const count = edit.kind === 'close' ? new Set(edit.months).size : pins.length
  return (
    <Card title={t('pins')} note={t('pinsNote')}>
      {pins.length < count && (
        <p class="small">{t('pinsMore', { shown: formatCount(pins.length), count: formatCount(count) })}</p>
      )}
      <Table
        caption={t('pins')}
        rows={[...pins].reverse()}
        keyOf={({ month }) => month}
        columns={[
          { id: 'month', header: t('month'), cell: ({ month }) => formatDay(month) },
          {
            id: 'spend',
            header: t('spend'),
            align: 'end',
            cell: ({ totals }) => formatMoney(spendOf(totals), totals.currency),
          },
          {
            id: 'revenue',
            header: t('revenue'),
            align: 'end',
            cell: ({ totals }) => formatMoney(totals.tiers.all.revenueMinor, totals.currency),
          },
        ]}
      />
    </Card>
  )
}

/** What keeps the change from being done: what stood there, what was expected, how to mend it. */
export function ChangeProblems({ view, change }: { view: View; change: BooksChange }) {
  const { problems, problemsTotal } = change
  const lacksRates = problems.some(({ code }) => code === 'no-rate')
  return (
    <Card title={t('problems')} note={t('problemsNote', { count: formatCount(problemsTotal) })}>
      <div class="upload-stack">
        <ul class="upload-list">
          {problems.map(({ found, message }) => (
            <li key={`${found} ${message}`} dir="auto">
              {message}
            </li>
          ))}
        </ul>
        {lacksRates && (
          <div class="actions">
            <ButtonLink href={hrefOf('/uploads', view)}>{t('toUploads')}</ButtonLink>
          </div>
        )}
      </div>
    </Card>
  )
}

/** Who prepared and committed it, when and why. */
export function AboutChange({ view, change }: { view: View; change: BooksChange }) {
  const { createdBy, createdAt, committedBy, committedAt, reason, snapshot } = change
  const who = (by: string, at: string) => <bdi>{t('who', { by, when: formatInstant(at) })}</bdi>
  const facts = [
    { term: t('preparedBy'), value: who(createdBy, createdAt) },
    ...(committedBy === null || committedAt === null
      ? []
      : [{ term: t('committedBy'), value: who(committedBy, committedAt) }]),
    ...(reason === null ? [] : [{ term: t('reason'), value: <bdi>{reason}</bdi> }]),
    ...(snapshot === null
      ? []
      : [
          {
            term: t('madeSnapshot'),
            value: (
              <a href={hrefOf(`/snapshots/${snapshot - 1}/diff/${snapshot}`, view)}>
                {t('snapshot', { number: snapshot })}
              </a>
            ),
          },
        ]),
  ]
  return (
    <Card title={t('about')}>
      <Facts facts={facts} />
    </Card>
  )
}
