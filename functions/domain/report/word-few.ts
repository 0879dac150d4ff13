import { writeNumber } from '../../contract/write-number.ts'

/** Fewer than needed, with the verb that agrees: `Only 4 micro creators stand`, `Only one of the micro creators stands`. */
export function wordFew(found: number, who: string, verb: { one: string; many: string }): string {
  if (found > 1) return `Only ${writeNumber(found)} ${who} ${verb.many}`
  return `${found === 1 ? 'Only one' : 'None'} of the ${who} ${verb.one}`
}

/** Of what was to be expected: `Only about 9.9 conversions were`. */
export function wordFewEvents(found: number, events: string): string {
  const few = wordTooLittle(found)
  return few === '1' ? `Only about 1 ${events.replace(/s$/, '')} was` : `Only about ${few} ${events} were`
}

/** Rounded down: what is less than needed never reads as enough. */
export const wordTooLittle = (value: number): string => writeNumber(Math.floor(value * 10) / 10)

export const wordTooSmall = (share: number): string =>
  writeNumber(Math.floor(share * 100) / 100, { style: 'percent', maximumFractionDigits: 0 })
