import type { Report } from '../../../../functions/contract/report.ts'
import { formatCount, formatDay, formatRatio, formatShare } from '../../format/format.ts'
import { chooseByCount } from '../../messages/define-messages.ts'
import { t } from '../../messages/overview.ts'
import { Badge } from '../../ui/card.tsx'
import { RangePlot } from './range-plot.tsx'
import { toSentenceParts } from './to-sentence.ts'

/** The answer: the sentence, how sure it is, and what has to be known before it is used. */
export function Hero({ report }: { report: Report }) {
  const { comparison, tiers } = report
  const { all } = tiers
  const open = comparison.verdict === 'not_enough_data'
  return (
    <section class="hero">
      <div class="hero-text">
        <h1>
          {toSentenceParts(comparison.sentence).map(({ text, tier }, at) => (
            <span key={at} class={tier ?? undefined}>
              {text}
            </span>
          ))}
        </h1>
        {comparison.reasons.slice(0, open ? gatesMax : 1).map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
        <Sureness comparison={comparison} />
        <p>
          {t('happened')} {comparison.happened}
        </p>
        <p class="quiet small">
          {t('basedOn', {
            creators: counted(all.creators, 'creators'),
            campaigns: counted(all.campaigns, 'campaigns'),
            posts: counted(all.posts, 'posts'),
          })}
        </p>
      </div>
      <RangePlot report={report} />
      <Warnings report={report} />
    </section>
  )
}

/** What lacks for a verdict is said whole, unless nearly everything does. */
const gatesMax = 4

const counted = (count: number, what: 'creators' | 'campaigns' | 'posts'): string =>
  chooseByCount(count, { one: t(`${what}One`), other: t(`${what}Many`, { count: formatCount(count) }) })

/** Which way it leans, on whom, and whether where the money went turns the answer. */
function Sureness({ comparison }: { comparison: Report['comparison'] }) {
  const { verdict, chanceMicroBetter: chance, withoutMostInfluential: leaning, dependsOnOneCreator, mix } = comparison
  if (verdict === 'not_enough_data') return null
  return (
    <p class="tags">
      {chance.kind !== 'unavailable' && <Chance micro={chance.point} />}
      {leaning?.ratio.kind === 'exact' && (
        <Badge tone={dependsOnOneCreator ? 'warn' : undefined}>
          {t(dependsOnOneCreator ? 'dependsOn' : 'leansOn', {
            name: leaning.name,
            ratio: formatRatio(leaning.ratio.point),
          })}
        </Badge>
      )}
      {(mix === 'reversal' || mix === 'mix_material') && <Badge tone="warn">{t(mix)}</Badge>}
      {mix === 'possible_reversal' && <Badge>{t(mix)}</Badge>}
      {comparison.stableSince && (
        <Badge tone="good">{t('stable', { day: formatDay(comparison.stableSince.slice(0, 10)) })}</Badge>
      )}
    </p>
  )
}

/** Never shown as nought or certain: no chance is known that well. */
function Chance({ micro }: { micro: number }) {
  const shown = Math.min(0.99, Math.max(0.01, micro))
  const tier = shown >= 0.5 ? 'micro' : 'macro'
  return <Badge tone={tier}>{t('chance', { share: formatShare(Math.max(shown, 1 - shown)), tier })}</Badge>
}

function Warnings({ report }: { report: Report }) {
  const texts = warningsOf(report)
  if (texts.length === 0) return null
  return (
    <section class="warnings" aria-label={t('warnings')}>
      <h2>{t('warnings')}</h2>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  )
}

function warningsOf({ warnings, coverage, reaches }: Report): string[] {
  const texts = warnings.map(({ message }) => message)
  if (reaches.spend === null && reaches.results !== null) texts.push(t('reachesResultsOnly'))
  else if (reaches.results === null && reaches.spend !== null) texts.push(t('reachesSpendOnly'))
  else if (reaches.spend !== reaches.results) {
    texts.push(t('reachesApart', { spend: formatDay(reaches.spend ?? ''), results: formatDay(reaches.results ?? '') }))
  }
  const { withoutResults, gifted } = coverage
  const forms = {
    withoutResults: { one: t('withoutResultsOne'), other: t('withoutResults', { count: formatCount(withoutResults) }) },
    gifted: { one: t('giftedOne'), other: t('gifted', { count: formatCount(gifted) }) },
  }
  if (withoutResults > 0) texts.push(chooseByCount(withoutResults, forms.withoutResults))
  if (gifted > 0) texts.push(chooseByCount(gifted, forms.gifted))
  return texts
}
