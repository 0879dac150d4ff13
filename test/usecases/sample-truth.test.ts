import { expect, test } from 'vitest'
import { UploadId } from '../../functions/contract/ids.ts'
import { ReportQuery } from '../../functions/contract/report.ts'
import { describeTruth } from '../../functions/local/sample/describe-truth.ts'
import { loadSample } from '../../functions/local/sample/load-sample.ts'
import type { Queue } from '../../functions/store/ports.ts'
import { answerReport } from '../../functions/usecases/answer-report.ts'
import { createWorkspace } from '../../functions/usecases/create-workspace.ts'
import { makeUploadId } from '../../functions/usecases/make-upload-id.ts'
import { runTask } from '../../functions/usecases/run-task.ts'
import { verifyBooks } from '../../functions/usecases/verify-books.ts'
import { someSettings } from '../support/builders.ts'
import { freshWorkspace, testTable } from '../support/table.ts'

async function sampleBooks() {
  const workspace = freshWorkspace()
  const books = (await testTable()).openBooks(workspace)
  const now = () => '2026-07-01T00:00:00.000Z'
  let made = 0
  const newId = () => UploadId.parse(makeUploadId(1_782_864_000_000 + ++made, new Uint8Array(16)))
  const log = () => {}
  const queue: Queue = { send: (of, id) => runTask({ books, now, log }, of, id) }
  await createWorkspace({ books, now, newKey: () => 'key' }, someSettings)
  await loadSample({ books, workspace, queue, now, newId, log, signal: new AbortController().signal })
  return books
}

test('the sample is reported as it was made up, to the cent', async () => {
  const books = await sampleBooks()
  const truth = describeTruth()
  const report = await answerReport({ books }, ReportQuery.parse({}))
  for (const tier of ['nano', 'micro', 'macro'] as const) {
    const { expectedConversions: _, ...sums } = truth.tiers[tier]
    expect({ tier, ...report.tiers[tier] }).toMatchObject({ tier, ...sums })
  }
  expect(report.reconciliation).toMatchObject({
    overheadMinor: truth.overheadMinor,
    unmatchedMinor: truth.unmatchedMinor,
  })
  expect((await verifyBooks({ books })).findings).toEqual([])
})
