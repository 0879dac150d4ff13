import { type CellMend, CellPatchList, UploadLines } from '../../contract/cell-patch.ts'
import { CheckOptions, Upload } from '../../contract/upload.ts'
import { awaitUpload } from './await-upload.ts'
import { requireState } from './change-upload.ts'
import { CliError } from './cli-error.ts'
import { type Command, type CommandContext, workspaceOf } from './command.ts'
import { answerOf, type Connection, connect } from './connect.ts'
import { printNextSteps, printUpload } from './print-upload.ts'
import { readUploadId } from './read-options.ts'
import { createProgressBar } from './show-progress.ts'
import { formatTable, printable } from './show-table.ts'

/** A cell as it is named on the command line. */
type Place = { line: number; column: string; text: string }

export const mendCommand: Command = {
  usage: `mend ID ['LINE:COLUMN=TEXT'...] [--undo LINE:COLUMN]... [--undo-all]
         (COLUMN: its name, or its number; without any the mended cells are listed)`,
  options: { undo: { type: 'string', multiple: true }, 'undo-all': { type: 'boolean' } },
  words: { min: 1, max: 101 },
  async run(context) {
    const id = readUploadId('ID', context.words[0])
    const written = context.words.slice(1).map(readMend)
    const undo = [context.values.undo ?? []].flat().map((word) => readPlace('--undo', String(word), ''))
    const connection = await connect(context.environment, workspaceOf(context))
    if (written.length === 0 && undo.length === 0 && !context.values['undo-all']) return list(context, connection, id)
    const columns = await columnsOf(connection, id, [...written, ...undo])
    const { api, workspace } = connection
    const param = { workspace, id }
    const { patches = [], ...options } = await answerOf(CheckOptions, await api.uploads[':id'].options.$get({ param }))
    const gone = new Set([...columns.place(undo), ...columns.place(written)].map(keyOf))
    const kept = context.values['undo-all'] ? [] : patches.filter((patch) => !gone.has(keyOf(patch)))
    const json = { ...options, patches: [...kept, ...columns.mend(written)] }
    await answerOf(Upload, await api.uploads[':id'].check.$post({ param, json }))
    await tell(context, connection, id)
  },
}

const keyOf = ({ line, cell }: Pick<CellMend, 'line' | 'cell'>): string => `${line} ${cell}`

async function list({ json, print }: CommandContext, { api, workspace }: Connection, id: string): Promise<void> {
  const answer = await answerOf(CellPatchList, await api.uploads[':id'].patches.$get({ param: { workspace, id } }))
  if (json) return print(JSON.stringify(answer, null, 2))
  if (answer.patches.length === 0) return print('No cell of it was mended.')
  print(
    formatTable(
      ['line', 'column', 'in the file', 'read as', 'by', 'at'],
      answer.patches.map((patch) => [
        String(patch.line),
        patch.column || String(patch.cell),
        patch.old,
        patch.new,
        patch.by,
        patch.at,
      ]),
    ),
  )
}

async function tell(context: CommandContext, connection: Connection, id: string): Promise<void> {
  const bar = createProgressBar()
  try {
    const upload = await awaitUpload(connection, id, bar)
    bar.clear()
    context.print(context.json ? JSON.stringify(upload, null, 2) : printUpload(upload))
    await requireState(connection, upload, 'ready')
    if (!context.json) context.print(printNextSteps(upload, connection.workspace))
  } finally {
    bar.clear()
  }
}

/** Finds cells by the names of their columns, and what stands in them. */
async function columnsOf({ api, workspace }: Connection, id: string, places: readonly Place[]) {
  const lines = [...new Set(places.map(({ line }) => line))].join(',')
  const shown =
    lines === ''
      ? { columns: [], lines: [] }
      : await answerOf(UploadLines, await api.uploads[':id'].lines.$get({ param: { workspace, id }, query: { lines } }))
  const cellOf = ({ line, column }: Place): number => {
    const named = shown.columns.filter((one) => one.column === column)
    if (named.length === 1 && named[0]) return named[0].cell
    if (/^[1-9]\d{0,2}$/.test(column)) return Number(column)
    const names = shown.columns.map((one) => one.column).join(', ')
    throw new CliError(
      named.length > 1
        ? `${line}:${column}: ${named.length} columns have that name. Write their number instead, such as ${line}:${named[0]?.cell}.`
        : printable(`${line}:${column}: there is no such column. There are: ${names}.`),
      2,
    )
  }
  const place = (of: readonly Place[]) => of.map((one) => ({ line: one.line, cell: cellOf(one) }))
  const mend = (of: readonly Place[]): CellMend[] =>
    of.map((one) => {
      const row = shown.lines.find(({ line }) => line === one.line)
      if (!row) throw new CliError(`The file has no line ${one.line} with cells.`, 2)
      const cell = cellOf(one)
      return { line: one.line, cell, old: row.cells[cell - 1] ?? '', new: one.text }
    })
  return { place, mend }
}

function readMend(word: string): Place {
  const at = word.indexOf('=', word.indexOf(':'))
  if (at < 0) throw new CliError(`"${word}" is not LINE:COLUMN=TEXT. Write it like '12:amount=99.50'.`, 2)
  return readPlace('', word.slice(0, at), word.slice(at + 1))
}

function readPlace(name: string, word: string, text: string): Place {
  const [, line, column] = /^([1-9]\d{0,8}):(.+)$/s.exec(word) ?? []
  if (line !== undefined && column !== undefined) return { line: Number(line), column: column.trim(), text }
  throw new CliError(`${name} "${word}" is not LINE:COLUMN. Write it like 12:amount.`.trim(), 2)
}
