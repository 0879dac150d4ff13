import type { ReadingColumn } from '../../../../../functions/contract/reading.ts'
import { t } from '../../../messages/reading.ts'

const shownMax = 40

/** As it stands in a list of choices: the whole text stands in the table of columns. */
export function nameColumn({ header, at }: Pick<ReadingColumn, 'header' | 'at'>): string {
  return header.trim() === '' ? t('columnNumber', { number: at + 1 }) : `“${shorten(header)}”`
}

/** Cut between characters as readers see them, never within one. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= shownMax) return line
  let cut = ''
  for (const { segment } of new Intl.Segmenter('en').segment(line.slice(0, shownMax * 4))) {
    if (cut.length + segment.length > shownMax) break
    cut += segment
  }
  return `${cut.trimEnd()}…`
}
