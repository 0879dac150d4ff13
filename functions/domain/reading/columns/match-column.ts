import type { UploadKind } from '../../../contract/upload.ts'
import { type ColumnFacts, isYearless } from './column-facts.ts'
import { bareHeader, containsName, namesOf, wordsOf } from './column-words.ts'
import { currenciesOfHeader } from './currency-marks.ts'
import { useOfField } from './field-uses.ts'
import { amountBases, convertedWords, ratioWords } from './header-names.ts'
import { statusOfName } from './status-names.ts'

/** How well a column fits a field, from 0 to 1, and why. */
export type ColumnMatch = { confidence: number; reason: string }

/** Words that say little alone: a header must be one of them, not only hold it. */
const generic = new Set(
  `link url value total name id from to net price source type art data meta fit plan part land time account state line ref de du au
  dia kind typ jenis land channel activity product client created theme nature giá ca tag results result sales orders category`.split(
    /\s+/,
  ),
)
/** Whole headers that mean several things. */
const vague = new Set(
  'account partner contact source channel state line total value price debit link url time data meta theme'.split(' '),
)
/** Words beside a name that change nothing. */
const harmless = new Set(
  `total sum overall all actual final number no nr of the estimated est approx unique my our in amount name id handle gesamt anzahl der die
  das nombre de des du la le les el los generated earned attributed gained total número numero jumlah tổng số so tong post posts instagram tiktok youtube`.split(
    /\s+/,
  ),
)

export function matchColumn(kind: UploadKind, field: string, column: ColumnFacts): ColumnMatch {
  const named = matchHeaderText(kind, field, column.header)
  const fit = contentFit(kind, field, column)
  if (named.confidence === 0) return matchContent(kind, field, column)
  return {
    confidence: round(named.confidence * fit.factor),
    reason: fit.reason ? `${named.reason} ${fit.reason}` : named.reason,
  }
}

function matchHeaderText(kind: UploadKind, field: string, header: string): ColumnMatch {
  const names = namesOf(kind, field)
  const whole = wordsOf(header)
  const bare = wordsOf(bareHeader(header))
  const same = (words: readonly string[], name: readonly string[]) =>
    words.join('') === name.join('') && words.length > 0
  if (same(whole, names[0] as string[])) return { confidence: 1, reason: `“${header}” is the name of the field.` }
  const known = names.findIndex((name) => same(whole, name))
  // The likelier names stand first.
  if (known > 0 && whole.length === 1 && vague.has(whole[0] as string))
    return { confidence: 0.75 - known / 10_000, reason: `“${header}” may be it, but means other things as well.` }
  if (known > 0) return { confidence: 0.95 - known / 10_000, reason: `“${header}” is a usual name for it.` }
  const use = useOfField(kind, field)
  // A budget is a goal where something else is counted.
  const counted = field === 'budget' ? header.replace(/budget/gi, '') : header
  if (use.as === 'number' ? isRatio(counted) : whole.some((word) => /^(?:per|avg|average|mean)$/.test(word)))
    return { confidence: 0, reason: '' }
  if (use.as === 'number' && use.use === 'amount' && basisOf(header) === 'tax') return { confidence: 0, reason: '' }
  const converted = whole.some((word) => convertedWords.has(word))
  if (names.some((name) => same(bare, name)))
    return { confidence: converted ? 0.8 : 0.93, reason: `“${header}” is a usual name for it.` }
  const held = names
    .filter((name) => (name.length > 1 || !generic.has(name[0] as string)) && containsName(bare, name))
    .sort((a, b) => b.length - a.length)[0]
  if (!held) return { confidence: 0, reason: '' }
  const at = bare.findIndex((_, at) => held.every((word, n) => bare[at + n] === word))
  const [before, after] = [bare.slice(0, at), bare.slice(at + held.length)]
  const strange = (words: readonly string[]) => words.filter((word) => !harmless.has(word)).length
  // English puts what a thing is last: an “influencer category” is a category.
  const base = strange(after) > 0 ? 0.4 : strange(before) > 0 ? 0.65 : 0.85
  return { confidence: converted ? base - 0.1 : base, reason: `“${header}” contains “${held.join(' ')}”.` }
}

type Fit = { factor: number; reason: string }
const fits: Fit = { factor: 1, reason: '' }

function contentFit(kind: UploadKind, field: string, column: ColumnFacts): Fit {
  const { filled, number, date, text } = column
  if (filled === 0) return { factor: 0.3, reason: 'But it is empty.' }
  const use = useOfField(kind, field)
  const days = date.dates.cells + date.months.cells + date.serials.cells + (isYearless(column) ? filled : 0)
  switch (use.as) {
    case 'number':
      if (number.numbers.cells < filled * 0.5) return { factor: 0.1, reason: 'But it holds no numbers.' }
      if (date.dates.cells > filled * 0.5) return { factor: 0.1, reason: 'But it holds dates.' }
      return use.use === 'count' && number.fractions.point > filled * 0.5 && number.pointOnly.cells > filled * 0.5
        ? { factor: 0.6, reason: 'But most of its numbers have decimals.' }
        : fits
    case 'date':
      return days + date.unclear.cells < filled * 0.5 ? { factor: 0.05, reason: 'But it holds no dates.' } : fits
    case 'currency':
      return text.currencies < filled * 0.5 ? { factor: 0.1, reason: 'But it holds no currencies.' } : fits
    case 'status':
      return text.values.filter((value) => statusOfName(value) !== undefined).length * 2 < text.values.length
        ? { factor: 0.3, reason: 'But it holds other words than committed, invoiced or paid.' }
        : fits
    default:
      return textFit(field, column)
  }
}

