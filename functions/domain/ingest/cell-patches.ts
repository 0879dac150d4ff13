import type { CellMend } from '../../contract/cell-patch.ts'
import type { Problem } from '../../contract/problem.ts'

/** A cell that is to be read otherwise; of a workbook in one sheet only, once that is known. */
export type SheetMend = CellMend & { readonly sheet?: string }

type Line = { line: number; cells: readonly string[] }

/** Reads lines as if something else stood in some of their cells, and tells which of these do not fit the file. */
export class CellPatches {
  readonly #byLine = new Map<number, CellMend[]>()
  /** What stands where a patch does not fit; without an entry its line was no row. */
  readonly #found = new Map<CellMend, string>()

  readonly #elsewhere: readonly SheetMend[]
  readonly #sheet: string

  /** @param sheet the sheet that is read; empty where the file has none */
  constructor(patches: readonly SheetMend[] = [], sheet = '') {
    this.#sheet = sheet
    this.#elsewhere = patches.filter((patch) => patch.sheet && patch.sheet !== sheet)
    for (const patch of patches.filter((patch) => !this.#elsewhere.includes(patch)))
      this.#byLine.set(patch.line, [...(this.#byLine.get(patch.line) ?? []), patch])
  }

  has(line: number): boolean {
    return this.#byLine.has(line)
  }

  /** The cells of a line as they are to be read, and which of them are others than in the file (from 0). */
  apply({ line, cells }: Line): { cells: readonly string[]; changed: readonly number[] } {
    const patches = this.#byLine.get(line)
    if (!patches) return { cells, changed: [] }
    const mended = [...cells]
    const changed: number[] = []
    for (const patch of patches) {
      const at = patch.cell - 1
      if ((cells[at] ?? '') !== patch.old) continue
      while (mended.length <= at) mended.push('')
      mended[at] = patch.new
      changed.push(at)
    }
    return { cells: mended, changed }
  }

  /** A line of the file is a row: its patches are followed, as far as they fit what stands there. */
  follow({ line, cells }: Line): void {
    for (const patch of this.#byLine.get(line) ?? []) this.#found.set(patch, cells[patch.cell - 1] ?? '')
  }

  /** Which patches could not be followed, once all rows went by: the file is not loaded without them. */
  problems(headers: readonly string[]): Problem[] {
    const misfits = [...this.#byLine.values()].flat().flatMap((patch) => {
      const found = this.#found.get(patch)
      if (found === patch.old) return []
      const where = `cell ${patch.cell} of line ${patch.line}`
      const message =
        found === undefined
          ? `Line ${patch.line} is no row of the table that is read, so ${where} cannot be changed to “${patch.new}”. Take the change back.`
          : `Changed was ${where} from “${patch.old}” to “${patch.new}”, but “${found}” stands there. Take the change back, and change what stands there.`
      const column = headers[patch.cell - 1] ?? ''
      return [{ line: 0, column, found: found ?? '', expected: patch.old, code: 'patch-mismatch', message }]
    })
    return [...misfits, ...this.#elsewhere.map((patch) => this.#misplaced(patch))]
  }

  #misplaced({ line, cell, old, sheet }: SheetMend): Problem {
    return {
      line: 0,
      column: '',
      found: this.#sheet,
      expected: sheet ?? '',
      code: 'patch-mismatch',
      message: `Cell ${cell} of line ${line} (“${old}”) was changed in sheet “${sheet}”, but sheet “${this.#sheet}” is read. Take the change back, or read the other sheet.`,
    }
  }
}
