import type { Upload } from '../../../../functions/contract/upload.ts'
import { useUploads } from '../../api/use-ledger.ts'
import type { PageProps } from '../../app/routes.ts'
import { formatCount, formatInstant } from '../../format/format.ts'
import { kindTexts, t } from '../../messages/ledger.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Answered, Empty } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { StateBadge } from './state-badge.tsx'

export function UploadsPage({ view }: PageProps) {
  const answer = useUploads(view.workspace)
  return (
    <div class="page">
      <PageHead title={t('uploads')} />
      <Answered answer={answer}>
        {({ uploads }) =>
          uploads.length === 0 ? (
            <Empty title={t('noUploads')} action={<ButtonLink href="/api/docs">{t('template')}</ButtonLink>}>
              {t('noUploadsText')}
            </Empty>
          ) : (
            <Card title={t('uploads')} note={t('uploadsNote')}>
              <Table caption={t('uploads')} columns={columnsOf(view)} rows={uploads} keyOf={({ id }) => id} />
            </Card>
          )
        }
      </Answered>
    </div>
  )
}

function columnsOf(view: View): Column<Upload>[] {
  return [
    {
      id: 'file',
      header: t('file'),
      cell: ({ id, filename }) => (
        <a href={hrefOf(`/uploads/${id}`, view)} dir="auto">
          {filename}
        </a>
      ),
    },
    { id: 'kind', header: t('kind'), cell: ({ kind }) => kindTexts[kind] },
    { id: 'state', header: t('state'), cell: ({ state }) => <StateBadge state={state} /> },
    { id: 'rows', header: t('rows'), align: 'end', cell: ({ rows }) => formatCount(rows.valid) },
    { id: 'problems', header: t('problems'), align: 'end', cell: ({ rows }) => formatCount(rows.problems) },
    { id: 'at', header: t('uploadedAt'), cell: ({ createdAt }) => formatInstant(createdAt) },
    { id: 'by', header: t('by'), cell: ({ createdBy }) => createdBy },
  ]
}
