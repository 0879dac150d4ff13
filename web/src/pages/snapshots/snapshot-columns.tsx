import type { SnapshotSummary } from '../../../../functions/contract/snapshot.ts'
import { formatInstant, formatMoney } from '../../format/format.ts'
import { actionTexts, t } from '../../messages/ledger.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { Badge } from '../../ui/card.tsx'
import type { DataColumn } from '../../ui/data-table-model.ts'
import { describeEdit } from '../closing/describe-edit.ts'

type Choosing = { chosen: readonly number[]; onToggle: (number: number) => void }

export function snapshotColumns(
  view: View,
  newest: number,
  { chosen, onToggle }: Choosing,
  pages: readonly { path: string; text: string }[],
): DataColumn<SnapshotSummary>[] {
  const at = (number: number): View => ({ ...view, snapshot: number, preview: null })
  return [
    {
      id: 'number',
      label: t('number'),
      widthRem: 7.5,
      value: ({ number }) => number,
      cell: ({ number, sample }) => (
        <span class="badges">
          <a href={hrefOf('/', at(number))}>{number}</a>
          {number === newest && <Badge tone="good">{t('newest')}</Badge>}
          {sample && <Badge>{t('sample')}</Badge>}
        </span>
      ),
    },
    {
      id: 'choose',
      label: t('choose'),
      widthRem: 5,
      sortable: false,
      value: () => null,
      cell: ({ number }) => (
        <input
          type="checkbox"
          class="tick"
          aria-label={t('chooseSnapshot', { number })}
          checked={chosen.includes(number)}
          onChange={() => onToggle(number)}
        />
      ),
    },
    {
      id: 'change',
      label: t('change'),
      widthRem: 15,
      value: sayChange,
      search: (row) => `${sayChange(row)} ${row.reason ?? ''}`,
      cell: (row) => <Change row={row} view={view} />,
    },
    {
      id: 'totals',
      label: t('totalsChange'),
      widthRem: 17.5,
      sortable: false,
      value: () => null,
      cell: ({ changes }) => <Totals changes={changes} />,
    },
    {
      id: 'at',
      label: t('at'),
      widthRem: 8.5,
      value: ({ committedAt }) => committedAt,
      cell: ({ committedAt }) => <time dateTime={committedAt}>{formatInstant(committedAt)}</time>,
    },
    {
      id: 'by',
      label: t('by'),
      widthRem: 7.5,
      value: ({ committedBy }) => committedBy,
      search: ({ committedBy }) => committedBy,
      cell: ({ committedBy }) => <span dir="auto">{committedBy}</span>,
    },
    {
      id: 'open',
      label: t('openAt'),
      widthRem: 12.5,
      sortable: false,
      value: () => null,
      cell: ({ number }) => (
        <span class="badges">
          {pages.map(({ path, text }) => (
            <a key={path} href={hrefOf(path, at(number))}>
              {text}
            </a>
          ))}
        </span>
      ),
    },
  ]
}

const sayChange = ({ action, filename, edit }: SnapshotSummary): string =>
  edit === null ? `${actionTexts[action]} ${filename ?? ''}` : describeEdit(edit)

function Change({ row, view }: { row: SnapshotSummary; view: View }) {
  const { action, filename, upload, number, edit, reason } = row
  const file = <bdi>{filename}</bdi>
  return (
    <>
      {edit === null ? actionTexts[action] : describeEdit(edit)}
      {filename !== null && ': '}
      {filename !== null && (upload === null ? file : <a href={hrefOf(`/uploads/${upload}`, view)}>{file}</a>)}
      {number > 0 && (
        <>
          {' '}
          <a class="small" href={hrefOf(`/snapshots/${number - 1}/diff/${number}`, view)}>
            {t('compareWithBefore')}
          </a>
        </>
      )}
      {reason !== null && (
        <p class="small" dir="auto">
          {t('because', { reason })}
        </p>
      )}
    </>
  )
}

function Totals({ changes }: Pick<SnapshotSummary, 'changes'>) {
  const moved = changes.filter(({ beforeMinor, afterMinor }) => beforeMinor !== afterMinor)
  if (moved.length === 0) return <span class="quiet">{t('noTotals')}</span>
  return (
    <ul class="changes">
      {moved.map(({ measure, currency, beforeMinor, afterMinor }) => (
        <li key={`${measure} ${currency}`}>
          {t('fromTo', {
            measure: t(measure),
            before: formatMoney(beforeMinor, currency),
            after: formatMoney(afterMinor, currency),
          })}
        </li>
      ))}
    </ul>
  )
}
