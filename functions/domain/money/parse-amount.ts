import { limits } from '../../contract/limits.ts'
import { divideHalfEven, parseDecimal } from './decimal.ts'

export type AmountReading =
  | { ok: true; minor: number; noisy: boolean }
  | { ok: false; reason: 'not-a-number' | 'too-many-decimals' | 'too-large' }

/** Digits that a double keeps for sure; what stands beyond them is noise of a program, not somebody's cents. */
const significantMax = 15

/** No amount is written with more characters; big integers of a whole damaged record would take seconds. */
const textCharsMax = 100

/**
 * Reads an amount by moving digits, never through a float.
 * @param exponent decimal places of the currency
 * @returns minor units; `noisy` where more than 15 significant digits were rounded to 15 first
 */
export function parseAmount(text: string, exponent: number): AmountReading {
  if (text.length > textCharsMax) return { ok: false, reason: 'not-a-number' }
  const quick = readPlainAmount(text, exponent)
  if (quick !== undefined) return { ok: true, minor: quick, noisy: false }
  const decimal = parseDecimal(text)
  if (!decimal) return { ok: false, reason: 'not-a-number' }
  let { units, exponent: places } = decimal
  const significant = (units < 0n ? -units : units).toString().length
  const noisy = places > exponent && significant > significantMax
  if (noisy) {
    const drop = Math.min(significant - significantMax, places)
    units = divideHalfEven(units, 10n ** BigInt(drop))
    places -= drop
  }
  // Three decimals may be a thousands separator (`12.500`), so they are never read as zeros.
  if (places === 3 && exponent < 3 && !noisy) return { ok: false, reason: 'too-many-decimals' }
  if (places > exponent) {
    const scale = 10n ** BigInt(places - exponent)
    if (units % scale !== 0n) return { ok: false, reason: 'too-many-decimals' }
    units /= scale
  } else units *= 10n ** BigInt(exponent - places)
  const minor = Number(units)
  if (Math.abs(minor) > limits.amountMinorMax) return { ok: false, reason: 'too-large' }
  return { ok: true, minor, noisy }
}

/** The common case (`-1234.56`) without big integers; undefined leaves it to the long way. */
function readPlainAmount(text: string, exponent: number): number | undefined {
  const length = text.length
  let index = text.charCodeAt(0) === 45 ? 1 : 0
  let value = 0
  let digits = 0
  let places = -1
  for (; index < length; index++) {
    const code = text.charCodeAt(index)
    if (code >= 48 && code <= 57) {
      value = value * 10 + code - 48
      digits++
      if (places >= 0) places++
    } else if (code === 46 && places < 0) places = 0
    else return undefined
  }
  const decimals = Math.max(places, 0)
  if (digits === 0 || decimals > exponent) return undefined
  for (let n = decimals; n < exponent; n++) value *= 10
  if (value > limits.amountMinorMax) return undefined
  // Nothing has no sign: `-value` would make it -0.
  return text.charCodeAt(0) === 45 ? 0 - value : value
}
