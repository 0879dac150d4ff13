import { Report, ReportQuery, type Tier, type Tiers } from '../../contract/report.ts'
import { type Command, type CommandContext, textOf, workspaceOf } from './command.ts'
import { answerOf, connect } from './connect.ts'
import { queryOptions, readQueryOptions } from './query-options.ts'
import { readWhole } from './read-options.ts'
import { type Cell, formatEstimate, formatMoney, formatTable } from './show-table.ts'

const repeatable = ['campaign', 'creator', 'brand', 'platform', 'niche', 'region', 'objective', 'tier'] as const
/** Options are the API's parameters, spelt as it spells them or with dashes. */
const names = Object.keys(ReportQuery.shape)

export const queryUsage = `[--from DATE] [--to DATE] [--compare-from DATE --compare-to DATE] [--basis period|campaign]
         [--spend-basis accrued|paid] [--overhead apart|spread|full] [--metric NAME] [--snapshot N | --preview P]
         [--${repeatable.join(' X] [--')} X]   (the last ${repeatable.length} may be repeated)`

export const reportQueryOptions: Command['options'] = queryOptions(names)

export const reportCommand: Command = {
  usage: `report ${queryUsage}`,
  options: reportQueryOptions,
  words: { min: 0, max: 0 },
  run: runReport,
}

/** The server says what is wrong with a value: it does so for every client in the same words. */
export function readQuery(context: CommandContext): Partial<ReportQuery> {
  const snapshot = textOf(context.values.snapshot)
  if (snapshot !== undefined) readWhole('--snapshot', snapshot)
  return readQueryOptions(names, context) as Partial<ReportQuery>
}

async function runReport(context: CommandContext): Promise<void> {
  const { api, workspace } = await connect(context.environment, workspaceOf(context))
  const response = await api.report.$get({ param: { workspace }, query: readQuery(context) })
  const report = await answerOf(Report, response)
  context.print(context.json ? JSON.stringify(report, null, 2) : printReport(report))
}

function printReport(report: Report): string {
  const { currency, query, compared, comparison, reconciliation, warnings } = report
  const { spend, results } = report.reaches
  const { ledgerMinor, attributedMinor, overheadMinor, unmatchedMinor, addedMinor } = reconciliation
  const parts = [ledgerMinor, attributedMinor, overheadMinor, unmatchedMinor, addedMinor].map((minor) =>
    formatMoney(minor, currency),
  )
  return [
    `${query.from ?? '…'} to ${query.to ?? '…'}  snapshot ${report.snapshot.number}  ${query.basis}, ${report.spendBasis}`,
    report.tierRule.sentence,
    '',
    printTiers(report.tiers, currency),
    '',
    comparison.sentence,
    ...comparison.reasons.map((reason) => `- ${reason}`),
    `What happened: ${comparison.happened}`,
    '',
    ...(compared
      ? [
          `${compared.current.from} to ${compared.current.to}, compared with ${compared.from} to ${compared.to}`,
          printTiers(compared.tiers, currency),
          '',
        ]
      : []),
    formatTable(['ledger', 'attributed', 'overhead', 'unmatched', 'beside the ledger'], [parts]),
    `Spend reaches ${spend ?? 'no day'}, results ${results ?? 'no day'}.`,
    ...warnings.map(({ message }) => `! ${message}`),
  ].join('\n')
}

function printTiers(tiers: Tiers, currency: string): string {
  const heads = [
    'tier',
    'creators',
    'posts',
    `spend ${currency}`,
    'conversions',
    'CPM',
    'CPC',
    'CPA',
    'CTR',
    'ROAS',
    'ROI',
  ]
  return formatTable(
    heads,
    Object.entries(tiers).map(([name, tier]) => tierRow(name, tier, currency)),
  )
}

function tierRow(name: string, tier: Tier, currency: string): Cell[] {
  const { cpm, cpc, cpa, ctr, roas, roi } = tier.metrics
  const spend = formatMoney(tier.spendMinor, currency).replace(` ${currency}`, '')
  return [
    name,
    tier.creators,
    tier.posts,
    spend,
    tier.conversions,
    formatEstimate(cpm, 'money', currency),
    formatEstimate(cpc, 'money', currency),
    formatEstimate(cpa, 'money', currency),
    formatEstimate(ctr, 'fraction', currency),
    formatEstimate(roas, 'ratio', currency),
    formatEstimate(roi, 'ratio', currency),
  ]
}
