import * as z from 'zod'

/** ISO 4217 code in capitals. */
export const CurrencyCode = z.string().regex(/^[A-Z]{3}$/)
export type CurrencyCode = z.infer<typeof CurrencyCode>

/** Smallest unit of the currency (cents, yen). Never a fraction. */
export const MinorUnits = z.int()
export type MinorUnits = z.infer<typeof MinorUnits>
