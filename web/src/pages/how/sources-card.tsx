import type { Report } from '../../../../functions/contract/report.ts'
import type { Upload } from '../../../../functions/contract/upload.ts'
import { useSession } from '../../app/use-session.ts'
import { formatCount, formatDay } from '../../format/format.ts'
import { t } from '../../messages/how.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { Card } from '../../ui/card.tsx'
import { Answered, Skeleton } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useAllUploads } from './use-all-uploads.ts'

type SourcesProps = { report: Report; view: View }

/** The committed files with rows in the range, each with a link to what stood in it. */
export function SourcesCard({ report, view }: SourcesProps) {
  const role = useSession()?.role
  if (role === undefined) return null
  return (
    <Card title={t('sourcesTitle')} note={isNewest(view) ? t('sourcesNote') : t('sourcesNow')}>
      {role === 'executive' ? <p>{t('sourcesWithheld')}</p> : <Sources report={report} view={view} />}
    </Card>
  )
}

const isNewest = ({ snapshot, preview }: View): boolean => snapshot === null && preview === null

function Sources({ report, view }: SourcesProps) {
  const answer = useAllUploads(view.workspace)
  const columns: Column<Upload>[] = [
    {
      id: 'file',
      header: t('file'),
      cell: ({ id, filename }) => (
        <a href={hrefOf(`/uploads/${encodeURIComponent(id)}`, view)}>
          <bdi>{filename}</bdi>
        </a>
      ),
    },
    { id: 'kind', header: t('kind'), cell: ({ kind }) => kind },
    { id: 'rows', header: t('rows'), align: 'end', cell: ({ rows }) => formatCount(rows.valid) },
    { id: 'months', header: t('months'), cell: ({ months }) => sayMonths(months) },
    {
      id: 'committed',
      header: t('committed'),
      cell: ({ committedAt }) => (committedAt === null ? t('noValue') : formatDay(committedAt.slice(0, 10))),
    },
  ]
  return (
    <Answered answer={answer} skeleton={<Skeleton heights={[12]} />}>
      {(uploads) => (
        <Table
          caption={t('sourcesCaption')}
          columns={columns}
          rows={uploads.filter((upload) => isBehind(upload, report))}
          keyOf={({ id }) => id}
          cards
        />
      )}
    </Answered>
  )
}

/** Without months it is a file of the directory, which every number reads. */
function isBehind({ state, snapshot, months }: Upload, { query, snapshot: of }: Report): boolean {
  if (state !== 'committed' || (snapshot ?? 0) > of.number) return false
  if (months.length === 0 || query.basis === 'campaign') return true
  const [from, to] = [query.from?.slice(0, 7) ?? '', query.to?.slice(0, 7) ?? '9999']
  return months.some((month) => month >= from && month <= to)
}

function sayMonths(months: readonly string[]): string {
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) return t('noValue')
  return first === last ? formatDay(first) : t('monthsFromTo', { first: formatDay(first), last: formatDay(last) })
}
