import { type Problem, ProblemList } from '../../contract/problem.ts'
import type { Upload } from '../../contract/upload.ts'
import { commandLine } from './command.ts'
import { answerOf, type Connection } from './connect.ts'
import { describeQuestions, fetchReading, isAsking } from './print-reading.ts'
import { counted, printable } from './show-table.ts'

const problemsShown = 10
const pageSize = 200

/** The first problems of an upload, or with `all` every listed one. */
export async function fetchProblems(
  { api, workspace }: Connection,
  id: string,
  all = false,
): Promise<Omit<ProblemList, 'next'>> {
  const problems: Problem[] = []
  const causes: ProblemList['causes'] = []
  for (let cursor: string | undefined; ; ) {
    const query = { limit: all ? pageSize : problemsShown, ...(cursor === undefined ? {} : { cursor }) }
    const page = await answerOf(
      ProblemList,
      await api.uploads[':id'].problems.$get({ param: { workspace, id }, query }),
    )
    problems.push(...page.problems)
    causes.push(...page.causes)
    const { total, beyond } = page
    if (!all || page.next === null) return { problems, total, causes, beyond }
    cursor = page.next
  }
}

/** `line 2, amount: “1.234,56” is not an amount. Write it like …`; the cell itself where the sentence does not quote it. */
export function printProblem({ line, column, found, expected, message }: Problem): string {
  const place = [line === 0 ? 'file' : `line ${line}`, column].filter((text) => text !== '').join(', ')
  const quoted = message !== '' && message.includes(found)
  const details = quoted
    ? []
    : [
        found === '' ? '' : `found ${JSON.stringify(found)}`,
        expected === '' || message.includes(expected) ? '' : `expected ${expected}`,
      ]
  const detail = details.filter((text) => text !== '').join(', ')
  return printable(`${place}: ${[detail, message].filter((text) => text !== '').join('. ')}`)
}

/** Why a file was rejected, and what can be done about it. */
export async function describeRejection(connection: Connection, { id, filename }: Upload): Promise<string> {
  const { problems, total, causes } = await fetchProblems(connection, id)
  const reading = await fetchReading(connection, id)
  if (reading && isAsking(reading)) return describeQuestions(connection, { id, filename }, reading)
  return [
    `${printable(filename)} was rejected: ${counted(total, 'problem')}.`,
    ...(causes.length > 0 && causes.length < problems.length
      ? listCauses(causes, total)
      : listProblems(problems, total)),
    '',
    'Correct the file and upload it again; or upload it as it is with',
    ...remedies(problems),
    `${commandLine(connection.workspace, `problems ${id}`)}  lists all problems.`,
  ].join('\n')
}

/** The lines that were left out of a file whose other rows were loaded. */
export async function describeLeftOut(connection: Connection, { id, rowPolicy, rows }: Upload): Promise<string> {
  if (rowPolicy !== 'valid' || rows.problems === 0) return ''
  const { problems, total } = await fetchProblems(connection, id)
  if (total === 0) return ''
  const rest = total > problems.length ? `\n${commandLine(connection.workspace, `problems ${id}`)}  lists all.` : ''
  const head = `Left out, for ${counted(total, 'problem')}:`
  return `\n${[head, ...listProblems(problems, total)].join('\n')}${rest}`
}

function listProblems(problems: Problem[], total: number): string[] {
  const rest = total - problems.length
  return [...problems.map((problem) => `  ${printProblem(problem)}`), ...(rest > 0 ? [`  and ${rest} more`] : [])]
}

/** What one correction mends, once, with how often it is to be mended. */
function listCauses(causes: ProblemList['causes'], total: number): string[] {
  const shown = causes.slice(0, problemsShown)
  const rest = shown.reduce((left, { problems }) => left - problems, total)
  const told = shown.map(({ found, lines, problems, ...cause }) => {
    const first = { ...cause, found: found ?? lines[0]?.found ?? '', line: lines[0]?.line ?? 0 }
    return `  ${printProblem(first)}${problems > 1 ? ` (and ${problems - 1} more like it)` : ''}`
  })
  return [...told, ...(rest > 0 ? [`  and ${rest} more`] : [])]
}

function remedies(problems: Problem[]): string[] {
  const lines = [...new Set(problems.map(({ line }) => line))].filter((line) => line > 0)
  if (lines.length === 0) return ["  --mapping 'amount=Betrag'  if a column has another name (field=column)"]
  return [
    '  --row-policy valid     to load the other rows',
    `  --exclude ${lines.slice(0, 5).join(',').padEnd(13)}to leave out lines that you name`,
    `  mend ID '${lines[0]}:COLUMN=TEXT'  to have a cell read as if something else stood in it`,
  ]
}
