/** What no parser can know, only a person: a look at these lines is worth it. They can be excluded. */
export type Flag = {
  code: string
  message: string
  /** The first of them. */
  lines: number[]
  total: number
}

export const flaggedLinesMax = 200

/** Counts lines and keeps the first. */
export class FlaggedLines {
  readonly lines: number[] = []
  total = 0

  add(line: number): void {
    this.total++
    if (this.lines.length < flaggedLinesMax) this.lines.push(line)
  }

  toFlag(code: string, message: string): Flag[] {
    return this.total === 0 ? [] : [{ code, message, lines: this.lines, total: this.total }]
  }
}

export const countLines = (lines: number): string => (lines === 1 ? '1 line' : `${lines.toLocaleString('en-US')} lines`)
