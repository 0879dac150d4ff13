import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { CodedError } from '../../functions/contract/problem.ts'
import { lockFolder } from '../../functions/local/lock-folder.ts'
import { writeLog } from '../../functions/local/write-log.ts'
import { ownFolder, spawnProcess, startProcess, until } from '../support/local-service.ts'

vi.setConfig({ testTimeout: 60_000 })

test('a folder is one process’s until it gives it back', async () => {
  const dir = await ownFolder()
  const unlock = await lockFolder(dir)
  await expect(lockFolder(dir)).rejects.toThrow(`open in another Tierwise (process ${process.pid})`)
  await unlock()
  await (await lockFolder(dir))()
  await expect(readFile(join(dir, 'server.pid'))).rejects.toThrow('ENOENT')
})

test.each([
  ['a process that is gone', '4194999 12'],
  ['a process whose number another one has now', `${process.pid} 12`],
  ['nobody', ''],
])('%s holds nothing', async (_, holder) => {
  const dir = await ownFolder()
  await writeFile(join(dir, 'server.pid'), holder)
  const starts = await Promise.allSettled([lockFolder(dir), lockFolder(dir), lockFolder(dir)])
  expect(starts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('a second server on the same folder is refused; after the first was killed it starts', async () => {
  const dataDir = await ownFolder()
  const first = await startProcess({ dataDir })
  const second = spawnProcess({ dataDir })
  expect(await second.ended).toBe(1)
  expect(second.log()).toContain(`The books in ${dataDir} are open in another Tierwise (process ${first.child.pid})`)
  await first.kill()
  const third = await startProcess({ dataDir })
  expect(await third.stop()).toBe(0)
  expect(third.log()).toBe('')
})

test.each(['/proc/nope', join(import.meta.dirname, 'cli-start.test.ts')])('%s is no data folder', async (dataDir) => {
  const run = spawnProcess({ dataDir })
  expect(await run.ended).toBe(1)
  expect(run.log()).toMatch(/^DATA_DIR: .* cannot be used/)
})

test('the sample is announced after the address, and what the books hold at the next starts', async () => {
  const dataDir = await ownFolder()
  const first = await startProcess({ dataDir, variables: { SAMPLE: '' } })
  await until('the sample is loaded', () => first.out().includes('Sample data is loaded.'))
  expect(first.out()).toBe(`Tierwise is at\n${first.address}\nLoading sample data …\nSample data is loaded.\n`)
  await first.stop()
  for (const [SAMPLE, sentence] of [
    ['on', 'No sample data is to be loaded: the books hold 7 sample uploads.'],
    ['off', 'SAMPLE=off loads nothing more, but the books hold 7 sample uploads.'],
  ] as const) {
    const next = await startProcess({ dataDir, variables: { SAMPLE } })
    await until('it is said what the books hold', () => next.out().includes(sentence))
    await next.stop()
  }
})

test('a refusal that was foreseen is logged without its stack, a bug with it', () => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  writeLog({ level: 'warn', message: 'a task failed', error: new CodedError('upload-state', 'It is committed.') })
  writeLog({ level: 'error', message: 'a task failed', error: new TypeError('not foreseen') })
  const [refusal, bug] = write.mock.calls.map(([line]) => JSON.parse(String(line)).error)
  write.mockRestore()
  expect(refusal).toBe('upload-state: It is committed.')
  expect(bug).toMatch(/TypeError: not foreseen\n +at /)
})
