import { access, constants, mkdir, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/** Makes the data folder if it is missing; throws an Error that names DATA_DIR where it cannot serve. */
export async function prepareFolder(dir: string): Promise<void> {
  try {
    await makeFolder(resolve(dir))
    await access(dir, constants.W_OK | constants.X_OK)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`DATA_DIR: ${dir} cannot be used (${why}). Set it to a folder that you may write to.`, {
      cause: error,
    })
  }
}

/** Step by step: the recursive mkdir never comes back where a system refuses a folder as if its parent were missing. */
async function makeFolder(path: string): Promise<void> {
  if (await isFolder(path)) return
  const parent = dirname(path)
  if (parent !== path) await makeFolder(parent)
  try {
    await mkdir(path)
  } catch (error) {
    // The command line and the service may both be first.
    if (!(await isFolder(path))) throw error
  }
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  if (found && !found.isDirectory()) throw new Error(`${path} is a file, not a folder`)
  return found !== undefined
}
