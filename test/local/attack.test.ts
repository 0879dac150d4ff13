import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import { gzipSync } from 'node:zlib'
import { sign } from 'hono/jwt'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ProblemList } from '../../functions/contract/problem.ts'
import { CampaignList, CreatorList } from '../../functions/contract/report.ts'
import { Upload } from '../../functions/contract/upload.ts'
import { createDevIdentity } from '../../functions/identity/dev-identity.ts'
import { type AtEnd, type LocalProcess, ownFolder, peakMemory, startProcess } from '../support/local-service.ts'
import { clientOf, problemIn, type ServiceClient } from '../support/local-service-client.ts'

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

type RawAnswer = { status: number; type: string | undefined; text: string }

/** A request whose path goes out as it is; `write` sends the body. */
async function raw(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  write: (send: (chunk: Uint8Array) => void) => void = () => {},
): Promise<RawAnswer> {
  const authorization = `Bearer ${await client.tokenOf('finance')}`
  const { hostname, port } = new URL(service.address)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers: { authorization, ...headers } }, (answer) => {
      let text = ''
      answer.on('data', (bytes) => {
        text += String(bytes)
      })
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, type: answer.headers['content-type'], text })
      })
    })
    sent.on('error', reject)
    write((chunk) => void sent.write(chunk))
    sent.end()
  })
}

const brief = (text: string): [string, string] => [text.slice(0, 40), text]

test.each(
  [
    '/api/w/..%2fmain/report',
    '/api/w/main%2freport/report',
    '/api/w/main%00/report',
    '/api/w/main%0a/report',
    '/api/w/main%23/report',
    '/api/w/MAIN/report',
    '/api/w/%E0%A4%A/report',
    '/api/w/__proto__/report',
    '/api/w/constructor/report',
    '/api/w/elsewhere/uploads',
    `/api/w/${'a'.repeat(5000)}/report`,
    '/api/w//report',
    '/api/w/main;x/report',
    '//api/w/main/report',
    '/../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/api/docs/..%2f..%2fpackage.json',
  ].map(brief),
)('there is nothing at %s', async (_, path) => {
  const { status, type, text } = await raw('GET', path)
  expect([status, type]).toEqual([404, 'application/problem+json'])
  expect(JSON.parse(text)).toMatchObject({ code: 'not-found' })
})

test.each(
  ['..%2f..', '%00', '01arz3ndektsv4rrffq69g5fav', '01ARZ3NDEKTSV4RRFFQ69G5FAV%0a', 'W%23main', 'x'.repeat(3000)].map(
    brief,
  ),
)('no upload is called %s', async (_, id) => {
  for (const path of [`/uploads/${id}`, `/uploads/${id}/problems`, `/uploads/${id}/parts/1`]) {
    const { status, text } = await raw('GET', `/api/w/main${path}`)
    expect(status).toBe(400)
    expect(JSON.parse(text)).toMatchObject({ code: 'invalid-request', issues: [{ where: 'path.id' }] })
  }
})

test.each(['0', '-1', '1e2', '4097', '1%20', '1.5', 'NaN', '99999999999999999999'])(
  'there is no part %s',
  async (part) => {
    const id = await client.announce('spend', 'a.csv', 1)
    const { status, text } = await raw('PUT', `/api/w/main/uploads/${id}/parts/${part}`)
    expect(status).toBe(400)
    expect(JSON.parse(text)).toMatchObject({ code: 'invalid-request', issues: [{ where: 'path.part' }] })
  },
)

