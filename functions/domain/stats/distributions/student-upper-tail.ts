import { studentTails } from './student-tails.ts'

/** P(T > t) of Student's t with any df > 0, accurate far out. R: `pt(t, df, lower.tail = FALSE)`. */
export function studentUpperTail(t: number, df: number): number {
  const { lower, upper } = studentTails(t, df)
  return t > 0 ? upper / 2 : 0.5 + lower / 2
}
