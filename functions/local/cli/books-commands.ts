import { SnapshotDiff, SnapshotList, type TotalChange } from '../../contract/snapshot.ts'
import { type Command, workspaceOf } from './command.ts'
import { answerOf, connect } from './connect.ts'
import { pageOf, pageOptions } from './page-options.ts'
import { readWhole } from './read-options.ts'
import { formatMoney, formatTable } from './show-table.ts'

export const snapshotsCommand: Command = {
  usage: 'snapshots [--limit N] [--cursor C]',
  options: pageOptions,
  words: { min: 0, max: 0 },
  async run(context) {
    const query = pageOf(context.values)
    const { api, workspace } = await connect(context.environment, workspaceOf(context))
    const list = await answerOf(SnapshotList, await api.snapshots.$get({ param: { workspace }, query }))
    if (context.json) return context.print(JSON.stringify(list, null, 2))
    const rows = list.snapshots.map(({ number, committedAt, committedBy, action, filename, uploads, months }) => [
      number,
      committedAt.slice(0, 16).replace('T', ' '),
      action,
      filename,
      uploads,
      months,
      committedBy,
    ])
    context.print(formatTable(['snapshot', 'at', 'action', 'file', 'uploads', 'months', 'by'], rows))
  },
}

export const diffCommand: Command = {
  usage: 'diff N M',
  options: {},
  words: { min: 2, max: 2 },
  async run(context) {
    const [n = '', m = ''] = context.words
    for (const word of [n, m]) readWhole('A snapshot', word)
    const { api, workspace } = await connect(context.environment, workspaceOf(context))
    const response = await api.snapshots[':n'].diff[':m'].$get({ param: { workspace, n, m } })
    const diff = await answerOf(SnapshotDiff, response)
    context.print(context.json ? JSON.stringify(diff, null, 2) : printDiff(diff))
  },
}

function printDiff(diff: SnapshotDiff): string {
  const uploads = [
    ...diff.uploadsAdded.map(({ id, kind, filename }) => ['+', kind, filename, id]),
    ...diff.uploadsRemoved.map(({ id, kind, filename }) => ['-', kind, filename, id]),
  ]
  const months = diff.months.flatMap(({ month, changes }) => changes.map((change) => [month, ...changeCells(change)]))
  const changed = [
    diff.directoryChanged ? 'the directory' : '',
    diff.fxChanged ? 'fx rates' : '',
    diff.settingsChanged ? 'settings' : '',
  ].filter((text) => text !== '')
  return [
    `From snapshot ${diff.before} to ${diff.after}`,
    ...(uploads.length === 0 ? [] : ['', formatTable(['', 'kind', 'file', 'upload'], uploads)]),
    ...(diff.totals.length === 0
      ? []
      : ['', formatTable(['total', 'before', 'after', 'change'], diff.totals.map(changeCells))]),
    ...(months.length === 0 ? [] : ['', formatTable(['month', 'total', 'before', 'after', 'change'], months)]),
    ...(changed.length === 0 ? [] : ['', `Also changed: ${changed.join(', ')}.`]),
  ].join('\n')
}

function changeCells({ measure, currency, beforeMinor, afterMinor }: TotalChange): string[] {
  const money = (minor: number) => formatMoney(minor, currency)
  return [measure, money(beforeMinor), money(afterMinor), money(afterMinor - beforeMinor)]
}
