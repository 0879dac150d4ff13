import { digestOf } from '../domain/ledger/codec/digest.ts'
import type { PartMeta } from '../store/ports.ts'

/** Tells whether the parts of a file are still those that somebody looked at. */
export function digestParts(parts: readonly PartMeta[]): string {
  const sorted = parts.toSorted((a, b) => a.part - b.part)
  return digestOf(sorted.map(({ part, sha256 }) => `${part} ${sha256}`).join('\n'))
}