test.each([
  ['2 MB', JSON.stringify({ filename: 'x'.repeat(2e6) }), 'at most 1000000 bytes'],
  ['a deep array', `{"kind":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, 'nested more than'],
  ['a deep object', `{"kind":${'{"a":'.repeat(150_000)}1${'}'.repeat(150_000)}}`, 'nested more than'],
  ['brackets without end', '['.repeat(990_000), 'not JSON'],
  ['half a character', '{"kind":"spend","filename":"\\ud800.csv","bytes":1}', 'half a character'],
  ['half a character in a name', '{"kind":"spend","\\udc00":1}', 'half a character'],
  ['bytes that are no text', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 'not JSON'],
  ['XML', '<upload/>', 'not JSON'],
  ['a list', '[]', 'expected object'],
  ['null', 'null', 'expected object'],
  ['a prototype', '{"__proto__":{"kind":"spend"},"filename":"a","bytes":1}', 'there is no such parameter'],
  ['an inherited name', '{"kind":"constructor","filename":"a","bytes":1}', 'expected one of'],
  ['an endless number', '{"kind":"spend","filename":"a","bytes":1e999}', 'body.bytes'],
])('a body of %s is refused in words', async (_, body, words) => {
  const problem = await problemIn(await client.call('POST', '/uploads', body))
  expect(problem).toMatchObject({ status: 400, code: 'invalid-request' })
  expect(problem.detail).toContain(words)
})

test('a small request makes no large answer', async () => {
  const names = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${i}`, i]))
  const response = await client.call('POST', '/uploads', names)
  expect(response.status).toBe(400)
  const text = await response.text()
  expect(text.length).toBeLessThan(20_000)
  expect(text).toContain('and 49953 more')
})

test('headers and bodies without end are cut off, and the service goes on', async () => {
  expect((await raw('GET', '/api/w/main/report', { 'X-Long': 'a'.repeat(20_000) })).status).toBe(431)
  expect((await raw('GET', '/api/w/main/report', { authorization: `Bearer ${'a'.repeat(9000)}` })).status).toBe(401)
  const id = await client.announce('spend', 'a.csv', 1)
  const part = `/api/w/main/uploads/${id}/parts/1`
  const announced = await raw('PUT', part, { 'content-length': '99999999999', connection: 'close' })
  expect(JSON.parse(announced.text)).toMatchObject({ status: 413, code: 'part-too-large' })
  const chunk = Buffer.alloc(100_000, 'x')
  const chunked = (chunks: number) =>
    raw('PUT', part, { 'transfer-encoding': 'chunked' }, (send) => {
      for (let n = 0; n < chunks; n++) send(chunk)
    })
  // One after the other on one connection: what the first left unread must not spoil the next.
  for (const chunks of [4, 8, 20, 4]) {
    expect(JSON.parse((await chunked(chunks)).text)).toMatchObject({ status: 413, code: 'part-too-large' })
  }
  expect((await chunked(300).catch(() => ({ status: 413 }))).status).toBe(413)
  expect((await client.call('GET', '/report')).status).toBe(200)
})

test('the content type of a request changes nothing', async () => {
  const announced = { kind: 'spend', filename: 'a.csv', bytes: 1 }
  for (const type of ['text/xml', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', ';;;', '']) {
    const response = await client.call('POST', '/uploads', announced, { headers: { 'Content-Type': type } })
    expect(response.status).toBe(201)
  }
})

/** What people and attackers write into names. */
const texts = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '\u202egnp.exe',
  '😀👩‍👩‍👧',
  'tab\tand bell\u0007',
  'ЖёΩ汉字',
  'e\u0301 not composed',
  '__proto__',
  '../../etc/passwd',
  "'; DROP TABLE books; --",
  'x'.repeat(255),
]

test.each([...texts, '\u0000', 'a\u0000b\r\nX: y.csv', ' '].map(brief))(
  'a file may be called %j',
  async (_, filename) => {
    const created = await client.call('POST', '/uploads', { kind: 'spend', filename, bytes: 1 })
    expect(created.headers.get('content-type')).toContain('application/json')
    expect(created.headers.get('x-content-type-options')).toBe('nosniff')
    expect(Upload.parse(await created.json()).filename).toBe(filename)
    expect(
      Upload.parse(await (await client.call('GET', '/uploads?limit=1')).json().then((list) => list.uploads[0]))
        .filename,
    ).toBe(filename)
  },
)

/** Names are kept in composed form, and any white space in them is one space. */
const asName = (text: string) => text.normalize('NFC').replaceAll(/\s+/g, ' ')

