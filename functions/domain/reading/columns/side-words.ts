/** What bookkeeping calls the two sides, in any language that we read; small letters without accents. */
const debit = 's soll d dr debit debe debet cargo cargos debito debitos lastschrift belastung debits'.split(' ')
const credit = 'h haben c cr credit haber kredit abono abonos credito creditos gutschrift credits'.split(' ')

/** Pairs of columns, besides: money that went out, and money that came in. */
const out = [
  'paid out',
  'money out',
  'withdrawal',
  'withdrawals',
  'payments out',
  'ausgang',
  'sortie',
  'salida',
  'saida',
]
const into = ['paid in', 'money in', 'deposit', 'deposits', 'payments in', 'eingang', 'entree', 'entrada', 'entrada']

const debits = new Set(debit)
const credits = new Set(credit)

/** The side that a cell names, such as `S` or `Credit`. */
export function sideOfCell(cell: string): 'debit' | 'credit' | undefined {
  const word = fold(cell)
  return debits.has(word) ? 'debit' : credits.has(word) ? 'credit' : undefined
}

/** The side that a header names, and the words that it has besides: `Debit Amount` is debit, `amount`. */
export function sideOfHeader(words: readonly string[]): { side: 'debit' | 'credit'; rest: string } | undefined {
  const text = words.join(' ')
  for (const [side, names] of sides) {
    const name = names.find((one) => ` ${text} `.includes(` ${one} `))
    if (name) return { side, rest: ` ${text} `.replace(` ${name} `, ' ').trim() }
  }
  return undefined
}

const long = (words: readonly string[]): string[] => words.filter((word) => word.length > 2)
const sides = [
  ['debit', [...long(debit), ...out]],
  ['credit', [...long(credit), ...into]],
] as const

const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').trim().replace(/\.$/, '').toLowerCase()
