import type { MatchGain, MatchKind, MatchStanding } from '../../../../functions/contract/match.ts'
import { formatCount, formatMoney } from '../../format/format.ts'
import { t } from '../../messages/matching.ts'
import { Card } from '../../ui/card.tsx'
import { Answered, Skeleton } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { useMatchGain } from './matching-answers.ts'

type GainProps = { workspace: string; preview: string | null; of: MatchKind }

/** The reconciliation before and after: of a preview, or of all that is merged. */
export function GainTable({ workspace, preview, of }: GainProps) {
  const answer = useMatchGain(workspace, preview)
  return (
    <Answered answer={answer} skeleton={<Skeleton heights={[8]} />}>
      {(gain) => <Gain gain={gain} of={of} />}
    </Answered>
  )
}

/** Of both kinds: an aliases file may hold either. */
export function GainCard({ workspace, preview }: { workspace: string; preview: string }) {
  return (
    <Card title={t('gainPreview')} note={t('gainPreviewNote')}>
      <h3 class="small">{t('creators')}</h3>
      <GainTable workspace={workspace} preview={preview} of="creator" />
      <h3 class="small">{t('campaigns')}</h3>
      <GainTable workspace={workspace} preview={preview} of="campaign" />
    </Card>
  )
}

const parts = ['unmatched', 'withoutResults', 'withoutSpend'] as const

function Gain({ gain, of }: { gain: MatchGain; of: MatchKind }) {
  const { before, after, currency } = gain
  const say = ({ amountMinor, names }: MatchStanding['unmatched']) => (
    <>
      {formatMoney(amountMinor, currency)}
      <br />
      <span class="quiet small">{names === 1 ? t('nameCount') : t('namesCount', { count: formatCount(names) })}</span>
    </>
  )
  const changeOf = (part: (typeof parts)[number]): string => {
    const by = after[of][part].amountMinor - before[of][part].amountMinor
    return by === 0 ? t('same') : `${by > 0 ? '+' : '−'}${formatMoney(Math.abs(by), currency)}`
  }
  const label = (part: (typeof parts)[number]): string =>
    part === 'unmatched' && of === 'campaign' ? t('unmatchedCampaigns') : t(part)
  return (
    <Table
      caption={gain.preview === null ? t('gain') : t('gainPreview')}
      cards
      rows={parts}
      keyOf={(part) => part}
      columns={[
        { id: 'measure', header: t('measure'), cell: label },
        { id: 'before', header: t('before'), align: 'end', cell: (part) => say(before[of][part]) },
        { id: 'after', header: t('after'), align: 'end', cell: (part) => say(after[of][part]) },
        { id: 'change', header: t('change'), align: 'end', cell: changeOf },
      ]}
    />
  )
}
