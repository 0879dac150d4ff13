/** Scans the usual number (`-1234.56`) without a pattern. One instance serves all cells of a column. */
export class PlainNumber {
  negative = false
  units = 0
  digits = 0
  /** Digits behind the mark. */
  places = 0
  /** Code of the only mark, `.` or `,`; 0 for none. */
  mark = 0
  zeroLed = false

  /** @returns whether the text is a sign, up to 15 digits and at most one mark with digits behind it */
  scan(text: string): boolean {
    const length = text.length
    const start = text.charCodeAt(0) === 45 ? 1 : 0
    let units = 0
    let digits = 0
    let markAt = -1
    for (let i = start; i < length; i++) {
      const code = text.charCodeAt(i)
      if (code >= 48 && code <= 57) {
        units = units * 10 + code - 48
        digits++
      } else if ((code === 46 || code === 44) && markAt < 0) markAt = i
      else return false
    }
    if (digits === 0 || digits > 15 || markAt === length - 1) return false
    this.negative = start === 1
    this.units = units
    this.digits = digits
    this.places = markAt < 0 ? 0 : length - markAt - 1
    this.mark = markAt < 0 ? 0 : text.charCodeAt(markAt)
    this.zeroLed = text.charCodeAt(start) === 48
    return true
  }

  /** Digits and sign as one integer, the mark left out; nothing has no sign. */
  get value(): number {
    return this.negative ? 0 - this.units : this.units
  }

  /** Its mark may group thousands as well as start decimals. */
  get maybeThousands(): boolean {
    return this.places === 3 && this.digits > 3 && this.digits <= 6 && !this.zeroLed
  }
}
