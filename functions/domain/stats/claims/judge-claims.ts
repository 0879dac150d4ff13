import { adjustHolm } from '../multiplicity/adjust-holm.ts'
import type { ClaimEvidence } from './claim-ratio.ts'

export type ClaimStatus = 'supported' | 'contradicted' | 'inconclusive' | 'not_enough_data'

export type JudgedClaim = ClaimEvidence & {
  status: ClaimStatus
  /** Adjusted over all claims of the page that could be tested (Holm); null where this one could not. */
  holmP: number | null
}

const significance = 0.05
/** A limit below this says that there is no advantage that matters: none above 10%. */
const advantageMin = 1.1

/** Source: statistics specification, 6. */
export function judgeClaims<Name extends string>(evidence: ReadonlyMap<Name, ClaimEvidence>): Map<Name, JudgedClaim> {
  const tested = [...evidence].flatMap(([name, { test, failures }]) =>
    test && failures.length === 0 ? [{ name, pValue: test.pValue }] : [],
  )
  const adjusted = adjustHolm(tested.map(({ pValue }) => pValue))
  const holm = new Map(tested.map(({ name }, i) => [name, adjusted[i] as number]))
  return new Map([...evidence].map(([name, of]) => [name, { ...of, ...judge(of, holm.get(name)) }]))
}

function judge({ test }: ClaimEvidence, holmP: number | undefined): Pick<JudgedClaim, 'status' | 'holmP'> {
  if (!test || holmP === undefined) return { status: 'not_enough_data', holmP: null }
  const clear = holmP < significance
  if (clear && test.ratio > 1) return { status: 'supported', holmP }
  if ((clear && test.ratio < 1) || test.high < advantageMin) return { status: 'contradicted', holmP }
  return { status: 'inconclusive', holmP }
}
