/** What the table of contents of a zip says of one file in it. */
export type ZipEntry = {
  name: string
  /** 0 is stored, 8 is deflate. */
  method: number
  encrypted: boolean
  crc: number
  packedBytes: number
  unpackedBytes: number
  /** Where its own header begins. */
  offset: number
}
