import { TrialBalance } from '../../contract/trial-balance.ts'
import { CliError } from './cli-error.ts'
import { type Command, textOf, workspaceOf } from './command.ts'
import { answerOf, connect, problemSentence } from './connect.ts'
import { readWhole } from './read-options.ts'
import { formatMoney, formatTable } from './show-table.ts'

export const balanceCommand: Command = {
  usage: 'trial-balance [--from MONTH] [--to MONTH] [--snapshot N | --preview P] [--csv]',
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    snapshot: { type: 'string' },
    preview: { type: 'string' },
    csv: { type: 'boolean' },
  },
  words: { min: 0, max: 0 },
  async run(context) {
    const [from, to, preview] = ['from', 'to', 'preview'].map((name) => textOf(context.values[name]))
    const snapshot = textOf(context.values.snapshot)
    const query = {
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(preview === undefined ? {} : { preview }),
      ...(snapshot === undefined ? {} : { snapshot: readWhole('--snapshot', snapshot) }),
    }
    const { api, workspace } = await connect(context.environment, workspaceOf(context))
    if (context.values.csv === true) {
      const response = await api['trial-balance.csv'].$get({ param: { workspace }, query })
      const text = await response.text()
      if (!response.ok) throw new CliError(problemSentence(text) ?? `The answer was ${response.status}`)
      return context.print(text.trimEnd())
    }
    const balance = await answerOf(TrialBalance, await api['trial-balance'].$get({ param: { workspace }, query }))
    context.print(context.json ? JSON.stringify(balance, null, 2) : printBalance(balance))
  },
}

function printBalance({ lines, months, currency, snapshot }: TrialBalance): string {
  const rows = lines.map((line) => [
    line.month,
    line.measure,
    formatMoney(line.ownMinor, line.currency),
    line.rate,
    formatMoney(line.atMonthRateMinor, currency),
    formatMoney(line.fxMinor, currency),
    formatMoney(line.roundingMinor, currency),
    formatMoney(line.reportingMinor, currency),
  ])
  const heads = ['month', 'measure', 'own', 'rate', 'at that rate', 'fx', 'rounding', 'in the books']
  const totals = months.map(({ month, closed, spendMinor, revenueMinor }) => [
    month,
    closed ? 'closed' : 'open',
    formatMoney(spendMinor, currency),
    formatMoney(revenueMinor, currency),
  ])
  return [
    `Trial balance of snapshot ${snapshot.number}`,
    '',
    formatTable(heads, rows),
    '',
    formatTable(['month', 'state', 'spend', 'revenue'], totals),
  ].join('\n')
}
