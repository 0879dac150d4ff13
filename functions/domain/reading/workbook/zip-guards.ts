import { damaged, tooMuch, unsafe } from './refuse-workbook.ts'
import { workbookLimits } from './workbook-limits.ts'
import type { ZipEntry } from './zip-entry.ts'

/**
 * Refuses, by its table of contents alone, a zip that would not stay within bounds or that two readers would read as
 * two different files.
 * @throws Unreadable
 */
export function guardZip(entries: readonly ZipEntry[], fileBytes: number): void {
  for (const entry of entries) guardEntry(entry)
  guardNames(entries)
  guardSizes(entries)
  guardPlaces(entries, fileBytes)
}

function guardEntry({ name, method, encrypted }: ZipEntry): void {
  if (name.length > workbookLimits.entryNameCharsMax || hasControl(name) || name.split('/').includes('..')) {
    throw unsafe('a file inside it has a name that no program gives')
  }
  if (encrypted) throw unsafe('its parts are under a password')
  if (method !== 0 && method !== 8) throw unsafe('it is packed in a way that Excel does not use')
}

const hasControl = (name: string): boolean => [...name].some((char) => char < ' ')

function guardNames(entries: readonly ZipEntry[]): void {
  const names = new Set<string>()
  for (const { name } of entries) {
    const key = name.toLowerCase()
    if (names.has(key)) throw unsafe(`it holds two files of one name (${name})`)
    names.add(key)
  }
}

function guardSizes(entries: readonly ZipEntry[]): void {
  let total = 0
  for (const { packedBytes, unpackedBytes } of entries) {
    total += unpackedBytes
    const tight = unpackedBytes > workbookLimits.ratioMax * packedBytes
    if (tight && unpackedBytes > workbookLimits.ratioFreeBytes) {
      throw unsafe(`a part of ${megabytes(packedBytes)} would unpack to ${megabytes(unpackedBytes)} (a “zip bomb”)`)
    }
  }
  if (total > workbookLimits.unpackedBytesMax) {
    throw tooMuch(`unpacked it has ${megabytes(total)}, where ${megabytes(workbookLimits.unpackedBytesMax)} are read`)
  }
}

/** Entries that share their bytes let a small zip unpack to any size. */
function guardPlaces(entries: readonly ZipEntry[], fileBytes: number): void {
  const byPlace = entries.toSorted((a, b) => a.offset - b.offset)
  let free = 0
  for (const { name, offset, packedBytes } of byPlace) {
    if (offset < free) throw unsafe('two of its parts stand in the same place')
    free = offset + 30 + packedBytes
    if (free > fileBytes) throw damaged(`its part ${name} is cut off`)
  }
}

const megabytes = (bytes: number): string =>
  `${(bytes / 1_048_576).toLocaleString('en', { maximumFractionDigits: 1 })} MB`