test('cells come back as they were written', async () => {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const rows = texts.map(
    (text, i) =>
      `2026-03-02,${quoted(`C ${text}`)},${quoted(`@${text}`)},instagram,${quoted(`${i} ${text}`)},100,${i},1.00,USD`,
  )
  const file = `date,campaign,creator,platform,post,impressions,clicks,amount,currency\n${rows.join('\n')}\n`
  const ready = await client.prepare('performance', 'texts.csv', file)
  const committed = await client.commit(ready)
  expect(committed).toMatchObject({ state: 'committed', rows: { read: texts.length, new: texts.length } })
  const creators = CreatorList.parse(await (await client.call('GET', '/creators')).json()).creators
  expect(new Set(creators.map(({ name }) => name))).toEqual(new Set(texts.map((text) => `@${asName(text)}`)))
  const campaigns = CampaignList.parse(await (await client.call('GET', '/campaigns')).json()).campaigns
  expect(new Set(campaigns.map(({ name }) => name))).toEqual(new Set(texts.map((text) => `C ${asName(text)}`)))
  for (const text of texts) {
    const query = `campaign=${encodeURIComponent(`C ${text}`)}`
    expect(JSON.parse(await client.report(`?${query}`)).reconciliation.ledgerMinor).toBe(100)
  }
  expect((await client.verify()).findings).toEqual([])
})

test('cells that are too long or no figures are problems that show them as text', async () => {
  const amounts = ['<script>alert(1)</script>', 'x'.repeat(200), '\u202e1', '1e999', 'NaN', '__proto__']
  const lines = amounts.map((amount) => `2026-03-02,Spring,@anna,${amount},USD`)
  const long = `2026-03-02,Spring,@${'n'.repeat(400)},1.00,USD`
  const upload = await client.prepare(
    'spend',
    'bad.csv',
    `date,campaign,creator,amount,currency\n${[...lines, long].join('\n')}\n`,
  )
  expect(upload).toMatchObject({ state: 'rejected', rows: { problems: amounts.length + 1 } })
  const { problems } = ProblemList.parse(await (await client.call('GET', `/uploads/${upload.id}/problems`)).json())
  expect(problems.map(({ line, column }) => `${line} ${column}`)).toEqual([
    ...amounts.map((_, i) => `${i + 2} amount`),
    `${amounts.length + 2} creator`,
  ])
  expect(problems[0]?.found).toBe(amounts[0])
  for (const { found } of problems) expect(found.length).toBeLessThanOrEqual(81)
})

describe('who is nobody, or not allowed', () => {
  test('an executive reaches no upload and no verification', async () => {
    const id = await client.announce('spend', 'a.csv', 1)
    const requests: [string, string][] = [
      ['GET', '/uploads'],
      ['POST', '/uploads'],
      ['GET', `/uploads/${id}`],
      ['GET', `/uploads/${id}/problems`],
      ['GET', `/uploads/${id}/parts/1`],
      ['PUT', `/uploads/${id}/parts/1`],
      ...['check', 'preview', 'commit', 'revert', 'cancel'].map((verb): [string, string] => [
        'POST',
        `/uploads/${id}/${verb}`,
      ]),
      ['GET', '/uploads/01ARZ3NDEKTSV4RRFFQ69G5FAV'],
      ['GET', '/creators'],
      ['GET', '/campaigns'],
      ['POST', '/verify'],
    ]
    for (const [method, path] of requests) {
      const answer = await client.call(method, path, undefined, { role: 'executive' })
      expect([path, answer.status, (await problemIn(answer)).code]).toEqual([path, 403, 'forbidden'])
    }
    expect((await client.call('GET', '/report', undefined, { role: 'executive' })).status).toBe(200)
  })

  test('tokens that prove nobody are refused', async () => {
    const now = Math.floor(Date.now() / 1000)
    const claims = { iss: 'tierwise-local', sub: 'mallory', role: 'admin', iat: now, exp: now + 3600 }
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const actor = { name: 'anna', role: 'finance' as const }
    const clock = { now: () => new Date().toISOString() }
    const own = await createDevIdentity({ mode: 'local', dataDir: service.dataDir, ...clock })
    const other = await createDevIdentity({ mode: 'local', dataDir: await ownFolder(), ...clock })
    const good = await own.issue(actor, 1)
    const [head = '', , signature = ''] = good.split('.')
    const tokens = {
      none: '',
      'no token': 'undefined',
      expired: await own.issue(actor, -1),
      'of another folder': await other.issue(actor, 1),
      'of another key': await sign(claims, 'guess', 'HS256'),
      'of an empty key': await sign(claims, '\u0000', 'HS256'),
      'unsigned, alg none': `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.`,
      'unsigned, alg None': `${encode({ alg: 'None', typ: 'JWT' })}.${encode(claims)}.${signature}`,
      'with other claims': `${head}.${encode(claims)}.${signature}`,
      'without its signature': good.slice(0, good.lastIndexOf('.') + 1),
      'cut short': good.slice(0, -1),
      garbage: 'a.b.c',
    }
    for (const [what, token] of Object.entries(tokens)) {
      for (const path of ['/report', '/uploads', '/verify']) {
        const headers = { Authorization: `Bearer ${token}` }
        const answer = await fetch(`${service.address}/api/w/main${path}`, { headers })
        expect([what, answer.status]).toEqual([what, 401])
        expect(answer.headers.get('www-authenticate')).toBe('Bearer')
        expect((await problemIn(answer)).code).toBe('unauthorized')
      }
    }
    for (const value of [good, `Basic ${good}`, `Bearer ${good} ${good}`, `Bearer ${good},x`]) {
      const answer = await fetch(`${service.address}/api/w/main/report`, { headers: { Authorization: value } })
      expect(answer.status).toBe(401)
    }
    const nobody = await fetch(`${service.address}/api/w/elsewhere/report`)
    expect(nobody.status).toBe(401)
  })
})

