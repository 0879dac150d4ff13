import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'vite'
import { outDir } from '../dataset.ts'
import type { BareChart } from './bare-charts.ts'

/** Builds the bare page with these charts as its data. @returns the folder to serve */
export async function buildBare(name: string, charts: readonly BareChart[]): Promise<string> {
  const dir = join(outDir, `bare-${name}`)
  await build({
    root: join(import.meta.dirname, 'bare'),
    configFile: false,
    logLevel: 'warn',
    build: { outDir: dir, emptyOutDir: true, target: 'es2023', modulePreload: { polyfill: false } },
  })
  for (const file of globSync('**/*.{html,js}', { cwd: dir })) pack(join(dir, file))
  // Not packed: the service does not pack its answers either.
  writeFileSync(join(dir, 'data.json'), JSON.stringify(charts))
  return dir
}

function pack(path: string): void {
  const bytes = readFileSync(path)
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
  writeFileSync(`${path}.br`, brotliCompressSync(bytes))
}
