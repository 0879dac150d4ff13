import type { FlagCode } from '../../../contract/upload.ts'

/** What no parser can know, only a person: a look at these lines is worth it. They can be excluded. */
export type Flag = {
  code: FlagCode
  message: string
  /** The first of them, or all where they are to be left out. */
  lines: number[]
  total: number
}

export const flaggedLinesMax = 200

/** Counts lines and keeps the first. */
export class FlaggedLines {
  readonly lines: number[] = []
  total = 0
  readonly #linesMax: number

  constructor(linesMax = flaggedLinesMax) {
    this.#linesMax = linesMax
  }

  add(line: number): void {
    this.total++
    if (this.lines.length < this.#linesMax) this.lines.push(line)
  }

  toFlag(code: FlagCode, message: string): Flag[] {
    return this.total === 0 ? [] : [{ code, message, lines: this.lines, total: this.total }]
  }
}

/** How many lines a flag of a code keeps. */
export type LinesMax = (code: FlagCode) => number

export const countLines = (lines: number): string => (lines === 1 ? '1 line' : `${lines.toLocaleString('en-US')} lines`)

/** What one line does, or several do. */
export const verb = (lines: number, many: string): string => {
  if (lines !== 1) return many
  return many === 'have' ? 'has' : `${many}s`
}
