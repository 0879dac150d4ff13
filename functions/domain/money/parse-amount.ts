import { limits } from '../../contract/limits.ts'
import { parseDecimal } from './decimal.ts'
import { withoutNoise } from './ieee-noise.ts'
import { PlainNumber } from './plain-number.ts'

export type AmountReading =
  | { ok: true; minor: number; noisy: boolean }
  | { ok: false; reason: 'not-a-number' | 'too-many-decimals' | 'too-large' }

/** No amount is written with more characters; big integers of a whole damaged record would take seconds. */
const textCharsMax = 100
const comma = 44
const plain = new PlainNumber()

/**
 * Reads an amount by moving digits, never through a float.
 * @param exponent decimal places of the currency
 * @returns minor units; `noisy` where more than 15 significant digits were rounded to 15 first
 */
export function parseAmount(text: string, exponent: number): AmountReading {
  // The common case without big integers.
  if (plain.scan(text) && plain.mark !== comma && plain.places <= exponent)
    return inBounds(plain.value * 10 ** (exponent - plain.places), false)
  const decimal = text.length > textCharsMax ? undefined : parseDecimal(text)
  if (!decimal) return { ok: false, reason: 'not-a-number' }
  const [units, places] = withoutNoise(decimal.units, decimal.exponent)
  const noisy = places < decimal.exponent
  // Three decimals may be a thousands separator (`12.500`), so they are never read as zeros.
  if (places === 3 && exponent < 3 && !noisy) return { ok: false, reason: 'too-many-decimals' }
  const scaled = units * 10n ** BigInt(Math.max(exponent - places, 0))
  const divisor = 10n ** BigInt(Math.max(places - exponent, 0))
  if (scaled % divisor !== 0n) return { ok: false, reason: 'too-many-decimals' }
  return inBounds(Number(scaled / divisor), noisy)
}

function inBounds(minor: number, noisy: boolean): AmountReading {
  return Math.abs(minor) > limits.amountMinorMax ? { ok: false, reason: 'too-large' } : { ok: true, minor, noisy }
}
