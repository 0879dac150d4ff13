import { betaTails } from './beta-tails.ts'
import type { Tails } from './tails.ts'

/** P(|T| < |t|) and P(|T| > |t|) of Student's t: t² / (df + t²) is Beta(½, df / 2). Abramowitz & Stegun 26.7.1. */
export function studentTails(t: number, df: number): Tails {
  const square = t * t
  return betaTails(0.5, df / 2, square / (df + square), df / (df + square))
}
