import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Upload, UploadState } from '../../functions/contract/upload.ts'
import { type AtEnd, type LocalProcess, ownFolder, startProcess } from '../support/local-service.ts'
import { clientOf, packParts, problemIn, type ServiceClient } from '../support/local-service-client.ts'

// Services are started and driven from outside, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const undos: (() => void | Promise<void>)[] = []
const atEnd: AtEnd = (undo) => void undos.unshift(undo)
let service: LocalProcess
let client: ServiceClient
beforeAll(async () => {
  service = await startProcess({ dataDir: await ownFolder(atEnd) }, atEnd)
  client = clientOf(service)
})
afterAll(async () => {
  for (const undo of undos) await undo()
})

const header = 'date,campaign,creator,line_id,amount,currency'
const restingStates: UploadState[] = ['ready', 'rejected', 'failed', 'committed', 'reverted', 'cancelled']

/** A file of one line. */
const oneLine = (id: string, amount: string) => `${header}\n2026-03-02,Spring,@anna,${id},${amount},USD\n`

const ledgerMinor = async (): Promise<number> => JSON.parse(await client.report()).reconciliation.ledgerMinor

/** Sends requests at once; their statuses, and no failure of ours among them. */
async function atOnce(requests: (() => Promise<Response>)[]): Promise<Response[]> {
  const answers = await Promise.all(requests.map((request) => request()))
  for (const answer of answers) expect(answer.status).toBeLessThan(500)
  return answers
}

const asking = (verb: string, { id, preview }: Upload) => {
  return () => client.call('POST', `/uploads/${id}/${verb}`, verb === 'commit' ? { preview } : {})
}

/** Commits again as long as the books have moved. */
async function commitAtLast(upload: Upload): Promise<Upload> {
  let now = await client.reach(upload.id, ...restingStates)
  for (let tries = 0; now.state === 'ready' && tries < 10; tries++) {
    expect(now.warnings.map(({ code }) => code)).toContain('preview-changed')
    now = await client.commit(now)
  }
  return now
}

/** Since `before`, exactly these actions on these uploads, in any order; and the books hold. */
async function expectActions(before: number, expected: string[]): Promise<void> {
  const since = (await client.snapshots()).filter(({ number }) => number > before)
  expect(since.map(({ action, upload }) => `${action} ${upload}`).sort()).toEqual([...expected].sort())
  expect((await client.verify()).findings).toEqual([])
}

const head = async (): Promise<number> => (await client.snapshots())[0]?.number ?? -1

test('two commits at once of uploads that were prepared on the same head both count', async () => {
  const [before, ledger] = [await head(), await ledgerMinor()]
  const uploads = [
    await client.prepare('spend', 'one.csv', oneLine('a1', '10.00')),
    await client.prepare('spend', 'two.csv', oneLine('a2', '20.00')),
  ]
  await atOnce(uploads.map((upload) => asking('commit', upload)))
  const ended = await Promise.all(uploads.map(commitAtLast))
  expect(ended.map(({ state }) => state)).toEqual(['committed', 'committed'])
  await expectActions(
    before,
    uploads.map(({ id }) => `committed ${id}`),
  )
  expect(await ledgerMinor()).toBe(ledger + 3000)
})

test('of two commits at once that correct each other, the later is shown its correction before it counts', async () => {
  const [before, ledger] = [await head(), await ledgerMinor()]
  const amounts = ['10.00', '25.00']
  const uploads: Upload[] = []
  for (const amount of amounts) uploads.push(await client.prepare('spend', `${amount}.csv`, oneLine('b1', amount)))
  await atOnce(uploads.map((upload) => asking('commit', upload)))
  const ended = await Promise.all(uploads.map(({ id }) => client.reach(id, ...restingStates)))
  const back = ended.filter(({ state }) => state === 'ready')
  expect(back).toHaveLength(1)
  expect(back[0]).toMatchObject({ rows: { corrected: 1, new: 0 } })
  for (const upload of back) expect((await commitAtLast(upload)).state).toBe('committed')
  await expectActions(
    before,
    uploads.map(({ id }) => `committed ${id}`),
  )
  const last = (await client.snapshots())[0]?.upload
  expect(await ledgerMinor()).toBe(ledger + (last === uploads[0]?.id ? 1000 : 2500))
})

