const bare = (pattern: string): string => pattern.replace(/general|standard/gi, '').replace(/e[+-]/gi, '')

/** `y`, `d`, `e` (the year of an era), or months: `m` that stands beside no hours or seconds, or three of them. */
export function showsDate(pattern: string): boolean {
  const text = bare(pattern)
  if (text.includes('#')) return false
  if (/[yd]|mmm/i.test(text)) return true
  return !/[hs]/i.test(text) && /m|e/i.test(text)
}

/** Hours or seconds, without a date. */
export function isTimeOnly(pattern: string): boolean {
  const text = bare(pattern)
  return !text.includes('#') && /[hs]/i.test(text) && !showsDate(pattern)
}
