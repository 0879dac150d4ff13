import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { readPageFiles } from '../../functions/local/pages/page-files.ts'
import { servePages } from '../../functions/local/pages/serve-pages.ts'

// Usage: node bench/pages/serve-bare.ts <folder>. The service's own server of files, so that both sides are sent alike.
const pages = servePages(readPageFiles(process.argv[2] ?? ''))
const server = createAdaptorServer({ fetch: pages.fetch, hostname: '127.0.0.1' })
server.listen(0, '127.0.0.1')
await once(server, 'listening')
process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
