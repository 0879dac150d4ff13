import { type Claim, type ClaimStatus, Claims, type ClaimTest } from '../../contract/claims.ts'
import type { Estimate } from '../../contract/report.ts'
import { writeClaimValue } from '../../contract/write-claim-value.ts'
import { fixedDigits, writeNumber } from '../../contract/write-number.ts'
import { currencyExponent } from '../../domain/money/currency.ts'
import { type Command, type CommandContext, workspaceOf } from './command.ts'
import { answerOf, connect } from './connect.ts'
import { queryUsage, readQuery, reportQueryOptions } from './report-command.ts'
import { type Cell, formatTable } from './show-table.ts'

export const claimsCommand: Command = {
  usage: `claims ${queryUsage}`,
  options: reportQueryOptions,
  words: { min: 0, max: 0 },
  run: runClaims,
}

async function runClaims(context: CommandContext): Promise<void> {
  const query = readQuery(context)
  const { api, workspace } = await connect(context.environment, workspaceOf(context))
  const claims = await answerOf(Claims, await api.claims.$get({ param: { workspace }, query }))
  context.print(context.json ? JSON.stringify(claims, null, 2) : printClaims(claims))
}

const statuses: Record<ClaimStatus, string> = {
  supported: '✓ supported',
  contradicted: '✗ contradicted',
  inconclusive: '? inconclusive',
  not_enough_data: '… not enough data',
}

function printClaims({ query, snapshot, claims, currency, tierRule, strata, testsCounted }: Claims): string {
  return [
    `${query.from ?? '…'} to ${query.to ?? '…'}  snapshot ${snapshot.number}`,
    tierRule.sentence,
    ...(strata.length > 0 ? [`Like for like by ${strata.join(', ')}.`] : []),
    `P-values are adjusted over ${testsCounted} ${testsCounted === 1 ? 'test' : 'tests'} (Holm).`,
    ...claims.flatMap((claim) => ['', ...printClaim(claim, currency)]),
  ].join('\n')
}

function printClaim({ title, status, sentence, measuredBy, tests, missing }: Claim, currency: string): string[] {
  const heads = ['measure', 'first', 'second', 'ratio', '95% from', 'to', 'p', 'p adjusted']
  const reasons = [
    ...tests.flatMap((test) => [...test.caveats, ...test.reasons]),
    ...missing.map(({ message }) => message),
  ]
  return [
    `${statuses[status]}: ${title}`,
    sentence,
    measuredBy,
    formatTable(
      heads,
      tests.map((test) => printTest(test, currency)),
    ),
    ...[...new Set(reasons)].map((reason) => `! ${reason}`),
  ]
}

function printTest({ measure, label, sides, ratio, pValue, holmP }: ClaimTest, currency: string): Cell[] {
  const [first, second] = sides.map(({ arm, value, creators }) =>
    value.kind === 'unavailable'
      ? null
      : `${arm.replace('_', ' ')} ${writeClaimValue(measure, value.point, currency, currencyExponent(currency) ?? 2)} (${creators})`,
  )
  return [label, first ?? null, second ?? null, ...printRatio(ratio), printP(pValue), printP(holmP)]
}

function printRatio(ratio: Estimate): Cell[] {
  if (ratio.kind === 'unavailable') return [null, null, null]
  const write = (value: number): string => writeNumber(value, fixedDigits(2))
  return [write(ratio.point), ...(ratio.kind === 'interval' ? [write(ratio.low), write(ratio.high)] : [null, null])]
}

const printP = (value: number | null): Cell =>
  value === null ? null : value < 0.0001 ? '< 0.0001' : writeNumber(value, fixedDigits(4))
