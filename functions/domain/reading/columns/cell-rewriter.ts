import { data as currencies } from 'currency-codes'
import { remember } from '../../remember.ts'
import type { CellType } from './column-facts.ts'
import type { ColumnPlan, MarkMeanings } from './column-plan.ts'
import { currenciesOfMark } from './currency-marks.ts'
import { isErrorCell, isMissing } from './number-words.ts'
import { rewriteDate } from './rewrite-date.ts'
import { errorFault, NumberRewriter } from './rewrite-number.ts'
import { blank, faulty, type Rewritten } from './rewritten.ts'
import { statusOfName } from './status-names.ts'

const keptMax = 50_000

type Rewrite = (cell: string, type: CellType | undefined, rowCurrency: string) => Rewritten

/** Rewrites the cells of one file by its plans: quick for what is plain, remembering what repeats. */
export class CellRewriter {
  readonly #columns: readonly Rewrite[]

  constructor(plans: readonly ColumnPlan[]) {
    this.#columns = plans.map(rewriteOf)
  }

  /** @param rowCurrency the line's own currency, rewritten, where a column of the file names it */
  rewrite(column: number, cell: string, type?: CellType, rowCurrency = ''): Rewritten {
    const rewrite = this.#columns[column]
    return rewrite ? rewrite(cell, type, rowCurrency) : { text: cell }
  }
}

function rewriteOf(plan: ColumnPlan): Rewrite {
  switch (plan.as) {
    case 'number': {
      const numbers = new NumberRewriter(plan)
      return (cell, type, rowCurrency) => numbers.rewrite(cell, type, rowCurrency)
    }
    case 'date': {
      const typed = remember((cell) => rewriteDate(plan, cell, 'number'), keptMax)
      const untyped = remember((cell) => rewriteDate(plan, cell), keptMax)
      return (cell, type) => (type === 'number' ? typed : untyped)(cell)
    }
    case 'currency':
      return remember((cell) => rewriteCurrency(plan.marks, cell), keptMax)
    case 'status':
      return remember(rewriteStatus, keptMax)
    case 'text':
      return rewriteText
  }
}

/** Nothing beside numbers, but somebody may be called so. */
const names = new Set(['na', 'nil', 'none', 'nan'])

/** Texts stay as they are, zeros and all, but for what programs write for nothing. */
function rewriteText(cell: string): Rewritten {
  if (cell.length > 12 || !/^[-#(Nn\u2010-\uffff]/.test(cell)) return { text: cell }
  if (isErrorCell(cell)) return errorFault(cell)
  return names.has(cell.trim().toLowerCase()) || !isMissing(cell) ? { text: cell } : blank
}

const codeOfName = new Map(currencies.map(({ code, currency }) => [currency.toLowerCase(), code]))

function rewriteCurrency(marks: MarkMeanings, cell: string): Rewritten {
  if (isMissing(cell)) return blank
  if (isErrorCell(cell)) return errorFault(cell)
  const text = cell.trim().replace(/\.$/, '').toLowerCase()
  const meanings = currenciesOfMark(text) ?? []
  const meant = marks[text] ?? codeOfName.get(text) ?? (meanings.length === 1 ? meanings[0] : undefined)
  if (meant) return { text: meant }
  const why = meanings.length > 0 ? `may be ${meanings.slice(0, 4).join(', ')}` : 'is not a currency'
  return faulty(
    'currency-unknown',
    'an ISO 4217 code such as USD',
    `“${cell}” ${why}. Write its three letters, such as USD, EUR or JPY.`,
  )
}

function rewriteStatus(cell: string): Rewritten {
  if (isMissing(cell)) return blank
  if (isErrorCell(cell)) return errorFault(cell)
  return { text: statusOfName(cell) ?? cell }
}
