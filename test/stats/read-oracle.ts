import { readFileSync } from 'node:fs'
import { expect } from 'vitest'

/** A data set with what R makes of it: `oracles/<name>/data.csv` and `expected.json`. */
export interface Oracle {
  readonly rows: readonly Readonly<Record<string, string>>[]
  // biome-ignore lint/suspicious/noExplicitAny: every oracle has a shape of its own, and only tests read it
  readonly expected: any
}

export function readOracle(name: string): Oracle {
  const [header = '', ...lines] = read(name, 'data.csv').trim().split('\n')
  const columns = header.split(',')
  const rows = lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [columns[at] ?? '', cell])))
  return { rows, expected: JSON.parse(read(name, 'expected.json')) }
}

function read(name: string, file: string): string {
  return readFileSync(new URL(`oracles/${name}/${file}`, import.meta.url), 'utf8')
}

/** Holds a value to R's within a relative tolerance; what R gives as 0 within an absolute one. */
export function expectClose(value: number | null | undefined, reference: number, tolerance = 1e-9): void {
  const error = Math.abs((value ?? Number.NaN) - reference) / (reference === 0 ? 1 : Math.abs(reference))
  expect(error, `${value} against ${reference}`).toBeLessThanOrEqual(tolerance)
}
