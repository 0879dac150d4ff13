import { zipDirectory } from './zip-directory.ts'
import type { ZipEntry } from './zip-entry.ts'
import { guardZip } from './zip-guards.ts'

/** A zip whose table of contents was found sound. Parts are found by name whatever its case, as Excel finds them. */
export type ZipFile = { bytes: Uint8Array; entries: ReadonlyMap<string, ZipEntry> }

/** @throws Unreadable */
export function openZip(bytes: Uint8Array): ZipFile {
  const entries = zipDirectory(bytes)
  guardZip(entries, bytes.length)
  return { bytes, entries: new Map(entries.map((entry) => [entry.name.toLowerCase(), entry])) }
}

export const findEntry = ({ entries }: ZipFile, name: string): ZipEntry | undefined => entries.get(name.toLowerCase())
