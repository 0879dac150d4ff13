import type { SnapshotList, SnapshotSummary } from '../../../../functions/contract/snapshot.ts'
import { answerOf, api } from '../../api/client.ts'
import { type Answer, useAnswer } from '../../api/use-answer.ts'

/** Snapshots that are listed at most, newest first. */
const snapshotsMax = 2000
const pageRows = 200

export type Snapshots = { rows: SnapshotSummary[]; cut: boolean }

export function useAllSnapshots(workspace: string): Answer<Snapshots> {
  return useAnswer(['all snapshots', workspace], () =>
    readSnapshots((page) => answerOf(api.snapshots.$get({ param: { workspace }, query: page }))),
  )
}

type Ask = (page: { limit: number; cursor?: string }) => Promise<SnapshotList>

async function readSnapshots(ask: Ask): Promise<Snapshots> {
  const rows: SnapshotSummary[] = []
  let next: string | null = null
  do {
    const page: SnapshotList = await ask({ limit: pageRows, ...(next === null ? {} : { cursor: next }) })
    rows.push(...page.snapshots)
    next = page.next
  } while (next !== null && rows.length < snapshotsMax)
  return { rows, cut: next !== null }
}
