import { formatDay } from '../../format/format.ts'
import { t } from '../../messages/overview.ts'
import { hrefOf } from '../../state/use-view.ts'
import type { View } from '../../state/view.ts'
import type { Covered } from './to-coverage.ts'

/** The uploads that the chart numbers, by name. */
export function UploadLegend({ covered, more, view }: { covered: readonly Covered[]; more: number; view: View }) {
  return (
    <div class="upload-legend">
      <h3>{t('uploads')}</h3>
      <ol>
        {covered.map(({ upload: { id, filename, months, committedAt } }) => (
          <li key={id}>
            <a href={hrefOf(`/uploads/${encodeURIComponent(id)}`, view)}>
              <bdi>{filename}</bdi>
            </a>{' '}
            {t('uploadMonths', {
              months: monthsOf(months),
              day: committedAt === null ? t('noValue') : formatDay(committedAt.slice(0, 10)),
            })}
          </li>
        ))}
      </ol>
      {more > 0 && <p>{t('uploadsMore', { count: more })}</p>}
    </div>
  )
}

function monthsOf(months: readonly string[]): string {
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) return t('noValue')
  return first === last ? formatDay(first) : `${formatDay(first)} – ${formatDay(last)}`
}
