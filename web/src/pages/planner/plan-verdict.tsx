import type { Plan } from '../../../../functions/contract/plan.ts'
import { formatMoney, formatShare } from '../../format/format.ts'
import { goalTexts, t, verdictTexts } from '../../messages/planner.ts'
import { Button } from '../../ui/button.tsx'
import { Card, Facts, Tile, Tiles } from '../../ui/card.tsx'
import { writeOutcome } from './to-plan-rows.ts'

type VerdictProps = { plan: Plan; onBudget: (minor: number) => void }

/** The answer in words, and where there is none, why not and what would help. */
export function PlanVerdict({ plan, onBudget }: VerdictProps) {
  const { verdict, sentence, reasons, caveats } = plan
  return (
    <Card wide title={verdictTexts[verdict]}>
      <p class="plan-sentence">{sentence}</p>
      <Facts facts={factsOf(plan)} />
      {verdict === 'change' && <GainTiles plan={plan} />}
      {reasons.length > 0 && (
        <>
          <h3 class="plan-heading">{t('why')}</h3>
          <ul class="plan-reasons">
            {reasons.map(({ code, tier, message, help }) => (
              <li key={`${code} ${tier}`}>
                {message} <span class="quiet">{help}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {verdict === 'outside' && <OtherBudgets plan={plan} onBudget={onBudget} />}
      {caveats.length > 0 && (
        <>
          <h3 class="plan-heading">{t('caveats')}</h3>
          <ul class="plan-reasons">
            {caveats.map(({ code, message }) => (
              <li key={code}>{message}</li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

/** What was asked, also where the form above says something else by now, and on paper. */
function factsOf({ query: { budgetMinor, goal, campaigns, months }, currency }: Plan) {
  const money = (minor: number): string => formatMoney(minor, currency, 'whole')
  return [
    ...(budgetMinor === null
      ? []
      : [
          { term: t('ofBudget'), value: money(budgetMinor) },
          { term: t('ofMonth'), value: money(budgetMinor / campaigns / months) },
        ]),
    { term: t('forGoal'), value: t(goal) },
    { term: t('forMonths'), value: t('times', { campaigns, months }) },
  ]
}

function GainTiles({ plan }: { plan: Plan }) {
  const { gain, current, proposed, microShare, currency, query } = plan
  if (!gain || !current || !proposed || !microShare) return null
  const share = (value: number): string => formatShare(value, { digits: 1, signed: true })
  const outcome = (value: number | null): string =>
    value === null ? t('noValue') : writeOutcome(value, query.goal, currency)
  const outcomeOf = (more: number): string => outcome((current.outcome ?? 0) + more)
  const outcomes = { low: outcomeOf(gain.outcome.low), high: outcomeOf(gain.outcome.high) }
  const shares = { low: formatShare(microShare.low), high: formatShare(microShare.high) }
  return (
    <Tiles>
      <Tile
        label={t('gainTile', { goal: goalTexts[query.goal] })}
        value={share(gain.share.point)}
        note={t('likely', { low: share(gain.share.low), high: share(gain.share.high) })}
      />
      <Tile
        label={t('outcomeTile', { goal: t(query.goal) })}
        value={outcome(proposed.outcome)}
        note={t('now', { now: outcome(current.outcome), rest: t('range', outcomes) })}
      />
      <Tile
        label={t('shareTile')}
        value={formatShare(proposed.micro.share)}
        note={
          shares.low === shares.high
            ? t('nowOnly', { now: formatShare(current.micro.share) })
            : t('now', { now: formatShare(current.micro.share), rest: t('bestLies', shares) })
        }
      />
    </Tiles>
  )
}

function OtherBudgets({ plan: { budgets, query, currency }, onBudget }: VerdictProps) {
  if (!budgets || query.budgetMinor === null) return null
  const isLow = query.budgetMinor < budgets.lowMinor
  const minor = isLow ? budgets.lowMinor : budgets.highMinor
  const money = formatMoney(minor, currency)
  return (
    <div class="actions">
      <Button onClick={() => onBudget(minor)}>{isLow ? t('useLeast', { money }) : t('useMost', { money })}</Button>
    </div>
  )
}
