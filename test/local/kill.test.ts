import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import type { Upload } from '../../functions/contract/upload.ts'
import { type LocalProcess, ownFolder, startProcess, tableServersOf, until } from '../support/local-service.ts'
import { clientOf, type ServiceClient } from '../support/local-service-client.ts'

// Services are started again and again, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 })

const header =
  'date,campaign,creator,platform,post,followers,impressions,engagements,clicks,conversions,revenue,currency'
const resultRows = 60_000

/** Results over seven months: a post of one creator is followed for 210 days. */
function resultsFile(rows: number, salt: number): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const day = new Date(Date.UTC(2026, 0, 1 + (i % 210))).toISOString().slice(0, 10)
    const post = Math.trunc(i / 210)
    const creator = (post * 7 + salt) % 400
    const clicks = (i * 31 + salt) % 977
    const followers = creator % 3 === 0 ? 250_000 + creator : 4000 + creator
    const revenue = `${(i * 17 + salt) % 503}.${String(i % 100).padStart(2, '0')}`
    return `${day},Campaign ${creator % 9},@c${creator},instagram,p${salt}-${post},${followers},${clicks * 40},${clicks * 3},${clicks},${clicks % 11},${revenue},USD`
  })
  return `${header}\n${lines.join('\n')}\n`
}

function spendFile(rows: number, salt: number): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const day = new Date(Date.UTC(2026, 0, 1 + ((i * 3 + salt) % 90))).toISOString().slice(0, 10)
    return `${day},Campaign ${i % 9},@c${i % 400},instagram,fee,L${salt}-${i},paid,${100 + ((i * 13 + salt) % 900)}.${String((i + salt) % 100).padStart(2, '0')},USD`
  })
  return `date,campaign,creator,platform,category,line_id,status,amount,currency\n${lines.join('\n')}\n`
}

/** One service that is killed and started again on the same folder. */
class Mortal {
  service: LocalProcess
  client: ServiceClient
  constructor(service: LocalProcess) {
    this.service = service
    this.client = clientOf(service)
  }
  static async start(): Promise<Mortal> {
    return new Mortal(await startProcess({ dataDir: await ownFolder() }))
  }
  async killAndRestart(): Promise<void> {
    const { dataDir } = this.service
    await this.service.kill()
    this.service = await startProcess({ dataDir })
    this.client = clientOf(this.service)
  }
  /** Asks for work, kills the process `afterMs` later, and starts it again. @returns when it was killed */
  async killDuring(ask: (client: ServiceClient) => Promise<Upload>, afterMs: number): Promise<string> {
    await ask(this.client)
    if (afterMs > 0) await sleep(afterMs)
    const at = new Date().toISOString()
    await this.killAndRestart()
    return at
  }
}

const actionsOf = async ({ client }: Mortal) =>
  (await client.snapshots()).map(({ action, filename }) => `${action} ${filename}`).reverse()

/** Both have the same history: the same report, the same actions, and books that hold. */
async function expectSameBooks(killed: Mortal, undisturbed: Mortal): Promise<void> {
  for (const query of ['', '?from=2026-02-03&to=2026-03-17&platform=instagram', '?overhead=spread&basis=campaign']) {
    expect(await killed.client.report(query)).toBe(await undisturbed.client.report(query))
  }
  expect(await actionsOf(killed)).toEqual(await actionsOf(undisturbed))
  const verification = await killed.client.verify()
  expect(verification.findings).toEqual([])
  expect(verification.rows).toBe((await undisturbed.client.verify()).rows)
}

