import { shorten } from '../../ingest/problems.ts'

/** A cell that shows something, with the line it stands on. */
export type Example = { line: number; text: string }

/** How many cells show one thing, and the first of them. */
export type Evidence = { cells: number; first: Example[] }

const examplesMax = 3

export const noEvidence = (): Evidence => ({ cells: 0, first: [] })

export function addEvidence(evidence: Evidence, line: number, text: string): void {
  evidence.cells++
  if (evidence.first.length < examplesMax) evidence.first.push({ line, text: shorten(text.trim(), 60) })
}

/** “1.234” (line 5), “2.500” (line 9). */
export function quoteExamples(evidence: Evidence): string {
  return evidence.first.map(({ line, text }) => `“${text}” (line ${line})`).join(', ')
}

export const countCells = (cells: number): string => (cells === 1 ? '1 cell' : `${cells.toLocaleString('en-US')} cells`)
