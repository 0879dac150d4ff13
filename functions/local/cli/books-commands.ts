import { SnapshotDiff, SnapshotList, type TotalChange } from '../../contract/snapshot.ts'
import { Upload, UploadList } from '../../contract/upload.ts'
import { awaitUpload } from './await-upload.ts'
import { CliError } from './cli-error.ts'
import { type Command, textOf, workspaceOf } from './command.ts'
import { answerOf, connect } from './connect.ts'
import { printUpload, printUploads } from './print-upload.ts'
import { createProgressBar } from './show-progress.ts'
import { formatMoney, formatTable } from './show-table.ts'

const pageOptions: Command['options'] = { limit: { type: 'string' }, cursor: { type: 'string' } }

function pageOf(values: Record<string, unknown>): { limit?: number; cursor?: string } {
  const given = Object.entries(values).filter(([name, value]) => name in pageOptions && value !== undefined)
  return Object.fromEntries(given)
}

export const snapshotsCommand: Command = {
  usage: 'snapshots [--limit N] [--cursor C]',
  options: pageOptions,
  words: { min: 0, max: 0 },
  async run(context) {
    const { api, workspace } = await connect(context.environment, workspaceOf(context))
    const list = await answerOf(
      SnapshotList,
      await api.snapshots.$get({ param: { workspace }, query: pageOf(context.values) }),
    )
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

export const uploadsCommand: Command = {
  usage: 'uploads [--limit N] [--cursor C]',
  options: pageOptions,
  words: { min: 0, max: 0 },
  async run(context) {
    const { api, workspace } = await connect(context.environment, workspaceOf(context))
    const list = await answerOf(
      UploadList,
      await api.uploads.$get({ param: { workspace }, query: pageOf(context.values) }),
    )
    context.print(context.json ? JSON.stringify(list, null, 2) : printUploads(list.uploads))
  },
}

export const diffCommand: Command = {
  usage: 'diff N M',
  options: {},
  words: { min: 2, max: 2 },
  async run(context) {
    const { api, workspace } = await connect(context.environment, workspaceOf(context))
    const [n = '', m = ''] = context.words
    const response = await api.snapshots[':n'].diff[':m'].$get({ param: { workspace, n, m } })
    const diff = await answerOf(SnapshotDiff, response)
    context.print(context.json ? JSON.stringify(diff, null, 2) : printDiff(diff))
  },
}

export const revertCommand: Command = {
  usage: 'revert ID [--preview P]',
  options: { preview: { type: 'string' } },
  words: { min: 1, max: 1 },
  async run(context) {
    const connection = await connect(context.environment, workspaceOf(context))
    const { api, workspace } = connection
    const id = context.words[0] ?? ''
    const preview = textOf(context.values.preview)
    const json = preview === undefined ? {} : { preview }
    await answerOf(Upload, await api.uploads[':id'].revert.$post({ param: { workspace, id }, json }))
    const bar = createProgressBar()
    const upload = await awaitUpload(connection, id, bar).finally(bar.clear)
    context.print(context.json ? JSON.stringify(upload, null, 2) : printUpload(upload))
    if (upload.state === 'reverted') return
    const warnings = upload.warnings.map(({ message }) => message).join(' ')
    throw new CliError(`The upload is ${upload.state}: it was not reverted. ${warnings}`)
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
