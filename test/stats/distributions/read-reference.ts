import { readFileSync } from 'node:fs'
import * as z from 'zod'

// Made with Python's mpmath 1.3.0 at mp.dps = 60: tails by mp.betainc and mp.gammainc (regularized=True) and mp.erfc,
// quantiles by bisection of them to 1e-40 on the log or logit scale. Rows hold the arguments, then the value.
const Reference = z.record(z.string(), z.array(z.array(z.number())))

export function readReference(name: string): readonly (readonly number[])[] {
  const all = Reference.parse(JSON.parse(readFileSync(new URL('reference.json', import.meta.url), 'utf8')))
  return all[name] ?? []
}
