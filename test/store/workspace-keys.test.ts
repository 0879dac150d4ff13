import { expect, test } from 'vitest'
import { type NameId, WorkspaceId } from '../../functions/contract/ids.ts'
import { newVetting } from '../../functions/domain/vetting/vetting-record.ts'
import type { Books } from '../../functions/store/ports.ts'
import { aMapping } from '../support/a-mapping.ts'
import { aScenario } from '../support/a-scenario.ts'
import { aView } from '../support/a-view.ts'
import {
  aChangeRecord,
  anInstant,
  aPreview,
  aSnapshot,
  aUploadRecord,
  changeId,
  someSettings,
  stagingId,
  uploadId,
} from '../support/builders.ts'
import { freshWorkspace, openTamperedBooks, testTable } from '../support/table.ts'
import { guardWorkspace } from '../support/workspace-guard.ts'

/** Every call of every port once. */
async function useAll(books: Books): Promise<void> {
  const {
    ledger,
    uploads,
    changes,
    parts,
    problems,
    names,
    chunks,
    stagings,
    refusals,
    mappings,
    scenarios,
    vettings,
    views,
  } = books
  const upload = uploadId(1)
  const staging = stagingId(1)
  const chunk = { place: 'MONTH#2026-03', key: 'BLOCK#1', bytes: Uint8Array.of(1) }
  const name = { id: '0123456789ab', kind: 'creator' as const, text: 'Anna', hash: '0123456789ab' }
  await ledger.create({ nameKey: 'key', settings: someSettings, at: anInstant, by: 'a@example.com' })
  await uploads.create(aUploadRecord({ attempt: 1, task: { kind: 'check' } }))
  await uploads.progress(upload, 1, aUploadRecord().progress)
  await uploads.update(aUploadRecord())
  await changes.create(aChangeRecord({ attempt: 1, task: { kind: 'stage' } }))
  await changes.progress(changeId(1), 1, aChangeRecord().progress)
  await changes.update(aChangeRecord())
  await parts.put(upload, { part: 1, bytes: 1, storedBytes: 1, sha256: 'a' }, Uint8Array.of(1))
  await problems.put(upload, staging, [])
  await names.put([name])
  const refused = { of: 'creator' as const, names: ['0123456789ab', '0123456789ac'] as [string, string] }
  await refusals.put([{ ...refused, by: 'a@example.com', at: anInstant }])
  await vettings.put({ ...newVetting('0123456789ab' as NameId), shortlisted: { by: 'a@example.com', at: anInstant } })
  await mappings.create(aMapping())
  await mappings.update(aMapping())
  await mappings.used(aMapping(), { at: anInstant, upload })
  await scenarios.put(aScenario())
  await views.put(aView())
  await views.update(aView())
  await chunks.write([chunk])
  await stagings.note(upload, staging, [chunk.place])
  await ledger.putPreview(upload, staging, aPreview())
  await ledger.publish({
    snapshot: aSnapshot(),
    uploads: [aUploadRecord({ version: 1 })],
    change: aChangeRecord({ version: 1 }),
    staging: { owner: upload, id: staging },
  })
  await readAll(books)
  await chunks.remove([chunk])
  await refusals.remove([refused])
  await mappings.remove(aMapping())
  await scenarios.remove(aScenario().id)
  await views.remove(aView().id)
  await stagings.keepProblems(upload, staging, [chunk.place])
  await stagings.forget(upload, staging)
}

async function readAll({
  ledger,
  uploads,
  changes,
  parts,
  problems,
  names,
  chunks,
  stagings,
  refusals,
  mappings,
  scenarios,
  vettings,
  views,
}: Books) {
  const upload = uploadId(1)
  const staging = stagingId(1)
  return [
    await ledger.head(),
    await ledger.snapshot(0),
    await ledger.summaries({ limit: 10 }),
    await ledger.preview(upload, staging),
    await uploads.get(upload),
    await uploads.list({ limit: 10 }),
    await uploads.list({ limit: 10, cursor: uploadId(5) }),
    await changes.get(changeId(1)),
    await changes.list({ limit: 10 }),
    await parts.list(upload),
    await parts.get(upload, 1),
    await problems.list(upload, staging, { limit: 10 }),
    [...(await names.get(['0123456789ab'])), ...(await names.all())],
    await chunks.list('MONTH#2026-03', ''),
    await stagings.list(upload),
    await refusals.list('creator'),
    await vettings.list(),
    await vettings.get('0123456789ab' as NameId),
    await mappings.list(),
    await mappings.find('spend', aMapping().shape),
    await scenarios.list(),
    await scenarios.find(aScenario().id),
    await views.list(),
    await views.find(aView().id),
  ]
}

test('no call of any port names a key of another workspace', async () => {
  const workspace = freshWorkspace()
  await useAll(await openTamperedBooks((client) => guardWorkspace(client, workspace), workspace))
})

test('the guard itself refuses another workspace, also one whose name goes on', async () => {
  const workspace = freshWorkspace()
  const longer = WorkspaceId.parse(`${workspace}-2`)
  const books = await openTamperedBooks((client) => guardWorkspace(client, workspace), longer)
  await expect(books.ledger.head()).rejects.toThrow(/names W#/)
  await expect(books.names.all()).rejects.toThrow(/names W#/)
})

test('what one workspace holds, another does not see, also not from memory', async () => {
  const { openBooks } = await testTable()
  const workspace = freshWorkspace()
  const books = openBooks(workspace)
  const chunk = { place: 'MONTH#2026-03', key: 'BLOCK#1', bytes: Uint8Array.of(1) }
  await useAll(books)
  await books.chunks.write([chunk])
  for (const other of [WorkspaceId.parse(`${workspace}-2`), WorkspaceId.parse(workspace.slice(0, -1))]) {
    const seen = await readAll(openBooks(other))
    const nothing = [undefined, [], { items: [], next: null }]
    for (const value of seen) expect(nothing).toContainEqual(value)
    await expect(openBooks(other).chunks.read([chunk])).rejects.toThrow(/missing/)
  }
})
