import { RowBuilder } from './row-builder.ts'
import type { SheetFacts } from './sheet-facts.ts'
import type { SheetRecord } from './typed-cell.ts'
import type { SheetEntry, Workbook } from './workbook.ts'
import { type Attributes, isTrue, XmlReader } from './xml-reader.ts'

/** Reads the bytes of one sheet, given in pieces, into the records of those of its rows that say something. */
export class SheetReader {
  readonly #rows: RowBuilder
  readonly #xml: XmlReader
  // The names of rows and columns mean other things elsewhere in a sheet, such as the corners of a button.
  #at: 'outside' | 'columns' | 'rows' | 'row' | 'cell' = 'outside'
  #records: SheetRecord[] = []

  constructor(workbook: Workbook, sheet: SheetEntry) {
    this.#rows = new RowBuilder(workbook)
    this.#xml = new XmlReader(sheet.path, {
      open: (name, attributes) => this.#open(name, attributes),
      text: (text) => {
        if (this.#at === 'cell') this.#rows.addText(text)
      },
      close: (name) => this.#close(name),
    })
  }

  /** What was seen so far. */
  get facts(): SheetFacts {
    return this.#rows.keeper.facts
  }

  /** @throws Unreadable */
  push(bytes: Uint8Array): SheetRecord[] {
    this.#records = []
    this.#xml.push(bytes)
    return this.#records
  }

  /** @throws Unreadable */
  finish(): SheetRecord[] {
    this.#records = []
    this.#xml.finish()
    this.facts.whole = true
    return this.#records
  }

  #open(name: string, attributes: Attributes): void {
    if (this.#at === 'cell') this.#rows.openInCell(name)
    else if (this.#at === 'row' && name === 'c') {
      this.#at = 'cell'
      this.#rows.openCell(attributes)
    } else if (this.#at === 'rows' && name === 'row') {
      this.#at = 'row'
      this.#rows.openRow(attributes)
    } else if (this.#at === 'columns' && name === 'col') this.#openColumn(attributes)
    else if (this.#at === 'outside') this.#openOutside(name, attributes)
  }

  #openOutside(name: string, { ref }: Attributes): void {
    if (name === 'sheetData') this.#at = 'rows'
    else if (name === 'cols') this.#at = 'columns'
    else if (name === 'dimension' && ref !== undefined) this.facts.dimension = ref.slice(0, 40)
    else if (name === 'mergeCell' && ref !== undefined) this.#rows.keeper.addMerge(ref.slice(0, 40))
  }

  #openColumn({ min, max, hidden }: Attributes): void {
    if (isTrue(hidden)) this.#rows.keeper.addHiddenColumns(Number(min), Number(max))
  }

  #close(name: string): void {
    if (this.#at === 'cell') {
      if (name !== 'c') this.#rows.closeInCell(name)
      else {
        this.#at = 'row'
        this.#rows.closeCell()
      }
    } else if (this.#at === 'row' && name === 'row') {
      this.#at = 'rows'
      const record = this.#rows.closeRow()
      if (record) this.#records.push(record)
    } else if (name === 'sheetData' || name === 'cols') this.#at = 'outside'
  }
}
