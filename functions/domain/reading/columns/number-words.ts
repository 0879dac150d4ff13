/** Powers of ten written beside a number. `mil`, `T` and `Bio` mean different powers in different languages: not read. */
const powers: Record<string, number> = {
  k: 3,
  tsd: 3,
  thousand: 3,
  rb: 3,
  ribu: 3,
  nghìn: 3,
  ngàn: 3,
  천: 3,
  万: 4,
  萬: 4,
  만: 4,
  l: 5,
  lac: 5,
  lakh: 5,
  lakhs: 5,
  m: 6,
  mm: 6,
  mn: 6,
  mi: 6,
  mio: 6,
  mill: 6,
  million: 6,
  millions: 6,
  jt: 6,
  juta: 6,
  tr: 6,
  triệu: 6,
  crore: 7,
  crores: 7,
  亿: 8,
  億: 8,
  억: 8,
  b: 9,
  bn: 9,
  bi: 9,
  billion: 9,
  mrd: 9,
  mds: 9,
  md: 9,
  miliar: 9,
  tỷ: 9,
  tỉ: 9,
}

export function powerOfWord(word: string): number | undefined {
  return powers[word.toLowerCase()]
}

/** Credit and debit as bookkeeping writes them beside an amount; `H` and `S` are the German Haben and Soll. */
export type Side = '' | 'credit' | 'debit'
const sides: Record<string, Side> = { cr: 'credit', dr: 'debit', h: 'credit', s: 'debit' }

export function sideOfWord(word: string): Side | undefined {
  return sides[word.toLowerCase()]
}

const missing = new Set([
  '-',
  '--',
  '---',
  'n/a',
  'na',
  'n.a.',
  'n.a',
  'null',
  'nil',
  'none',
  'nan',
  'undefined',
  '(blank)',
  '(not set)',
  '(none)',
  '#n/a',
  '#nv',
  '#n/v',
  '#n/d',
  '\\n',
  'k.a.',
  's/d',
  '.',
  '?',
])

/** Nothing stands in the cell, or what programs write for nothing. It is not 0. */
export function isMissing(text: string): boolean {
  const code = text.charCodeAt(0)
  if (text.length > 12 && code > 32 && code < 127) return false
  const trimmed = text.trim()
  return trimmed === '' || missing.has(trimmed.replace(/[\u2010-\u2015\u2212]/gu, '-').toLowerCase())
}

/** A formula that failed (`#DIV/0!`, `#REF!`, `#BEZUG!`), or a column too narrow to show its number (`####`). */
export function isErrorCell(text: string): boolean {
  return text.startsWith('#') && /^#(?:[^\s]{1,16}[!?]|#{2,}|¡.{1,16}!)$/u.test(text.trim())
}
