import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sign } from 'hono/jwt'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDevIdentity } from '../../functions/identity/dev-identity.ts'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tierwise-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

const now = () => new Date().toISOString()
const open = (clock = now) => createDevIdentity({ mode: 'local', dataDir, now: clock })
const anna = { name: 'anna', role: 'finance' } as const

test('a token proves its actor to every process that shares the folder', async () => {
  const token = await (await open()).issue(anna, 1)
  expect(await (await open()).authenticate(token)).toEqual(anna)
})

test('two processes that start at once agree on the key', async () => {
  const [one, other] = await Promise.all([open(), open()])
  expect(await other.authenticate(await one.issue(anna, 1))).toEqual(anna)
  expect(await readdir(dataDir)).toEqual(['dev-identity.key'])
})

test('only the owner can read the key', async () => {
  await open()
  expect((await stat(join(dataDir, 'dev-identity.key'))).mode & 0o777).toBe(0o600)
})

test('it does not serve outside local mode', async () => {
  await expect(createDevIdentity({ mode: 'aws', dataDir, now })).rejects.toThrow('local mode only')
  expect(await readdir(dataDir)).toEqual([])
})

test('an expired token, a foreign one, none and nonsense prove nobody', async () => {
  const identity = await open()
  const expired = await (await open(() => '2020-01-01T00:00:00.000Z')).issue(anna, 1)
  const exp = Math.floor(Date.now() / 1000) + 3600
  const claims = { iss: 'tierwise-local', sub: 'anna', role: 'admin', exp }
  const key = await readFile(join(dataDir, 'dev-identity.key'), 'utf8')
  const flawed = {
    expired,
    'another key': await sign(claims, 'another key', 'HS256'),
    'another issuer': await sign({ ...claims, iss: 'elsewhere' }, key, 'HS256'),
    'an unknown role': await sign({ ...claims, role: 'owner' }, key, 'HS256'),
    'no expiry': await sign({ iss: claims.iss, sub: claims.sub, role: claims.role }, key, 'HS256'),
    'no signature': `${(await sign(claims, key, 'HS256')).split('.').slice(0, 2).join('.')}.`,
    nonsense: 'finance',
  }
  for (const [what, token] of Object.entries(flawed)) expect(await identity.authenticate(token), what).toBeUndefined()
  expect(await identity.authenticate(undefined)).toBeUndefined()
  expect(await identity.authenticate(await sign(claims, key, 'HS256'))).toMatchObject({ role: 'admin' })
})
