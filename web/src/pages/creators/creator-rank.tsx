import type { CreatorList, CreatorRow, Estimate } from '../../../../functions/contract/report.ts'
import { formatCount, formatEstimate, formatMetric } from '../../format/format.ts'
import { t } from '../../messages/creators.ts'
import { metricTexts } from '../../messages/metrics.ts'
import type { View } from '../../state/view.ts'
import { Badge, Card, Tile, Tiles } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { Answered, Skeleton } from '../../ui/states.tsx'
import { useCreatorAmong } from './creator-answers.ts'
import { hasRange, Missing, sayChance, sayTrend, sayTrendMonths } from './ranking-columns.tsx'

const kindTexts = { 'platform-and-tier': t('kindFine'), tier: t('kindTier'), all: t('kindAll') }

/** What to expect of a creator, and where it stands among all of the view. */
export function CreatorRank({ view, id }: { view: View; id: string }) {
  const answer = useCreatorAmong(view, id)
  return (
    <Answered answer={answer} skeleton={<Skeleton heights={[9]} />}>
      {(list) => <Among list={list} />}
    </Answered>
  )
}

function Among({ list }: { list: CreatorList }) {
  const { metric, creators } = list
  const [row] = creators
  if (!row) return <Card title={t('among')}>{t('notAmong')}</Card>
  const note = t('amongNote', { metric: metricTexts[metric].name, kind: kindTexts[row.ranking.group] })
  return (
    <Card title={t('among')} note={row.ranking.rank === null ? undefined : note}>
      <RankTiles row={row} list={list} />
    </Card>
  )
}

type RankProps = { row: CreatorRow; list: CreatorList }

function RankTiles({ row, list: { metric, currency, trendMonths } }: RankProps) {
  const { ranking, trend, consistency, brandFit, contentScore } = row
  const { rank, topGroup, estimate, rough, chanceBetter } = ranking
  const name = metricTexts[metric].name
  const own = row.metrics[metric]
  const write = (value: number) => formatMetric(metric, value, currency)
  const range = hasRange(estimate) ? t('between', { low: write(estimate.low), high: write(estimate.high) }) : undefined
  return (
    <Tiles>
      <Tile
        label={<Definition meaning={t('rankMeaning')}>{t('rank')}</Definition>}
        value={rank === null ? <Missing estimate={estimate} /> : formatCount(rank)}
        note={topGroup ? <Badge tone="good">{t('topGroup')}</Badge> : undefined}
      />
      <Tile
        label={<Definition meaning={t('likelyMeaning')}>{t('likely', { metric: name })}</Definition>}
        value={formatEstimate(metric, estimate, currency) ?? <Missing estimate={estimate} />}
        note={range && `${range}${rough ? ` (${t('rough')})` : ''}`}
      />
      <Tile
        label={t('own', { metric: name })}
        value={formatEstimate(metric, own, currency) ?? <Missing estimate={own} />}
      />
      {chanceBetter.kind !== 'unavailable' && (
        <Tile
          label={<Definition meaning={t('chanceMeaning')}>{t('chance')}</Definition>}
          value={sayChance(chanceBetter)}
        />
      )}
      <Tile
        label={<Definition meaning={sayTrendMonths(metric, trendMonths)}>{t('trend')}</Definition>}
        value={trendMonths ? sayTrend(metric, trend, currency) : <Missing estimate={trend.earlier} />}
      />
      <Score label="consistency" meaning={t('consistencyMeaning')} score={consistency} />
      <Score label="brandFit" meaning={t('brandFitMeaning')} score={brandFit} />
      <Score label="contentScore" meaning={t('contentScoreMeaning')} score={contentScore} />
    </Tiles>
  )
}

type ScoreProps = { label: 'consistency' | 'brandFit' | 'contentScore'; meaning: string; score: Estimate }

function Score({ label, meaning, score }: ScoreProps) {
  return (
    <Tile
      label={<Definition meaning={meaning}>{t(label)}</Definition>}
      value={score.kind === 'unavailable' ? <Missing estimate={score} /> : formatCount(Math.round(score.point))}
    />
  )
}
