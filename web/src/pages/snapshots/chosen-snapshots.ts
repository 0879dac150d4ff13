/** Snapshots chosen to be compared, as the address holds them: at most two. */
export function readChosen(parameter: string): number[] {
  const numbers = parameter.split(',').filter((text) => /^\d{1,9}$/.test(text))
  return [...new Set(numbers.map(Number))].slice(0, 2)
}

/** Chosen or no longer; a third takes the place of the first. */
export function toggleChosen(chosen: readonly number[], number: number): string {
  const next = chosen.includes(number) ? chosen.filter((other) => other !== number) : [...chosen, number]
  return next.slice(-2).join()
}
