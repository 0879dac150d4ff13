import type { Upload } from '../../contract/upload.ts'
import { commandLine } from './command.ts'
import { printMonthChanges, printRestated } from './print-change.ts'
import { formatMoney, formatTable, printable } from './show-table.ts'

/** One upload for a terminal: what it is, what stands in it, what to do next. */
export function printUpload(upload: Upload): string {
  const { rows } = upload
  const counts = formatTable(
    ['rows', 'valid', 'new', 'recorded', 'corrected', 'excluded', 'problems'],
    [[rows.read, rows.valid, rows.new, rows.recorded, rows.corrected, rows.excluded, rows.problems]],
  )
  const totals = upload.totals.map((total) => [
    total.measure,
    formatMoney(total.amountMinor, total.currency),
    total.rows,
  ])
  return [
    `${printable(upload.filename)}  ${upload.kind}  ${upload.state}${upload.snapshot === null ? '' : `  snapshot ${upload.snapshot}`}`,
    `upload ${upload.id}`,
    ...(upload.preview === null
      ? []
      : [`preview ${upload.preview}${upload.previewAction ? ` (${upload.previewAction})` : ''}`]),
    ...(upload.mapping === null
      ? []
      : [`mapping ${printable(upload.mapping.name)}, version ${upload.mapping.version} (${upload.mapping.id})`]),
    '',
    counts,
    ...(totals.length === 0 ? [] : ['', formatTable(['total', 'amount', 'rows'], totals)]),
    ...(upload.reported.length === 0 ? [] : ['', printMonthChanges(upload.reported)]),
    ...(upload.restates.length === 0 ? [] : ['', printRestated(upload.restates)]),
    ...(upload.warnings.length === 0 ? [] : ['', ...upload.warnings.map(({ message }) => `! ${printable(message)}`)]),
  ].join('\n')
}

/** What may be typed next, where something waits for it. */
export function printNextSteps({ id, state }: Upload, workspace: string): string {
  if (state === 'ready') {
    return ['', 'Nothing of it counts yet. Go on with one of', ...lines(['commit', 'cancel'])].join('\n')
  }
  return state === 'rejected' ? ['', 'What is wrong with it:', ...lines(['problems'])].join('\n') : ''

  function lines(commands: string[]): string[] {
    return commands.map((command) => `  ${commandLine(workspace, `${command} ${id}`)}`)
  }
}

export function printUploads(uploads: Upload[]): string {
  if (uploads.length === 0) return 'No uploads yet.'
  return formatTable(
    ['upload', 'kind', 'file', 'state', 'rows', 'snapshot', 'created'],
    uploads.map(({ id, kind, filename, state, rows, snapshot, createdAt }) => [
      id,
      kind,
      filename,
      state,
      rows.read,
      snapshot,
      createdAt.slice(0, 16).replace('T', ' '),
    ]),
  )
}
