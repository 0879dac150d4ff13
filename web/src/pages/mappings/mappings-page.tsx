import type { FileMapping } from '../../../../functions/contract/mapping.ts'
import type { PageProps } from '../../app/routes.ts'
import { useSession } from '../../app/use-session.ts'
import { formatCount, formatInstant } from '../../format/format.ts'
import { kindTexts, t as ledger } from '../../messages/ledger.ts'
import { t } from '../../messages/mappings.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered, Empty } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { NotForYou } from '../uploads/not-for-you.tsx'
import './mappings.css'
import { useMappings } from './mapping-answers.ts'

export function MappingsPage({ view }: PageProps) {
  return useSession()?.role === 'executive' ? <NotForYou view={view} /> : <Mappings view={view} />
}

function Mappings({ view }: { view: View }) {
  const actions = <ButtonLink href={hrefOf('/uploads', view)}>{t('allUploads')}</ButtonLink>
  return (
    <div class="page">
      <PageHead title={t('title')} under={ledger('uploads')} actions={actions}>
        {t('note')}
      </PageHead>
      <Answered answer={useMappings(view.workspace)}>
        {({ mappings }) =>
          mappings.length === 0 ? (
            <Empty title={t('none')}>{t('noneText')}</Empty>
          ) : (
            <Card title={t('title')}>
              <Table cards caption={t('title')} columns={columnsOf(view)} rows={mappings} keyOf={({ id }) => id} />
            </Card>
          )
        }
      </Answered>
    </div>
  )
}

function columnsOf(view: View): Column<FileMapping>[] {
  return [
    {
      id: 'name',
      header: t('name'),
      cell: ({ id, name }) => (
        <a class="mapping-text" href={hrefOf(`/uploads/mappings/${id}`, view)} dir="auto">
          {name}
        </a>
      ),
    },
    { id: 'kind', header: t('kind'), cell: ({ kind }) => kindTexts[kind] },
    { id: 'columns', header: t('columns'), cell: (mapping) => <span class="mapping-text">{sayColumns(mapping)}</span> },
    {
      id: 'used',
      header: t('lastUsed'),
      cell: ({ lastUsedAt, lastUsedBy }) =>
        lastUsedAt === null || lastUsedBy === null ? (
          <span class="quiet">{t('never')}</span>
        ) : (
          <a href={hrefOf(`/uploads/${lastUsedBy}`, view)}>{formatInstant(lastUsedAt)}</a>
        ),
    },
    { id: 'by', header: t('by'), cell: ({ updatedBy }) => <bdi>{updatedBy}</bdi> },
  ]
}

const namedMax = 5

function sayColumns({ headers, columns }: FileMapping): string {
  const loaded = headers.filter((_, at) => columns[at] !== null)
  const named = loaded.slice(0, namedMax).join(', ') + (loaded.length > namedMax ? ' …' : '')
  return t('loaded', { loaded: formatCount(loaded.length), columns: formatCount(headers.length), headers: named })
}
