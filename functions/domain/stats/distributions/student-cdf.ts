import { studentUpperTail } from './student-upper-tail.ts'

/** P(T ≤ t) of Student's t with any df > 0. R: `pt(t, df)`. */
export function studentCdf(t: number, df: number): number {
  return studentUpperTail(-t, df)
}
