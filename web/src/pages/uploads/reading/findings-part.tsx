import type { ComponentChildren } from 'preact'
import type { Reading, ReadingTotal } from '../../../../../functions/contract/reading.ts'
import { formatCount } from '../../../format/format.ts'
import { skippedTexts, t } from '../../../messages/reading.ts'
import { Icon } from '../../../ui/icon.tsx'
import { nameColumn, shorten } from './name-column.ts'
import { type SkippedLines, showTotal, toSkipped, toTotals } from './to-findings.ts'

/** What the file says of itself: its own totals, the lines that are no data, and what is worth knowing. */
export function FindingsPart({ reading }: { reading: Reading }) {
  const { differ, agree, more } = toTotals(reading)
  const skipped = toSkipped(reading)
  return (
    <>
      {reading.totals.length > 0 && (
        <Part title={t('totals')}>
          {differ.map((total) => (
            <li key={keyOf(total)} data-tone="warn" dir="auto">
              <Icon name="warning" /> {sayTotal(total)}
            </li>
          ))}
          {agree.map((total) => (
            <li key={keyOf(total)} data-tone="good" dir="auto">
              {sayTotal(total)}
            </li>
          ))}
          {more > 0 && <li class="quiet">{t('moreTotals', { count: formatCount(more) })}</li>}
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

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="reading-part" aria-label={title}>
      <h3>{title}</h3>
      <ul class="reading-findings">{children}</ul>
    </section>
  )
}

const keyOf = ({ line, header, stated }: ReadingTotal): string => `${line} ${header} ${stated}`

function sayTotal(total: ReadingTotal): string {
  const { line, label, header, stated, agrees, difference } = total
  const shown = showTotal(total)
  const named = t(label === '' ? 'lineOnly' : 'lineLabel', { line: formatCount(line), label: shorten(label) })
  const where = { header: nameColumn({ header, at: 0 }), where: named }
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
