import type { Report } from '../../../../functions/contract/report.ts'
import { formatCount, formatDay, formatRatio, formatShare } from '../../format/format.ts'
import { writeDifference } from '../../format/say-change.ts'
import { chooseByCount } from '../../messages/define-messages.ts'
import { t } from '../../messages/overview.ts'
import { Badge } from '../../ui/card.tsx'
import { RangePlot } from './range-plot.tsx'
import { toSentenceParts } from './to-sentence.ts'

/** The answer: the sentence, how sure it is, and what has to be known before it is used. */
export function Hero({ report }: { report: Report }) {
  const { comparison, tiers, currency } = report
  const { all } = tiers
  const { ratio, difference } = comparison.crude
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
        {ratio.kind !== 'unavailable' && (
          <p>
            {t('ratio', {
              ratio: sayRatio(ratio.point),
              difference:
                difference.kind === 'unavailable'
                  ? t('noValue')
                  : writeDifference(comparison.metric, difference.point, currency),
            })}
          </p>
        )}
        {comparison.verdict === 'not_assessed' && <p>{t('verdictUnknown')}</p>}
        {comparison.reasons.map((reason) => (
          <p key={reason}>{reason}</p>
        ))}
        <Sureness report={report} />
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

const counted = (count: number, what: 'creators' | 'campaigns' | 'posts'): string =>
  chooseByCount(count, { one: t(`${what}One`), other: t(`${what}Many`, { count: formatCount(count) }) })

/** A ratio of thousands says no more than that it is large. */
function sayRatio(ratio: number): string {
  if (ratio > 1000) return t('ratioAbove')
  return ratio < 0.01 ? t('ratioBelow') : formatRatio(ratio)
}

/** What the statistics say, as far as they say it. */
function Sureness({ report: { comparison } }: { report: Report }) {
  const { chanceMicroBetter: chance, withoutMostInfluential: leaning, comparableShare } = comparison
  const { micro, macro } = comparableShare
  return (
    <>
      {micro.kind !== 'unavailable' && macro.kind !== 'unavailable' && (
        <p>{t('comparable', { micro: formatShare(micro.point), macro: formatShare(macro.point) })}</p>
      )}
      {(chance.kind !== 'unavailable' || leaning) && (
        <p class="tags">
          {chance.kind !== 'unavailable' && (
            <Badge tone="micro">{t('chance', { share: formatShare(chance.point) })}</Badge>
          )}
          {leaning && leaning.ratio.kind !== 'unavailable' && (
            <Badge tone="warn">{t('withoutOne', { ratio: formatRatio(leaning.ratio.point) })}</Badge>
          )}
        </p>
      )}
    </>
  )
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
