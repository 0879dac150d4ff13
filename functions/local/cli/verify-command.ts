import { VerifyLine } from '../../api/verify-line.ts'
import type { Verification } from '../../contract/snapshot.ts'
import { CliError } from './cli-error.ts'
import { type Command, type CommandContext, workspaceOf } from './command.ts'
import { connect, problemSentence } from './connect.ts'
import { createProgressBar } from './show-progress.ts'
import { counted, formatTable } from './show-table.ts'

export const verifyCommand: Command = {
  usage: 'verify-books',
  options: {},
  words: { min: 0, max: 0 },
  run: runVerify,
}

async function runVerify(context: CommandContext): Promise<void> {
  const { api, workspace } = await connect(context.environment, workspaceOf(context))
  const response = await api.verify.$post({ param: { workspace } })
  if (!response.ok || !response.body) {
    const text = await response.text()
    throw new CliError(problemSentence(text) ?? text)
  }
  const bar = createProgressBar()
  const verification = await readVerification(response.body, (done, total, what) =>
    bar.show(done, total, what),
  ).finally(bar.clear)
  context.print(context.json ? JSON.stringify(verification, null, 2) : printVerification(verification))
  const { findings } = verification
  if (findings.length > 0) throw new CliError(`The books do not hold: ${counted(findings.length, 'finding')}.`)
}

async function readVerification(
  body: ReadableStream<Uint8Array>,
  onProgress: (done: number, total: number, what: string) => void,
): Promise<Verification> {
  for await (const text of linesOf(body)) {
    const line = VerifyLine.parse(JSON.parse(text))
    if ('findings' in line) return line
    if ('code' in line) throw new CliError(`${line.title} (${line.code}). ${line.detail}`)
    onProgress(line.done, line.total, line.what)
  }
  throw new CliError('The verification broke off. Start it again.')
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines.filter((line) => line !== '')
  }
  if (rest !== '') yield rest
}

function printVerification({ snapshot, uploads, blocks, months, rows, findings }: Verification): string {
  const counts = formatTable(
    ['snapshot', 'uploads', 'months', 'blocks', 'rows'],
    [[snapshot, uploads, months, blocks, rows]],
  )
  if (findings.length === 0) return `${counts}\n\nThe books hold.`
  const found = findings.map(({ law, where, message }) => [law, where, message])
  return `${counts}\n\n${formatTable(['law', 'where', 'what'], found)}`
}
