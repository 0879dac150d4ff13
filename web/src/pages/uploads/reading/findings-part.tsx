import type { Reading, ReadingTotal } from '../../../../../functions/contract/reading.ts'
import { formatCount } from '../../../format/format.ts'
import { skippedTexts, t } from '../../../messages/reading.ts'
import { Icon } from '../../../ui/icon.tsx'
import { nameColumn } from './name-column.ts'
import { type SkippedLines, showTotal, toSkipped, toTotals } from './to-findings.ts'

const totalsShownMax = 6

/** What the file says of itself: its own totals, the lines that are no data, and what is worth knowing. */
export function FindingsPart({ reading }: { reading: Reading }) {
  const { differ, agree } = toTotals(reading)
  const skipped = toSkipped(reading)
  return (
    <>
      {differ.length + agree.length > 0 && (
        <Part title={t('totals')}>
          {cut(differ).map((total) => (
            <li key={keyOf(total)} data-tone="warn" dir="auto">
              <Icon name="warning" /> {sayTotal(total)}
            </li>
          ))}
          {cut(agree).map((total) => (
            <li key={keyOf(total)} data-tone="good" dir="auto">
              {sayTotal(total)}
            </li>
          ))}
          <More count={rest(differ) + rest(agree)} />
        </Part>
      )}
      {skipped.length > 0 && (
        <Part title={t('skipped')}>
          {skipped.map((lines) => (
            <li key={lines.why}>{saySkipped(lines)}</li>
          ))}
        </Part>
      )}
      {reading.notes.length > 0 && (
        <Part title={t('notes')}>
          {reading.notes.map(({ column, code, text }) => (
            <li key={`${column} ${code} ${text}`} dir="auto">
              {text}
            </li>
          ))}
        </Part>
      )}
    </>
  )
}

function Part({ title, children }: { title: string; children: preact.ComponentChildren }) {
  return (
    <section class="reading-part" aria-label={title}>
      <h3>{title}</h3>
      <ul class="reading-findings">{children}</ul>
    </section>
  )
}

const cut = (totals: ReadingTotal[]): ReadingTotal[] => totals.slice(0, totalsShownMax)
const rest = (totals: ReadingTotal[]): number => Math.max(0, totals.length - totalsShownMax)
const keyOf = ({ line, header, stated }: ReadingTotal): string => `${line} ${header} ${stated}`

function More({ count }: { count: number }) {
  return count > 0 ? <li class="quiet">{t('moreTotals', { count: formatCount(count) })}</li> : null
}

function sayTotal(total: ReadingTotal): string {
  const { line, header, stated, agrees, difference } = total
  const shown = showTotal(total)
  const where = { header: nameColumn({ header, at: 0 }), line: formatCount(line) }
  if (agrees) return t('agrees', { ...where, total: shown.sum })
  return t(difference.startsWith('-') ? 'lessThanRows' : 'moreThanRows', { ...where, stated, ...shown })
}

function saySkipped({ why, count, lines }: SkippedLines): string {
  const named = lines.map((line) => formatCount(line)).join(', ')
  const words = {
    why: skippedTexts[why] ?? why,
    count: formatCount(count),
    lines: count > lines.length ? t('linesCut', { lines: named }) : named,
  }
  return t(count === 1 ? 'linesNamed' : 'linesNamedMany', words)
}
