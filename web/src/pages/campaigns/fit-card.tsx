import type { CampaignRow } from '../../../../functions/contract/report.ts'
import { formatCount } from '../../format/format.ts'
import { t } from '../../messages/campaigns.ts'
import { t as creators } from '../../messages/creators.ts'
import { t as lists } from '../../messages/lists.ts'
import { Card, Tile, Tiles } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { sayRange } from './ranged.tsx'

/** How well the posts fit the brand and how good they are, by the scores that files give. */
export function FitCard({ row }: { row: CampaignRow }) {
  return (
    <Card title={t('fitTitle')} note={t('fitNote')}>
      <Tiles>
        <ScoreTile row={row} name="brandFit" />
        <ScoreTile row={row} name="contentScore" />
      </Tiles>
    </Card>
  )
}

const write = (value: number): string => formatCount(Math.round(value))

function ScoreTile({ row, name }: { row: CampaignRow; name: 'brandFit' | 'contentScore' }) {
  const estimate = row[name]
  const count = row.scored[name]
  const said = count === 1 ? t('meanOfOne') : t('meanOf', { count: formatCount(count) })
  const range = sayRange(estimate, write)
  return (
    <Tile
      label={<Definition meaning={creators(`${name}Meaning`)}>{creators(name)}</Definition>}
      value={estimate.kind === 'unavailable' ? lists('noValue') : write(estimate.point)}
      note={count === 0 ? range : range === null ? said : `${range}; ${said}`}
    />
  )
}