test('the same commit ten times at once is one commit, and so are ten reverts one revert', async () => {
  const [before, ledger] = [await head(), await ledgerMinor()]
  const upload = await client.prepare('spend', 'same.csv', oneLine('c1', '10.00'))
  const commits = await atOnce(Array.from({ length: 10 }, () => asking('commit', upload)))
  expect(commits.filter(({ status }) => status === 202)).toHaveLength(1)
  expect(commits.filter(({ status }) => status === 200)).toHaveLength(9)
  expect((await client.reach(upload.id, ...restingStates)).state).toBe('committed')
  expect((await client.call('POST', `/uploads/${upload.id}/commit`, { preview: upload.preview })).status).toBe(200)
  expect(await ledgerMinor()).toBe(ledger + 1000)
  const reverts = await atOnce(Array.from({ length: 10 }, () => asking('revert', upload)))
  expect(reverts.filter(({ status }) => status === 202)).toHaveLength(1)
  expect((await client.reach(upload.id, 'reverted')).state).toBe('reverted')
  await expectActions(before, [`committed ${upload.id}`, `reverted ${upload.id}`])
  expect(await ledgerMinor()).toBe(ledger)
})

test('of a commit and a cancel at once exactly one happens', async () => {
  for (let round = 0; round < 4; round++) {
    const before = await head()
    const upload = await client.prepare('spend', 'either.csv', oneLine(`d${round}`, '10.00'))
    const verbs = round % 2 === 0 ? ['commit', 'cancel'] : ['cancel', 'commit']
    const answers = await atOnce(verbs.map((verb) => asking(verb, upload)))
    const done = verbs.filter((_, i) => answers[i]?.ok)
    expect(done).toHaveLength(1)
    for (const answer of answers) {
      if (!answer.ok) expect(['upload-state', 'conflict']).toContain((await problemIn(answer)).code)
    }
    const expected = done[0] === 'commit' ? 'committed' : 'cancelled'
    expect((await client.reach(upload.id, ...restingStates.filter((state) => state !== 'ready'))).state).toBe(expected)
    await expectActions(before, expected === 'committed' ? [`committed ${upload.id}`] : [])
  }
})

test('of two replacements of one upload at once exactly one takes its place', async () => {
  const [before, ledger] = [await head(), await ledgerMinor()]
  const old = await client.commit(await client.prepare('spend', 'old.csv', oneLine('e1', '10.00')))
  const replacements: Upload[] = []
  for (const amount of ['11.00', '12.00']) {
    const bytes = Buffer.from(oneLine('e1', amount))
    const created = await client.call('POST', '/uploads', {
      kind: 'spend',
      filename: `${amount}.csv`,
      bytes: bytes.length,
      replaces: old.id,
    })
    const { id } = await created.json()
    for (const { part, packed } of packParts(bytes)) await client.put(id, part, packed)
    await client.post(id, 'check')
    replacements.push(await client.reach(id, 'ready'))
  }
  await atOnce(replacements.map((upload) => asking('commit', upload)))
  const ended = await Promise.all(replacements.map(({ id }) => client.reach(id, ...restingStates)))
  const winner = ended.find(({ state }) => state === 'committed')
  const loser = ended.find(({ state }) => state !== 'committed')
  expect(winner?.replaces).toBe(old.id)
  expect(loser?.state).toBe('rejected')
  expect(loser?.warnings.at(-1)?.message).toMatch(/no longer counts/)
  await expectActions(before, [`committed ${old.id}`, `replaced ${winner?.id}`])
  expect(await client.show(old.id)).toMatchObject({ state: 'reverted', replacedBy: winner?.id })
  expect(await ledgerMinor()).toBe(ledger + (winner?.filename === '11.00.csv' ? 1100 : 1200))
})

