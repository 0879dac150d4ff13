import { Upload } from '../../contract/upload.ts'
import { awaitUpload } from './await-upload.ts'
import { CliError } from './cli-error.ts'
import { commandLine } from './command.ts'
import { answerOf, type Connection } from './connect.ts'
import { describeRejection } from './print-problems.ts'
import type { ProgressBar } from './show-progress.ts'
import { printable } from './show-table.ts'

/** Commits what `preview` shows and waits for the outcome. */
export async function commitUpload(
  connection: Connection,
  { id, preview, restate }: { id: string; preview: string; restate?: string | undefined },
  bar: ProgressBar,
): Promise<Upload> {
  const { api, workspace } = connection
  await answerOf(
    Upload,
    await api.uploads[':id'].commit.$post({
      param: { workspace, id },
      json: { preview, ...(restate === undefined ? {} : { restate }) },
    }),
  )
  return awaitUpload(connection, id, bar)
}

/** Ends the command with the reason unless the upload came to the state that was wanted. */
export async function requireState(
  connection: Connection,
  upload: Upload,
  wanted: 'ready' | 'committed' | 'reverted',
): Promise<void> {
  const { state, id } = upload
  if (state === wanted) return
  if (state === 'rejected' && upload.rows.problems > 0) {
    throw new CliError(await describeRejection(connection, upload))
  }
  if (state === 'ready') {
    const command = commandLine(connection.workspace, `commit ${id}`)
    throw new CliError(
      `The books changed meanwhile: nothing was committed. Look at the new preview, then commit it:\n  ${command}`,
    )
  }
  const warnings = upload.warnings.map(({ message }) => printable(message)).join(' ')
  throw new CliError(
    `The upload is ${state}${wanted === 'reverted' ? ': it was not reverted' : ''}. ${warnings}`.trim(),
  )
}
