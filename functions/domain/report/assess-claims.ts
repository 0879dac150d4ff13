import type { Settings } from '../../contract/books-change.ts'
import type { Claim, Claims, ClaimTest } from '../../contract/claims.ts'
import type { MetricName, Report, ReportQuery } from '../../contract/report.ts'
import { formatDay } from '../calendar.ts'
import type { Quality } from '../ledger/rollup.ts'
import type { ClaimEvidence } from '../stats/claims/claim-ratio.ts'
import { type JudgedClaim, judgeClaims } from '../stats/claims/judge-claims.ts'
import type { BooksView } from './books-view.ts'
import { caveatsOf } from './claims/claim-caveats.ts'
import { collectClaimData } from './claims/claim-data.ts'
import { gatesOf, wordGate } from './claims/claim-gates.ts'
import { type PlannedClaim, type PlannedTest, planClaims } from './claims/claim-plan.ts'
import { measureLabels } from './claims/claim-words.ts'
import { claimTitles, measuredBy, wordClaim } from './claims/word-claim.ts'
import { wordAnswer, wordLook } from './claims/word-test.ts'
import { nothingScoped, type ScopedDays } from './scan-cells.ts'
import { tierSentence } from './sentences.ts'

export type ClaimsInput = {
  view: BooksView
  query: ReportQuery
  /** That of the objective. */
  metric: MetricName
  settings: Settings
  snapshot: Report['snapshot']
  preview: string | null
  /** Null where the books hold nothing. */
  range: ScopedDays | null
  /** Of the view's months, in their order. */
  qualities: readonly Quality[]
}

/** Holds what is often said of micro creators against one state of the books: a pure function of its input. */
export function assessClaims(input: ClaimsInput): Claims {
  const { view, query, metric, settings, range, qualities } = input
  const data = collectClaimData(view, range ?? nothingScoped, qualities, query)
  const planned = planClaims(data, metric)
  const judged = judgeClaims(evidenceOf(planned))
  const testsCounted = [...judged.values()].filter(({ holmP }) => holmP !== null).length
  return {
    snapshot: input.snapshot,
    preview: input.preview,
    query: resolveQuery(input),
    currency: settings.reportingCurrency,
    tierRule: { ...settings.bands, sentence: tierSentence(settings.bands) },
    strata: [...data.tiers.strata],
    testsCounted,
    claims: planned.map((claim) => claimOf(claim, judged, testsCounted, metric)),
  }
}

const isJudged = ({ role }: PlannedTest): boolean => role !== 'beside'

/** Of all tests that are judged, by claim and measure. */
function evidenceOf(planned: readonly PlannedClaim[]): Map<string, ClaimEvidence> {
  return new Map(
    planned.flatMap(({ name, tests }) =>
      tests.filter(isJudged).map(({ of }) => [`${name} ${of.measure}`, of.evidence] as const),
    ),
  )
}

function claimOf(
  { name, tests }: PlannedClaim,
  judged: ReadonlyMap<string, JudgedClaim>,
  testsCounted: number,
  primary: MetricName,
): Claim {
  const told = tests.map((test) => testOf(test, judged.get(`${name} ${test.of.measure}`), testsCounted))
  const status = told[0]?.status ?? 'not_enough_data'
  const missing = tests.flatMap(({ of }) => [...of.missing, ...of.hints])
  const cost = tests[0]?.of.measure as MetricName
  return {
    name,
    title: claimTitles[name],
    status,
    sentence: wordClaim(name, status, told),
    measuredBy: measuredBy(name, primary, cost),
    tests: told,
    missing: [...new Map(missing.map((entry) => [entry.message, entry])).values()],
  }
}

function testOf({ role, of }: PlannedTest, judged: JudgedClaim | undefined, testsCounted: number): ClaimTest {
  const failedGates = gatesOf(of)
  return {
    measure: of.measure,
    label: measureLabels[of.measure],
    role,
    status: judged?.status ?? null,
    sides: [...of.sides],
    ratio: of.ratio,
    pValue: of.evidence.test?.pValue ?? null,
    holmP: judged?.holmP ?? null,
    strata: [...of.strata],
    sentence: judged ? wordAnswer(of, judged, testsCounted) : wordLook(of),
    caveats: judged ? caveatsOf(of, judged) : [],
    failedGates,
    reasons: of.missing.length > 0 ? [] : failedGates.map((gate) => wordGate(gate, of.measure)),
  }
}

function resolveQuery({ query, metric, range }: ClaimsInput): Claims['query'] {
  const { snapshot: _snapshot, preview: _preview, ...rest } = query
  return {
    ...rest,
    metric,
    from: range ? formatDay(range.scope.from) : null,
    to: range ? formatDay(range.scope.to) : null,
    compareFrom: null,
    compareTo: null,
  }
}
