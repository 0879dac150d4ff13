import type { ClaimMeasure } from './claims.ts'
import { fixedDigits, writeMetric, writeNumber } from './write-number.ts'

/** A measure's value. A swing is said as the factor by which posts typically lie apart: `×1.86`. */
export function writeClaimValue(measure: ClaimMeasure, point: number, currency: string, exponent: number): string {
  if (measure === 'engagementSwing') return `×${writeNumber(Math.exp(point), fixedDigits(2))}`
  if (measure === 'costPerThousandFollowers') return writeMetric('cpm', point, currency, exponent)
  return writeMetric(measure === 'deepEngagementShare' ? 'ctr' : measure, point, currency, exponent)
}