function textFit(field: string, { header, filled, number, date, text }: ColumnFacts): Fit {
  if (date.dates.cells > filled * 0.8) return { factor: 0.1, reason: 'But it holds dates.' }
  if (field === 'line_id' && countsLines(text.values) && !wordsOf(header).includes('id'))
    return { factor: 0.4, reason: 'But it only counts the lines, and would name other lines in the next file.' }
  // Under the template's own name it is meant as one: what repeats is a problem.
  if (field === 'line_id' && text.repeated && wordsOf(header).join(' ') !== 'line id')
    return { factor: 0.4, reason: 'But some of its values stand on several lines, so that it names none of them.' }
  const isCode = ['line_id', 'reference', 'post'].includes(field)
  if (number.fractions.point > 0 && number.numbers.cells > filled * 0.8 && text.texts.cells === 0)
    return { factor: 0.3, reason: 'But it holds amounts.' }
  if (!isCode && text.booleans.cells > filled * 0.8) return { factor: 0.3, reason: 'But it holds only yes and no.' }
  return fits
}

/** 1, 2, 3 … from the first line on. */
const countsLines = (values: readonly string[]): boolean =>
  values.length > 1 && values.every((value, at) => Number(value) === at + Number(values[0])) && Number(values[0]) <= 1

/** What the cells alone say, where the header says nothing. */
function matchContent(kind: UploadKind, field: string, column: ColumnFacts): ColumnMatch {
  const { filled, date, text, number } = column
  const nothing = { confidence: 0, reason: '' }
  if (filled === 0) return nothing
  if (field === 'currency' && text.currencies > filled * 0.9)
    return { confidence: 0.6, reason: 'Its cells are currency codes.' }
  if (field === 'creator' && text.handles > filled * 0.8) return { confidence: 0.55, reason: 'Its cells are handles.' }
  if (field === 'date' && date.dates.cells > filled * 0.9) return { confidence: 0.4, reason: 'Its cells are dates.' }
  const marked = number.sums.filter(({ mark }) => mark !== '').reduce((cells, { seen }) => cells + seen.cells, 0)
  if (field === 'amount' && marked > filled * 0.8 && !isRatio(column.header) && basisOf(column.header) !== 'tax')
    return { confidence: 0.45, reason: 'Its cells show a currency.' }
  const { point, comma } = number.fractions
  if (field === 'amount' && isUnnamed(column.header) && Math.max(point, comma) > filled * 0.5)
    return { confidence: 0.42, reason: 'Its cells are numbers with decimals.' }
  return kind === 'fx' && field === 'date' && date.dates.cells > filled * 0.5
    ? { confidence: 0.5, reason: 'Its cells are dates.' }
    : nothing
}

const isUnnamed = (header: string): boolean => /^(?:Column \d+)?$/.test(header)

export const isRatio = (header: string): boolean =>
  /\S\s*\/\s*\S/.test(bareHeader(header)) || wordsOf(header).some((word) => ratioWords.has(word))

const bases = Object.entries(amountBases).map(([basis, texts]) => ({
  basis: basis as 'net' | 'gross' | 'tax',
  names: texts.split(',').map(wordsOf),
}))

/** Whether a header says net, gross or tax; null if it says nothing. What it says with more words counts. */
export function basisOf(header: string): 'net' | 'gross' | 'tax' | null {
  const words = wordsOf(header)
  let best: { basis: 'net' | 'gross' | 'tax'; length: number } | null = null
  for (const { basis, names } of bases) {
    for (const name of names) {
      if (containsName(words, name) && name.length > (best?.length ?? 0)) best = { basis, length: name.length }
    }
  }
  return best?.basis ?? null
}

/** The words of an amount's header without currency and conversion: the same for two spellings of one spend. */
export function coreOf(header: string): string {
  const codes = new Set(currenciesOfHeader(header).map((code) => code.toLowerCase()))
  const dropped = new Set([
    'currency',
    'code',
    'in',
    'local',
    'original',
    'native',
    'account',
    'devise',
    'wahrung',
    'moneda',
    'moeda',
  ])
  return wordsOf(bareHeader(header))
    .filter((word) => !convertedWords.has(word) && !codes.has(word) && !dropped.has(word))
    .join(' ')
}

export const isConverted = (header: string): boolean => wordsOf(header).some((word) => convertedWords.has(word))

const round = (confidence: number): number => Math.round(confidence * 10_000) / 10_000
