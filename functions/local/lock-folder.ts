import { randomBytes } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isErrorCode } from './is-error-code.ts'

const lockFile = 'server.pid'
const triesMax = 50

/**
 * Takes a data folder for this process; resolves to what gives it back. A holder that was killed holds nothing any
 * more: its process is gone, or another one has got its number since.
 */
export async function lockFolder(dir: string): Promise<() => Promise<void>> {
  const path = join(dir, lockFile)
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const own = await nameProcess(process.pid)
  await writeFile(draft, own, { flag: 'wx' })
  try {
    for (let attempt = 0; attempt < triesMax; attempt++) {
      if (await placed(draft, path)) return async () => removeOwn(path, own)
      const holder = await readIfThere(path)
      if (holder === undefined) continue
      if (await isAlive(holder)) throw inUse(dir, holder)
      await takeAway(path, holder, draft)
    }
    throw inUse(dir, (await readIfThere(path)) ?? '?')
  } finally {
    await rm(draft, { force: true })
  }
}

function inUse(dir: string, holder: string): Error {
  const pid = holder.split(' ')[0]
  return new Error(
    `The books in ${dir} are open in another Tierwise (process ${pid}). Stop it first, or set DATA_DIR to another folder and PORT to another port.`,
  )
}

/** The link appears whole and for one process only. */
async function placed(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (isErrorCode(error, 'EEXIST')) return false
    throw error
  }
}

/**
 * Removes a dead holder's file. Only its heir may, and there is one heir at a time: what stands there cannot change
 * between the look and the removal, however many starts meet here.
 */
async function takeAway(path: string, holder: string, draft: string): Promise<void> {
  const heir = `${path}.heir`
  if (!(await placed(draft, heir))) {
    const other = await readIfThere(heir)
    // An heir that died in that moment would keep everybody out.
    if (other !== undefined && !(await isAlive(other))) await rm(heir, { force: true })
    return
  }
  try {
    if ((await readIfThere(path)) === holder) await rm(path, { force: true })
  } finally {
    await rm(heir, { force: true })
  }
}

async function removeOwn(path: string, own: string): Promise<void> {
  if ((await readIfThere(path)) === own) await rm(path, { force: true })
}

async function isAlive(holder: string): Promise<boolean> {
  const pid = Number(holder.split(' ')[0])
  if (!Number.isInteger(pid) || pid < 1) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    // It is there, but somebody else's.
    if (!isErrorCode(error, 'EPERM')) return false
  }
  return (await nameProcess(pid)) === holder
}

/** A process by its number and, where the system tells it, the moment of its start: numbers come again. */
async function nameProcess(pid: number): Promise<string> {
  const stat = (await readIfThere(`/proc/${pid}/stat`)) ?? ''
  const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  return `${pid} ${started ?? ''}`.trim()
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isErrorCode(error, 'ENOENT') || isErrorCode(error, 'ESRCH')) return undefined
    throw error
  }
}
