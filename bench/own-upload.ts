import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { WorkspaceId } from '../functions/contract/ids.ts'
import { Upload } from '../functions/contract/upload.ts'
import { awaitUpload } from '../functions/local/cli/await-upload.ts'
import { answerOf, type Connection, connect } from '../functions/local/cli/connect.ts'
import { sendFile } from '../functions/local/cli/send-file.ts'
import { readEnvironment } from '../functions/local/environment.ts'
import { startTableServer } from '../functions/local/table-server.ts'
import { localDynamoClient } from '../functions/store/dynamo-client.ts'
import { booksIn } from '../functions/store/open-books.ts'
import type { Books } from '../functions/store/ports.ts'
import { type Dataset, openDataset, outDir } from './dataset.ts'
import { median } from './measure-task.ts'
import { sumTierwise } from './own-report.ts'
import { startService } from './own-service.ts'
import type { TaskInput, Timed } from './tasks.ts'
import { timeRun } from './time-run.ts'

export type OwnUpload = {
  /** Sending, checking and committing both files. */
  uploadMs: number
  cold: ColdRead
}
/** `firstMs` in a process that has never answered; `medianMs` with its code warm and nothing of the books in memory. */
export type ColdRead = { firstMs: number; medianMs: number; items: number; bytes: number; readUnits: number }

const coldRuns = 7
const bar = { show: () => undefined, clear: () => undefined }

/** The whole way through the API into the embedded table, by the command line's own code; then cold reports from it. */
export async function uploadWithTierwise({ scale }: TaskInput): Promise<Timed<OwnUpload>> {
  const dataset = openDataset(scale)
  const tableDir = mkdtempSync(join(outDir, 'table-'))
  const table = await startTableServer({ dir: tableDir })
  try {
    const command = [process.execPath, 'functions/local/main.ts']
    const service = await startService(command, { SAMPLE: 'off', DYNAMODB_ENDPOINT: table.endpoint })
    let timed: Timed<undefined>
    try {
      timed = await sendAll(service.address, service.dataDir, dataset)
    } finally {
      await service.stop()
    }
    const cold = await readCold(table.endpoint)
    return { ...timed, result: { uploadMs: timed.wallMs, cold } }
  } finally {
    await table.stop()
    rmSync(tableDir, { recursive: true, force: true })
  }
}

async function sendAll(address: string, dataDir: string, dataset: Dataset): Promise<Timed<undefined>> {
  const environment = readEnvironment({ DATA_DIR: dataDir, TIERWISE_URL: address })
  const connection = await connect(environment, 'main')
  for (const kind of ['campaigns', 'creators'] as const) await uploadFile(connection, dataset[kind], kind)
  return timeRun(async () => {
    for (const kind of ['spend', 'results'] as const) await uploadFile(connection, dataset[kind], kind)
    return undefined
  })
}

/** Sends, checks and commits a file; throws where it does not get through. */
export async function uploadFile(connection: Connection, path: string, kind: Upload['kind']): Promise<void> {
  const { api, workspace } = connection
  const { id } = await sendFile(connection, { path, kind }, bar)
  const param = { workspace, id }
  await answerOf(Upload, await api.uploads[':id'].check.$post({ param, json: {} }))
  await commitUpload(connection, await awaitUpload(connection, id, bar))
}

/** Commits what is ready; throws for every other state. */
export async function commitUpload(connection: Connection, { id, filename, state, preview }: Upload): Promise<void> {
  if (state !== 'ready' || preview === null) throw new Error(`${filename} is ${state}`)
  const param = { workspace: connection.workspace, id }
  await answerOf(Upload, await connection.api.uploads[':id'].commit.$post({ param, json: { preview } }))
  const committed = await awaitUpload(connection, id, bar)
  if (committed.state !== 'committed') throw new Error(`${filename} is ${committed.state}`)
}

async function readCold(endpoint: string): Promise<ColdRead> {
  const client = localDynamoClient(endpoint)
  const runs: number[] = []
  let read = { items: 0, bytes: 0, readUnits: 0 }
  for (let run = 0; run <= coldRuns; run++) {
    const books = booksIn(client, 'tierwise')(WorkspaceId.parse('main'))
    // A connection is open already where a function is warm.
    if (run === 0) await books.ledger.head()
    const counted = countReads(books)
    const { wallMs } = await timeRun(() => sumTierwise(counted.books))
    runs.push(wallMs)
    read = counted.read
  }
  client.destroy()
  const [firstMs = 0, ...rest] = runs
  return { firstMs, medianMs: median(rest), ...read }
}

/** Rollups, days and directory that are read; half a unit for each started 4 KB, as eventually consistent reads cost. */
function countReads(books: Books): { books: Books; read: { items: number; bytes: number; readUnits: number } } {
  const read = { items: 0, bytes: 0, readUnits: 0 }
  const chunks: Books['chunks'] = {
    ...books.chunks,
    async read(keys) {
      const found = await books.chunks.read(keys)
      for (const { length } of found) {
        read.items++
        read.bytes += length
        read.readUnits += Math.ceil((length + 120) / 4096) / 2
      }
      return found
    },
  }
  return { books: { ...books, chunks }, read }
}
