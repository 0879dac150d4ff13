/** Kish's effective number: `(Σx)² / Σx²`, 0 for nothing. */
export const effectiveNumber = (sum: number, sumOfSquares: number): number =>
  sumOfSquares > 0 ? (sum * sum) / sumOfSquares : 0
