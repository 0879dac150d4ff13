import { buildPages } from './build-pages.ts'

await buildPages((line) => process.stdout.write(`${line}\n`))
