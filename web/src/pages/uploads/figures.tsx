import type { MappingUsed } from '../../../../functions/contract/reading.ts'
import type { Upload } from '../../../../functions/contract/upload.ts'
import { formatCount, formatDay, formatInstant, formatMoney } from '../../format/format.ts'
import { kindTexts, t as ledger } from '../../messages/ledger.ts'
import { t as mappings } from '../../messages/mappings.ts'
import { t } from '../../messages/upload-figures.ts'
import { t as uploads } from '../../messages/uploads.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { Badge, Card, Facts, Tile, Tiles } from '../../ui/card.tsx'
import { Table } from '../../ui/table.tsx'
import { ChangedBooks } from './history.tsx'
import { SplitTotals } from './split-totals.tsx'

/** How many lines the check read, and what they are to the books. */
export function RowTiles({ rows }: Pick<Upload, 'rows'>) {
  return (
    <Tiles>
      <Tile label={t('rowsRead')} value={formatCount(rows.read)} />
      <Tile label={t('rowsNew')} value={formatCount(rows.new)} />
      <Tile label={t('rowsRecorded')} value={formatCount(rows.recorded)} />
      <Tile label={t('rowsCorrected')} value={formatCount(rows.corrected)} />
      <Tile label={t('rowsExcluded')} value={formatCount(rows.excluded)} />
      <Tile label={t('rowsProblems')} value={formatCount(rows.problems)} />
    </Tiles>
  )
}

export function ControlTotals({ view, upload }: { view: View; upload: Upload }) {
  const { totals } = upload
  return (
    <Card title={t('totals')} note={t('totalsNote')}>
      {totals.length === 0 ? (
        <p class="quiet">{t('noTotals')}</p>
      ) : (
        <div class="upload-narrow upload-stack">
          <Table
            caption={t('totals')}
            rows={totals}
            keyOf={({ measure, currency }) => `${measure} ${currency}`}
            columns={[
              { id: 'measure', header: t('measure'), cell: ({ measure }) => t(measure) },
              { id: 'currency', header: t('currency'), cell: ({ currency }) => currency },
              { id: 'rows', header: t('rows'), align: 'end', cell: ({ rows }) => formatCount(rows) },
              {
                id: 'total',
                header: t('total'),
                align: 'end',
                cell: ({ amountMinor, currency }) => formatMoney(amountMinor, currency),
              },
            ]}
          />
          <SplitTotals view={view} upload={upload} />
        </div>
      )}
    </Card>
  )
}

/** Who did what with it, and how it hangs together with others. */
export function AboutUpload({ view, upload }: { view: View; upload: Upload }) {
  const link = (id: string) => <a href={hrefOf(`/uploads/${id}`, view)}>{uploads('openUpload')}</a>
  const done = (term: string, by: string | null, at: string | null) =>
    by === null || at === null ? [] : [{ term, value: <Who by={by} at={at} /> }]
  const { months, replaces, replacedBy } = upload
  const facts = [
    { term: ledger('kind'), value: kindTexts[upload.kind] },
    ...(upload.origin === 'matching'
      ? [{ term: t('origin'), value: <a href={hrefOf('/who-is-who', view)}>{t('originMatching')}</a> }]
      : []),
    { term: t('policy'), value: t(upload.rowPolicy === 'valid' ? 'policyValid' : 'policyAll') },
    ...(upload.mapping === null
      ? []
      : [{ term: mappings('mapping'), value: <MappingLink view={view} mapping={upload.mapping} /> }]),
    ...(months.length > 0 ? [{ term: t('months'), value: monthsText(months) }] : []),
    ...done(uploads('who'), upload.createdBy, upload.createdAt),
    ...done(t('committed'), upload.committedBy, upload.committedAt),
    ...done(t('reverted'), upload.revertedBy, upload.revertedAt),
    { term: uploads('changed'), value: <ChangedBooks view={view} upload={upload} /> },
    ...(replaces === null ? [] : [{ term: uploads('replaces'), value: link(replaces) }]),
    ...(replacedBy === null ? [] : [{ term: uploads('replacedBy'), value: link(replacedBy) }]),
  ]
  return (
    <Card title={t('about')} aside={upload.sample ? <Badge>{uploads('sample')}</Badge> : undefined}>
      <Facts facts={facts} />
    </Card>
  )
}

/** The version that was used; the mapping itself may have been edited since. */
function MappingLink({ view, mapping: { id, name, version } }: { view: View; mapping: MappingUsed }) {
  return (
    <a href={hrefOf(`/uploads/mappings/${id}`, view)} dir="auto">
      {mappings('usedFact', { name, version })}
    </a>
  )
}

function Who({ by, at }: { by: string; at: string }) {
  return (
    <>
      <bdi>{by}</bdi>, {formatInstant(at)}
    </>
  )
}

const monthsNamedMax = 6

/** Few months are named, of many the first and the last. */
function monthsText(months: readonly string[]): string {
  const [first = '', last = ''] = [months[0], months.at(-1)]
  if (months.length <= monthsNamedMax) return months.map((month) => formatDay(month)).join(', ')
  return t('monthsRange', { count: formatCount(months.length), first: formatDay(first), last: formatDay(last) })
}
