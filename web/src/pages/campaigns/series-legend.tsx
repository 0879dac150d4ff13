import { t } from '../../messages/lists.ts'
import { TierMark } from '../../ui/tier-mark.tsx'
import { type SeriesMeasure, seriesMeasures } from './to-entry-series.ts'
import './entry.css'

type SeriesLegendProps = { measure: SeriesMeasure; onMeasure: (measure: SeriesMeasure) => void }

/** The tiers' marks, and which measure is drawn. */
export function SeriesLegend({ measure, onMeasure }: SeriesLegendProps) {
  return (
    <div class="series-legend">
      <ul class="legend">
        <li>
          <TierMark tier="micro" /> {t('micro')}
        </li>
        <li>
          <TierMark tier="macro" /> {t('macro')}
        </li>
        <li>
          <span class="mark mark-other" /> {t('otherTiers')}
        </li>
      </ul>
      <select
        class="input"
        aria-label={t('measure')}
        value={measure}
        onChange={({ currentTarget }) => onMeasure(currentTarget.value as SeriesMeasure)}
      >
        {seriesMeasures.map((name) => (
          <option key={name} value={name}>
            {t(name)}
          </option>
        ))}
      </select>
    </div>
  )
}
