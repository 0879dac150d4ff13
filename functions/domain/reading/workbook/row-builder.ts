import type { CellFormat } from './cell-format.ts'
import { placeOf } from './cell-place.ts'
import { readCell } from './cell-value.ts'
import { FactsKeeper } from './facts-keeper.ts'
import { damaged, tooMuch } from './refuse-workbook.ts'
import { StringItem } from './string-item.ts'
import { emptyCell, type SheetRecord, type TypedCell } from './typed-cell.ts'
import type { Workbook } from './workbook.ts'
import { workbookLimits } from './workbook-limits.ts'
import { type Attributes, isTrue } from './xml-reader.ts'

/** Makes records of the rows of one sheet. Cells that say nothing are left out at the end of a row. */
export class RowBuilder {
  readonly keeper = new FactsKeeper()
  readonly #workbook: Workbook
  readonly #inline = new StringItem()
  #line = 0
  #slots = 0
  /** Rows of some programs are numbered by their cells alone. */
  #numbered = true
  #hidden = false
  #cells: string[] = []
  #typed: TypedCell[] = []
  #column = -1
  #type = ''
  #format: CellFormat | undefined
  #formula = false
  #value: string | undefined
  #inValue = false

  constructor(workbook: Workbook) {
    this.#workbook = workbook
  }

  openRow(attributes: Attributes): void {
    const line = Number(attributes.r ?? this.#line + 1)
    this.#numbered = attributes.r !== undefined
    if (!Number.isInteger(line) || line <= this.#line)
      throw damaged(`its rows are out of order after row ${this.#line}`)
    this.#setLine(line)
    this.#hidden = isTrue(attributes.hidden)
    this.#cells = []
    this.#typed = []
    this.#column = -1
  }

  openCell(attributes: Attributes): void {
    const ref = attributes.r
    this.#column = ref === undefined ? this.#column + 1 : this.#columnOf(ref)
    const style = attributes.s
    this.#type = attributes.t ?? 'n'
    this.#format = style === undefined ? this.#workbook.formats[0] : this.#workbook.formats[Number(style)]
    this.#formula = false
    this.#value = undefined
    this.#inline.clear()
  }

  openInCell(name: string): void {
    if (name === 'v') {
      this.#value = ''
      this.#inValue = true
    } else if (name === 'f') this.#formula = true
    else this.#inline.open(name)
  }

  addText(text: string): void {
    if (this.#inValue) this.#value += text
    else this.#inline.add(text)
  }

  closeInCell(name: string): void {
    if (name === 'v') this.#inValue = false
    else this.#inline.close(name)
  }

  closeCell(): void {
    const { texts, dates } = this.#workbook
    const [type, format, formula, value] = [this.#type, this.#format, this.#formula, this.#value]
    const { text, typed } = readCell({ type, format, formula, value, inline: this.#inline.text }, texts, dates)
    if (typed === emptyCell) return
    this.#guardPlace()
    this.#fill()
    this.#cells[this.#column] = text
    this.#typed[this.#column] = typed
    this.keeper.addCell(typed, this.#column, this.#line)
  }

  /** @returns undefined where the row says nothing */
  closeRow(): SheetRecord | undefined {
    if (this.#cells.length === 0) return undefined
    this.#slots += this.#cells.length
    if (this.#slots > workbookLimits.cellsMax) throw tooMuch('a sheet has too many cells')
    const record = { line: this.#line, cells: this.#cells, typed: this.#typed, hidden: this.#hidden }
    this.keeper.addRow(record)
    return record
  }

  #fill(): void {
    const gap = this.#column - this.#cells.length
    if (gap < 1) return
    this.#cells = this.#cells.concat(new Array<string>(gap).fill(''))
    this.#typed = this.#typed.concat(new Array<TypedCell>(gap).fill(emptyCell))
  }

  #columnOf(ref: string): number {
    const place = placeOf(ref)
    if (!place) throw damaged(`a cell in row ${this.#line} stands nowhere`)
    if (place.line !== this.#line) {
      if (this.#numbered || place.line < this.#line) throw damaged(`cell ${ref} stands in row ${this.#line}`)
      this.#setLine(place.line)
    }
    this.#numbered = true
    return place.column
  }

  #setLine(line: number): void {
    if (line > workbookLimits.rowsMax) throw damaged(`it has a row ${line}`)
    this.#line = line
  }

  #guardPlace(): void {
    if (this.#column >= workbookLimits.columnsMax) {
      throw tooMuch(
        `row ${this.#line} has a cell in column ${this.#column + 1}, where ${workbookLimits.columnsMax} columns are read`,
        'Delete what stands so far to the right.',
      )
    }
    const there = this.#typed[this.#column]
    if (there && there !== emptyCell) throw damaged(`row ${this.#line} has the same cell twice`)
  }
}