test('a check that is killed while rows are read and while months are folded ends by itself after a restart', async () => {
  const file = resultsFile(resultRows, 1)
  const undisturbed = await Mortal.start()
  const calm = await undisturbed.client.prepare('results', 'results.csv', file)
  const killed = await Mortal.start()
  const id = await killed.client.send('results', 'results.csv', file)
  await killed.client.post(id, 'check')
  const moments: ((upload: Upload) => boolean)[] = [
    ({ progress }) => progress.rows > 0 && progress.months === 0,
    ({ progress }) => progress.months > 0 && progress.months < progress.monthsTotal,
  ]
  for (const moment of moments) {
    let seen = await killed.client.show(id)
    await until('the check moves', async () => {
      seen = await killed.client.show(id)
      return seen.state !== 'checking' || moment(seen)
    })
    expect(seen.state).toBe('checking')
    await killed.killAndRestart()
  }
  const ready = await killed.client.reach(id, 'ready', 'rejected', 'failed')
  expect(ready).toMatchObject({
    state: 'ready',
    rows: calm.rows,
    totals: calm.totals,
    months: calm.months,
    warnings: calm.warnings,
  })
  await Promise.all([undisturbed.client.commit(calm), killed.client.commit(ready)])
  await expectSameBooks(killed, undisturbed)
})

test('commits and reverts that are killed at any moment happen once', async () => {
  const momentsMs = [0, 4, 25]
  const prepareBoth = async (client: ServiceClient, round: number): Promise<[Upload, Upload]> => [
    await client.prepare('spend', `spend-${round}.csv`, spendFile(300, round)),
    await client.prepare('results', `results-${round}.csv`, resultsFile(600, 100 + round)),
  ]
  const begin = ({ client }: Mortal) =>
    client.prepare('results', 'results.csv', resultsFile(2000, 2)).then((upload) => client.commit(upload))

  const runUndisturbed = async (): Promise<Mortal> => {
    const undisturbed = await Mortal.start()
    const { client } = undisturbed
    await begin(undisturbed)
    for (const round of momentsMs.keys()) {
      const [spend, results] = await prepareBoth(client, round)
      await client.commit(spend)
      await client.commit(results)
      await client.post(spend.id, 'revert')
      await client.reach(spend.id, 'reverted')
    }
    return undisturbed
  }

  let finishedLater = 0
  const runKilled = async (): Promise<Mortal> => {
    const killed = await Mortal.start()
    await begin(killed)
    for (const [round, afterMs] of momentsMs.entries()) {
      const [spend, results] = await prepareBoth(killed.client, round)
      // The first is on the head, so that its commit is one transaction; the other must then be staged anew.
      for (const { id, preview } of [spend, results]) {
        const killedAt = await killed.killDuring((client) => client.post(id, 'commit', { preview }), afterMs)
        const { state, committedAt } = await killed.client.reach(id, 'committed', 'ready', 'rejected', 'failed')
        expect(state).toBe('committed')
        if (committedAt !== null && committedAt > killedAt) finishedLater++
      }
      const killedAt = await killed.killDuring((client) => client.post(spend.id, 'revert'), afterMs)
      const { state, revertedAt } = await killed.client.reach(spend.id, 'reverted', 'committed', 'failed')
      expect(state).toBe('reverted')
      if (revertedAt !== null && revertedAt > killedAt) finishedLater++
    }
    return killed
  }

  const [killed, undisturbed] = await Promise.all([runKilled(), runUndisturbed()])
  expect(finishedLater).toBeGreaterThan(0)
  await expectSameBooks(killed, undisturbed)
})

test('the table server dies with its process, and a restart works at once, twice', async () => {
  const mortal = await Mortal.start()
  await mortal.client.commit(await mortal.client.prepare('spend', 'spend.csv', spendFile(50, 1)))
  const report = await mortal.client.report()
  const before = await tableServersOf(mortal.service.dataDir)
  expect(before).toHaveLength(1)
  for (let time = 0; time < 2; time++) {
    await mortal.killAndRestart()
    expect(await mortal.client.report()).toBe(report)
  }
  await until('one table server is left', async () => (await tableServersOf(mortal.service.dataDir)).length === 1)
  expect(await tableServersOf(mortal.service.dataDir)).not.toEqual(before)
  expect(mortal.service.log()).toBe('')
  await mortal.service.kill()
  await until('no table server is left', async () => (await tableServersOf(mortal.service.dataDir)).length === 0)
})