test('parts come in parallel, out of order, twice and broken, and the file is what was sent', async () => {
  const ledger = await ledgerMinor()
  const rows = Array.from({ length: 24_000 }, (_, i) => `2026-03-02,Spring,@anna,f${i},0.01,USD\n`)
  const bytes = Buffer.from(`${header}\n${rows.join('')}`)
  const parts = packParts(bytes)
  expect(parts.length).toBeGreaterThan(3)
  const id = await client.announce('spend', 'parts.csv', bytes.length)
  const early = await client.call('POST', `/uploads/${id}/check`, {})
  expect(await problemIn(early)).toMatchObject({ status: 409, code: 'part-missing' })
  const last = parts.at(-1)
  if (!last) throw new Error('there are parts')
  expect((await client.put(id, last.part, last.packed)).status).toBe(200)
  const gap = await problemIn(await client.call('POST', `/uploads/${id}/check`, {}))
  expect(gap).toMatchObject({ code: 'part-missing' })
  expect(gap.detail).toContain(`Missing: part 1, 2`)
  const wrong = digestHeader(Buffer.from('something else'))
  const [first] = parts
  if (!first) throw new Error('there are parts')
  expect(await problemIn(await client.put(id, 1, first.packed, wrong))).toMatchObject({ code: 'part-digest-mismatch' })
  const malformed = await client.put(id, 1, first.packed, { 'Content-Digest': 'sha-256=abc' })
  expect(await problemIn(malformed)).toMatchObject({ status: 400, code: 'invalid-request' })
  const sends = [...parts, ...parts].reverse().map(({ part, packed }) => {
    return () => client.put(id, part, packed, digestHeader(packed))
  })
  for (const answer of await atOnce(sends)) expect(answer.status).toBe(200)
  await atOnce([1, 2, 3].map(() => () => client.call('POST', `/uploads/${id}/check`, {})))
  const ready = await client.reach(id, ...restingStates)
  expect(ready).toMatchObject({ state: 'ready', rows: { read: 24_000, new: 24_000 } })
  const late = await client.put(id, 1, last.packed)
  expect(await problemIn(late)).toMatchObject({ status: 409, code: 'upload-state' })
  await commitAtLast(await client.commit(ready))
  expect(await ledgerMinor()).toBe(ledger + 24_000)
  for (const { part, packed } of parts) {
    const kept = Buffer.from(await (await client.call('GET', `/uploads/${id}/parts/${part}`)).arrayBuffer())
    expect(kept.equals(packed)).toBe(true)
  }
})

test('a storm of every request at once leaves books that equal what is committed', async () => {
  const ledger = await ledgerMinor()
  const uploads: Upload[] = []
  for (let n = 0; n < 5; n++) {
    uploads.push(await client.prepare('spend', `storm-${n}.csv`, oneLine(`g${n}`, `${10 ** n}.00`)))
  }
  const preview = (action: string, { id }: Upload) => {
    return () => client.call('POST', `/uploads/${id}/preview`, { action })
  }
  for (let wave = 0; wave < 2; wave++) {
    const present = await Promise.all(uploads.map(({ id }) => client.show(id)))
    const requests = present.flatMap((upload, n) => [
      asking('commit', upload),
      ...(n === wave ? [asking('cancel', upload)] : []),
      asking('revert', upload),
      preview(n % 2 === 0 ? 'commit' : 'revert', upload),
      asking('check', upload),
      asking('commit', upload),
    ])
    await atOnce(requests)
  }
  const ended = await Promise.all(uploads.map(({ id }) => client.reach(id, ...restingStates)))
  const counted = ended.flatMap(({ state }, n) => (state === 'committed' ? [100 * 10 ** n] : []))
  expect(ended.map(({ state }) => state)).not.toContain('failed')
  expect(await ledgerMinor()).toBe(ledger + counted.reduce((sum, minor) => sum + minor, 0))
  expect((await client.verify()).findings).toEqual([])
  expect(service.log()).not.toContain('"level":"error"')
})

function digestHeader(bytes: Uint8Array): Record<string, string> {
  return { 'Content-Digest': `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:` }
}
