import { limits } from '../../contract/limits.ts'
import type { Refusal } from './refusal.ts'

export function quoteUnclosed(line: number): Refusal {
  return {
    code: 'quote-unclosed',
    found: '"',
    expected: 'a closing quote',
    message: `A quote that opens on line ${line} is never closed, so the rest of the file cannot be read. Close or remove it.`,
  }
}

export function lineTooLong(line: number): Refusal {
  return {
    code: 'line-too-long',
    found: `a line of more than ${limits.recordCharsMax} characters or of very many cells`,
    expected: 'lines that end',
    message: `Line ${line} has more than ${limits.recordCharsMax} characters or very many cells. Is it a CSV file?`,
  }
}
