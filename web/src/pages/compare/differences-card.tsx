import { useBooks } from '../../api/use-books.ts'
import { t } from '../../messages/compare.ts'
import { Card } from '../../ui/card.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { type CompareSide, type Difference, toDifferences } from './to-differences.ts'

/** What the two sides do not share, before any of their numbers are read. */
export function DifferencesCard({ own, other }: { own: CompareSide; other: CompareSide }) {
  const differences = toDifferences(own, other, useBooks(own.view).data?.choices)
  return (
    <Card title={t('differs')} note={t('differsNote')}>
      {differences.length === 0 ? (
        <p>{t('nothingDiffers')}</p>
      ) : (
        <Table cards caption={t('differs')} columns={columns} rows={differences} keyOf={({ what }) => what} />
      )}
    </Card>
  )
}

const columns: Column<Difference>[] = [
  { id: 'what', header: t('what'), cell: ({ what }) => what },
  { id: 'own', header: t('own'), cell: ({ own }) => <bdi>{own}</bdi> },
  { id: 'other', header: t('other'), cell: ({ other }) => <bdi>{other}</bdi> },
]
