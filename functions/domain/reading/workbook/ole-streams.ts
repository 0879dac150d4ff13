const sectorBytes = 512
const entryBytes = 128
const streamType = 2
const told = ['EncryptedPackage', 'Workbook', 'Book', 'WordDocument', 'PowerPoint Document'] as const

/**
 * The streams of an OLE2 file that tell its kind. Its directory is looked for rather than followed, so that a file which
 * was cut or points in a circle is named all the same. The layout of an entry is that of MS-CFB 2.6.1.
 */
export function oleStreams(bytes: Uint8Array): Set<string> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = new Set<string>()
  for (const name of told) {
    const sought = Buffer.from(`${name}\0`, 'utf16le')
    let at = file.indexOf(sought, sectorBytes)
    while (at >= 0 && !isStream(file, at, sought.length)) at = file.indexOf(sought, at + 2)
    if (at >= 0) found.add(name)
  }
  return found
}

const isStream = (file: Buffer, at: number, nameBytes: number): boolean =>
  at % entryBytes === 0 &&
  at + entryBytes <= file.length &&
  file.readUInt16LE(at + 64) === nameBytes &&
  file[at + 66] === streamType
