import { Hono } from 'hono'
import * as z from 'zod'
import { UploadId } from '../../contract/ids.ts'
import { limits } from '../../contract/limits.ts'
import { PartReceipt } from '../../contract/upload.ts'
import { readPart } from '../../usecases/read-part.ts'
import { receivePart } from '../../usecases/receive-part.ts'
import type { ApiEnv } from '../api-env.ts'
import { readContentDigest, writeContentDigest } from '../content-digest.ts'
import { declareRoute } from '../declare-route.ts'
import { readLimited } from '../read-limited.ts'

const roles = ['finance', 'admin'] as const
const path = z.object({ id: UploadId, part: z.int().min(1).max(limits.partsMax) })
const gzip = 'application/gzip'

export const partRoutes = () =>
  new Hono<ApiEnv>()
    .put(
      '/uploads/:id/parts/:part',
      declareRoute({
        id: 'putPart',
        tag: 'Uploads',
        summary: 'Send one part of the file',
        description: `Parts are numbered from 1 and may be sent in any order, in parallel and again. Each is one gzip member of at most ${limits.partBytesMax} bytes before packing.`,
        roles,
        path,
        rawBody: { type: gzip, description: 'One gzip member.' },
        headers: { 'Content-Digest': 'SHA-256 of the sent bytes (RFC 9530): `sha-256=:<base64>:`.' },
        answers: { 200: { description: 'What was kept.', type: 'application/json', schema: PartReceipt } },
        problems: ['part-too-large', 'part-not-gzip', 'part-digest-mismatch', 'upload-state'],
      }),
      async (c) => {
        const { id, part } = c.req.valid('param')
        const digest = readContentDigest(c.req.header('content-digest'))
        const stored = await readLimited(c.req.raw, limits.partStoredBytesMax, 'part-too-large')
        const receipt = await receivePart({ books: c.var.books }, { id, part, stored, ...(digest ? { digest } : {}) })
        return c.json(PartReceipt.parse(receipt), 200)
      },
    )
    .get(
      '/uploads/:id/parts/:part',
      declareRoute({
        id: 'getPart',
        tag: 'Uploads',
        summary: 'The very bytes of one part, as they were sent',
        roles,
        path,
        answers: {
          200: {
            description: 'One gzip member.',
            type: gzip,
            headers: { 'Content-Digest': 'SHA-256 of these bytes (RFC 9530).' },
          },
        },
      }),
      async (c) => {
        const { stored, final } = await readPart({ books: c.var.books }, c.req.valid('param'))
        // A part of an upload that is still receiving may be sent again with other bytes.
        c.header('Cache-Control', final ? 'private, max-age=31536000, immutable' : 'no-store')
        c.header('Vary', 'Authorization')
        c.header('Content-Digest', writeContentDigest(stored))
        c.header('Content-Type', gzip)
        return c.body(new Uint8Array(stored), 200)
      },
    )