test('gzip bombs are refused while they unpack', async () => {
  const id = await client.announce('spend', 'bomb.csv', 100)
  const bombs = [gzipSync(Buffer.alloc(262_145)), gzipSync(Buffer.alloc(200_000_000))]
  for (const bomb of [...bombs, randomBytes(300_001)]) {
    expect(await problemIn(await client.put(id, 1, bomb))).toMatchObject({ status: 413, code: 'part-too-large' })
  }
  const twice = Buffer.concat([gzipSync('a'), gzipSync(Buffer.alloc(1_000_000))])
  expect(await problemIn(await client.put(id, 1, twice))).toMatchObject({ status: 422, code: 'part-not-gzip' })
})

test('a header of 10,000 columns is refused by its number', async () => {
  const names = Array.from({ length: 10_000 }, (_, i) => `column${i}`)
  const upload = await client.prepare('spend', 'wide.csv', `${names.join(',')}\n${names.join(',')}\n`)
  expect(upload).toMatchObject({ state: 'rejected' })
  const { problems, total } = ProblemList.parse(
    await (await client.call('GET', `/uploads/${upload.id}/problems`)).json(),
  )
  expect(total).toBe(1)
  expect(`${problems[0]?.message} ${problems[0]?.expected}`).toMatch(/10000 columns.*300/)
})

test.each([
  ['a line of 200 MB', 763, 'date,campaign,creator,amount,currency,', /more than 1000000 characters/],
  ['a quote that is never closed', 80, 'date,campaign,creator,amount,currency\n2026-03-02,"', /quote/],
])('%s is refused in bounded memory', async (_, count, beginning, words) => {
  const size = 262_144
  const id = await client.announce('spend', 'line.csv', count * size)
  const first = gzipSync(Buffer.concat([Buffer.from(beginning), Buffer.alloc(size - beginning.length, 'x')]))
  const further = gzipSync(Buffer.alloc(size, 'x'))
  const waiting = Array.from({ length: count }, (_, i) => i + 1)
  const sendAll = async () => {
    for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
      const answer = await client.put(id, part, part === 1 ? first : further)
      expect(answer.status).toBe(200)
    }
  }
  await Promise.all(Array.from({ length: 6 }, sendAll))
  await client.post(id, 'check')
  const upload = await client.reach(id, 'ready', 'rejected', 'failed')
  expect(upload.state).toBe('rejected')
  const { problems } = ProblemList.parse(await (await client.call('GET', `/uploads/${id}/problems`)).json())
  expect(problems.map(({ message }) => message).join(' ')).toMatch(words)
  expect(await peakMemory(service.child.pid ?? 0)).toBeLessThan(450_000_000)
})

test('nothing of this was a failure of ours', () => {
  const lines = service
    .log()
    .split('\n')
    .filter((line) => line !== '')
  // Refusals are noted, so that their ids can be found.
  expect(lines.filter((line) => !line.includes('"level":"info"'))).toEqual([])
})
