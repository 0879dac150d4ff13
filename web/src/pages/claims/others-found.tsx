import type { ClaimMeasure, ClaimName } from '../../../../functions/contract/claims.ts'
import type { TierBands } from '../../../../functions/contract/report.ts'
import { formatCount } from '../../format/format.ts'
import { t } from '../../messages/claims.ts'
import { type Column, Table } from '../../ui/table.tsx'
import { isReference, type PublishedResult, publishedResults } from './published.ts'

type OthersFoundProps = { claim: ClaimName; bands: TierBands; measures: readonly ClaimMeasure[] }

/** Published results where they are about the same tiers and the same measure; else only where to read them. */
export function OthersFound({ claim, bands, measures }: OthersFoundProps) {
  const about = publishedResults.filter(({ claims }) => claims.includes(claim))
  if (about.length === 0) return null
  const references = about.filter((result) => isReference(result, bands, measures))
  const elsewhere = about.filter((result) => !references.includes(result))
  return (
    <div class="others-found small">
      {references.length > 0 && (
        <Table caption={t('others')} showCaption columns={columns} rows={references} keyOf={({ doi }) => doi} cards />
      )}
      {elsewhere.length > 0 && (
        <p class="quiet">
          {t('othersElsewhere')}{' '}
          {elsewhere.map((result, at) => (
            <span key={result.doi}>
              {at > 0 && '; '}
              <Citation result={result} />
            </span>
          ))}
          .
        </p>
      )}
    </div>
  )
}

const columns: Column<PublishedResult>[] = [
  { id: 'found', header: t('found'), cell: ({ finding }) => finding },
  { id: 'bands', header: t('bands'), cell: sayBands },
  { id: 'denominator', header: t('denominator'), cell: ({ denominator }) => denominator },
  { id: 'source', header: t('source'), cell: (result) => <Citation result={result} /> },
]

function sayBands({ bands }: PublishedResult): string {
  if (!bands) return t('bandsContinuous')
  return t('bandsOf', { low: formatCount(bands.below), high: formatCount(bands.above) })
}

function Citation({ result: { citation, doi } }: { result: PublishedResult }) {
  return (
    <a href={`https://doi.org/${doi}`} rel="noreferrer">
      {citation}
    </a>
  )
}
