import type { HistoryFile } from './history-rows.ts'
import { type Figure, figures, type ResultLine, type SpendLine } from './model.ts'

const iso = (day: number | null): string => (day === null ? '' : new Date(day * 86_400_000).toISOString().slice(0, 10))
const money = (minor: number | undefined, currency: string): string =>
  minor === undefined ? '' : currency === 'JPY' ? String(minor) : (minor / 100).toFixed(2)

/** Names are known again however they are spelt. */
const spell = (name: string, line: number): string => [name, name.toUpperCase(), ` ${name} `][line % 3] ?? name
const spellCreator = (name: string, line: number): string =>
  name !== '' && line % 4 === 3 ? `@${name}` : spell(name, line)

const resultCells = (row: ResultLine, line: number): Record<string, string> => ({
  date: iso(row.day),
  campaign: spell(row.campaign, line),
  creator: spellCreator(row.creator, line),
  platform: row.platform,
  post: row.post,
  published: iso(row.published),
  currency: row.currency,
  ...Object.fromEntries(
    figures.map((figure) => [figure.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`), figureCell(row, figure)]),
  ),
})

function figureCell(row: ResultLine, figure: Figure): string {
  const value = row.figures[figure]
  if (figure === 'revenue' || figure === 'grossProfit') return money(value, row.currency)
  if (figure === 'contentScore' || figure === 'brandFit') return value === undefined ? '' : (value / 100).toFixed(2)
  return value === undefined ? '' : String(value)
}

const costCells = (row: SpendLine): Record<string, string> => ({
  line_id: row.lineId,
  category: row.category,
  reference: row.reference,
  status: row.status,
  amount: money(row.amount, row.currency),
})

const spendCells = (row: SpendLine, line: number): Record<string, string> => ({
  date: iso(row.day),
  period_start: iso(row.period?.from ?? null),
  period_end: row.period ? iso(row.period.from + row.period.days - 1) : '',
  campaign: spell(row.campaign, line),
  creator: spellCreator(row.creator, line),
  platform: row.platform,
  currency: row.currency,
  ...costCells(row),
})

function cellsOf(file: HistoryFile): Record<string, string>[] {
  switch (file.kind) {
    case 'spend':
      return file.spends.map(spendCells)
    case 'results':
      return file.results.map(resultCells)
    case 'performance':
      return file.spends.map((row, line) => ({ ...resultCells(row.beside as ResultLine, line), ...costCells(row) }))
    case 'creators':
      return file.creators.map((row, line) => ({
        creator: spellCreator(row.creator, line),
        platform: row.platform,
        followers: row.followers === null ? '' : String(row.followers),
        date: iso(row.day),
        niche: row.niche ?? '',
        region: row.region ?? '',
      }))
    case 'campaigns':
      return file.campaigns.map((row, line) => ({
        campaign: spell(row.campaign, line),
        brand: row.brand ?? '',
        objective: row.objective ?? '',
        start: iso(row.start),
        end: iso(row.end),
        margin: row.margin ?? '',
      }))
    case 'aliases':
      return file.aliases.map(({ of, alias, name }) => ({ kind: of, alias, name: name ?? '' }))
    case 'fx':
      return file.rates.map(({ day, from, to, rate }) => ({ date: iso(day), from, to, rate }))
  }
}

const spoilable: Record<HistoryFile['kind'], string> = {
  spend: 'amount',
  results: 'impressions',
  performance: 'amount',
  creators: 'followers',
  campaigns: 'margin',
  aliases: 'kind',
  fx: 'rate',
}

/** The file's bytes; its row n stands on line n + 2. */
export function toCsv(file: HistoryFile): Uint8Array {
  const rows = cellsOf(file).map((cells, line) =>
    file.spoilt.includes(line) ? { ...cells, [spoilable[file.kind]]: 'oops' } : cells,
  )
  const header = Object.keys(rows[0] ?? {})
  const text = [header, ...rows.map((cells) => header.map((name) => cells[name as keyof typeof cells] ?? ''))]
  return new TextEncoder().encode(`${text.map((cells) => cells.join(',')).join('\n')}\n`)
}
