import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sign, verify } from 'hono/jwt'
import * as z from 'zod'
import { Actor, type Identity, Role } from './ports.ts'

const issuer = 'tierwise-local'
const keyFile = 'dev-identity.key'
const Claims = z.object({ iss: z.literal(issuer), sub: Actor.shape.name, role: Role, exp: z.int() })

export type DevIdentity = Identity & {
  /** A bearer token for scripts; ends after `hours`. */
  issue(actor: Actor, hours: number): Promise<string>
}

/**
 * Tokens for the laptop, signed with a key in `dataDir` that server and command line share. Whoever reads that file can
 * be anybody, so it serves nowhere else: throws unless `mode` is `local`.
 */
export async function createDevIdentity(input: {
  mode: string
  dataDir: string
  now: () => string
}): Promise<DevIdentity> {
  if (input.mode !== 'local') throw new Error('The development identity serves in local mode only.')
  const key = await readKey(input.dataDir)
  return {
    async issue(actor, hours) {
      const issuedAt = Math.floor(Date.parse(input.now()) / 1000)
      const claims = { iss: issuer, sub: actor.name, role: actor.role, iat: issuedAt, exp: issuedAt + hours * 3600 }
      return sign(claims, key, 'HS256')
    },
    async authenticate(bearer) {
      if (bearer === undefined) return undefined
      try {
        const claims = Claims.parse(await verify(bearer, key, { alg: 'HS256', iss: issuer }))
        return { name: claims.sub, role: claims.role }
      } catch {
        // Every flaw of a token means the same to the caller: it proves nobody.
        return undefined
      }
    },
  }
}

async function readKey(dataDir: string): Promise<string> {
  const path = join(dataDir, keyFile)
  const found = await readIfThere(path)
  if (found !== undefined) return found
  await mkdir(dataDir, { recursive: true })
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  try {
    // Server and command line may both be first: the link appears whole and for one of them only.
    await link(draft, path)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    await rm(draft)
  }
  return readFile(path, 'utf8')
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
