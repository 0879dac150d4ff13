export type Cell = string | number | undefined

/** The columns of each kind of file, as the templates spell them. */
const results = [
  'date',
  'campaign',
  'creator',
  'platform',
  'post',
  'published',
  'followers',
  'impressions',
  'reach',
  'engagements',
  'comments',
  'saves',
  'shares',
  'clicks',
  'conversions',
  'revenue',
  'gross_profit',
  'currency',
  'content_score',
  'brand_fit',
] as const

export const columns = {
  creators: ['creator', 'platform', 'followers', 'date', 'niche', 'region'],
  campaigns: [
    'campaign',
    'brand',
    'objective',
    'start',
    'end',
    'budget',
    'currency',
    'margin',
    'target_niche',
    'brief',
    'target_cpm',
    'target_cpe',
    'target_cpc',
    'target_cpa',
    'target_roas',
    'target_roi',
  ],
  aliases: ['kind', 'alias', 'name'],
  fx: ['date', 'from', 'to', 'rate'],
  spend: [
    'date',
    'period_start',
    'period_end',
    'campaign',
    'creator',
    'platform',
    'category',
    'line_id',
    'reference',
    'status',
    'amount',
    'currency',
  ],
  results,
  performance: [...results, 'amount', 'line_id', 'category', 'reference', 'status'],
} as const

export type Column<K extends keyof typeof columns> = (typeof columns)[K][number]

/** One line of a file; an absent cell is empty. */
export function formatLine<K extends keyof typeof columns>(kind: K, cells: Partial<Record<Column<K>, Cell>>): string {
  const order: readonly Column<K>[] = columns[kind]
  return order.map((column) => formatCell(cells[column])).join(',')
}

export function formatFile(kind: keyof typeof columns, lines: readonly string[]): string {
  return `${[columns[kind].join(','), ...lines].join('\n')}\n`
}

/** `123405` → `1234.05`. Only for currencies of two decimals. */
export function formatMinor(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, '0')
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function formatCell(cell: Cell): string {
  if (cell === undefined) return ''
  const text = String(cell)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
