import type { Claim, ClaimMissing, ClaimTest } from '../../../../functions/contract/claims.ts'
import type { TierBands } from '../../../../functions/contract/report.ts'
import { useSession } from '../../app/use-session.ts'
import { armTexts, t } from '../../messages/claims.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { IntervalChart } from './interval-chart.tsx'
import { OthersFound } from './others-found.tsx'
import { type Said, sayAdjusted, sayCoverage, sayCreators, sayRatio, saySide } from './say-claim.ts'
import { StatusBadge } from './status-badge.tsx'

type ClaimCardProps = { claim: Claim; currency: string; bands: TierBands; view: View }

/** One claim: its answer, how sure that is, the figures behind it, what is missing, and what others found. */
export function ClaimCard({ claim, currency, bands, view }: ClaimCardProps) {
  const { title, status, sentence, measuredBy, tests } = claim
  return (
    <Card title={title} aside={<StatusBadge status={status} />}>
      <div class="claim">
        <p class="claim-sentence">{sentence}</p>
        <p class="quiet small">{measuredBy}</p>
        <IntervalChart claim={claim} />
        <Figures claim={claim} currency={currency} />
        <Lacks claim={claim} view={view} />
        <OthersFound claim={claim.name} bands={bands} measures={tests.map(({ measure }) => measure)} />
      </div>
    </Card>
  )
}

function Figures({ claim: { title, tests }, currency }: { claim: Claim; currency: string }) {
  const [deciding] = tests
  if (!deciding || tests.every(({ sides }) => sides.every(({ value }) => value.kind === 'unavailable'))) return null
  const side = (at: 0 | 1): Column<ClaimTest> => ({
    id: deciding.sides[at].arm,
    header: armTexts[deciding.sides[at].arm],
    align: 'end',
    cell: ({ measure, sides }) => <Stacked {...saySide(measure, sides[at], currency)} note={sayCreators(sides[at])} />,
  })
  const columns: Column<ClaimTest>[] = [
    { id: 'measure', header: t('measure'), cell: ({ label }) => label },
    side(0),
    side(1),
    {
      id: 'ratio',
      header: t('ratio'),
      align: 'end',
      cell: (test) => <Stacked {...sayRatio(test.ratio)} note={sayAdjusted(test)} />,
    },
  ]
  const caveats = new Set(tests.flatMap((test) => test.caveats))
  const beside = [sayCoverage(deciding), ...caveats].filter((text) => text !== null)
  return (
    <>
      <Table
        caption={t('figures', { claim: title })}
        columns={columns}
        rows={tests}
        keyOf={({ measure }) => measure}
        cards
      />
      {beside.length > 0 && <p class="quiet small">{beside.join(' ')}</p>}
    </>
  )
}

function Stacked({ point, range, note }: Said & { note: string }) {
  return (
    <span class="claim-value">
      {point}
      <span class="quiet small">{range}</span>
      <span class="quiet small">{note}</span>
    </span>
  )
}

/** Why there is no answer, or not a better one, and where to send what would help. */
function Lacks({ claim: { missing, tests }, view }: { claim: Claim; view: View }) {
  const mayUpload = useSession()?.role !== 'executive'
  const reasons = [...new Set(tests.flatMap((test) => test.reasons))]
  if (missing.length + reasons.length === 0) return null
  return (
    <div class="claim-lacks">
      <h3>{t('lacks')}</h3>
      <ul>
        {[...missing.map(({ message }) => message), ...reasons].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {mayUpload && missing.some(isMendable) && (
        <ButtonLink href={hrefOf('/uploads', { ...view, snapshot: null, preview: null })}>{t('upload')}</ButtonLink>
      )}
    </div>
  )
}

const isMendable = ({ kind }: ClaimMissing): boolean => kind !== null
