import { type Context, Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { PageFile } from './page-files.ts'

const notBuilt = 'The pages are not built. Stop the service and start it with npm start.\n'

/** Whether the pages answer: with a file, or with the app's one page, for whose paths none has a dot in its last part. */
export function isPagePath(files: ReadonlyMap<string, PageFile>, path: string): boolean {
  if (path === '/api' || path.startsWith('/api/')) return false
  return files.has(path) || !/\/\/|\.[^/]*$/.test(path)
}

/** The dashboard's static files. Paths without a file are the app's own: they get its one page, which reads them. */
export function servePages(files: ReadonlyMap<string, PageFile>): Hono {
  const app = new Hono()
  app.use(
    secureHeaders({
      // With `no-referrer` browsers hide the origin even from this service, which has to tell its own pages by it.
      referrerPolicy: 'same-origin',
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    }),
  )
  app.get('*', (c) => {
    const path = c.req.path
    const file = files.get(path)
    if (file) return sendFile(c, file)
    const page = files.get('/index.html')
    return page ? sendFile(c, page) : c.text(notBuilt, 503)
  })
  return app
}

function sendFile(c: Context, { type, etag, immutable, bytes }: PageFile): Response {
  c.header('Cache-Control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
  c.header('ETag', etag)
  c.header('Vary', 'Accept-Encoding')
  if (c.req.header('if-none-match')?.includes(etag)) return c.body(null, 304)
  c.header('Content-Type', type)
  const accepted = c.req.header('accept-encoding') ?? ''
  const encoding = (['br', 'gzip'] as const).find((name) => accepted.includes(name) && bytes[name])
  if (encoding) c.header('Content-Encoding', encoding)
  return c.body(encoding ? (bytes[encoding] ?? bytes.identity) : bytes.identity)
}
