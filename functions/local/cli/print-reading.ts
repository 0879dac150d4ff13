import { type Reading, ReadingAnswer } from '../../contract/reading.ts'
import type { Upload } from '../../contract/upload.ts'
import { commandLine } from './command.ts'
import { answerOf, type Connection } from './connect.ts'
import { counted, printable } from './show-table.ts'

export async function fetchReading({ api, workspace }: Connection, id: string): Promise<Reading | null> {
  const answer = await api.uploads[':id'].reading.$get({ param: { workspace, id } })
  return (await answerOf(ReadingAnswer, answer)).reading
}

export const isAsking = ({ questions, needs }: Reading): boolean =>
  needs.length > 0 || questions.some(({ answer }) => answer === null)

/** What has to be said before the file is read, with the options that say it. */
export function describeQuestions(
  connection: Connection,
  { id, filename }: Pick<Upload, 'id' | 'filename'>,
  reading: Reading,
): string {
  const open = reading.questions.filter(({ answer }) => answer === null)
  const count = open.length + reading.needs.length
  return [
    `${printable(filename)} can be read once ${count === 1 ? 'one thing is' : `${count} things are`} said:`,
    ...open.flatMap(({ id: question, text, options, proposed, reason }) => [
      `  ${printable(text)}`,
      ...options.map(
        ({ value, label, effect }) =>
          `    --answer '${question}=${value}'  ${printable(`${label}. ${effect}`)}${value === proposed ? ` (proposed: ${printable(reason)})` : ''}`,
      ),
    ]),
    ...reading.needs.flatMap(({ field, text, proposed, reason = '' }) => [
      `  ${printable(text)}`,
      `    --set '${field}=${proposed === '' ? '…' : proposed}'${reason === '' ? '' : `  (proposed: ${printable(reason)})`}`,
    ]),
    '',
    'Upload the file again with these options.',
    `${commandLine(connection.workspace, `reading ${id}`)}  shows how the file was understood.`,
  ].join('\n')
}

/** How a file was understood: its source, tables, columns and totals. */
export function printReading(reading: Reading): string {
  const { source, sheets, tables, table, columns, constants, totals, skippedCounts, notes, preset, mapping, said } =
    reading
  const skipped = Object.entries(skippedCounts).filter(([, count]) => count > 0)
  const lines = [
    `Read as ${source}${preset === null ? '' : `, an export of ${preset}`}`,
    ...(mapping === null
      ? []
      : [
          `As remembered in “${mapping.name}” (version ${mapping.version}), by ${mapping.updatedBy} on ${mapping.updatedAt.slice(0, 10)}. Without it: --mapping none`,
        ]),
    ...(sheets.length > 1
      ? [`Sheets: ${sheets.map(({ name, state }) => (state === 'visible' ? name : `${name} (hidden)`)).join(', ')}`]
      : []),
    ...tables.map(
      ({ firstLine, lastLine, rows }, at) =>
        `${at === table ? 'Table read' : 'Not read'}: lines ${firstLine} to ${lastLine}, ${counted(rows, 'row')}${tables.length > 1 ? ` (--table ${at + 1})` : ''}`,
    ),
    ...columns.map(
      ({ header, field, how, samples }) =>
        `  ${header} ${field === null ? 'is not loaded' : `→ ${field}${how === '' ? '' : `, ${how}`}`} (${samples.join(' | ')})`,
    ),
    ...(said.rounding ? ['Amounts are rounded to the decimals of their currency, halves to the even one.'] : []),
    ...Object.entries(constants).map(([field, value]) => `  ${field} = ${value} for all lines`),
    ...totals.map(({ line, label, header, stated, sum, difference, agrees }) =>
      agrees
        ? `The file's own total ${stated} of ${header} on line ${line} agrees.`
        : `${label} on line ${line}: ${header} says ${stated}, its rows come to ${sum} (${difference}).`,
    ),
    ...(skipped.length > 0
      ? [`Lines that are no data: ${skipped.map(([why, count]) => `${count} ${why}`).join(', ')}`]
      : []),
    ...notes.map(({ text }) => text),
  ]
  return lines.map((line) => printable(line)).join('\n')
}
