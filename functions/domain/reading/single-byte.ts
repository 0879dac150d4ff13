/** What a byte above 0x7f stands for in an encoding of one byte a character. */
function tableOf(encoding: 'windows-1252' | 'macintosh'): readonly string[] {
  const decoder = new TextDecoder(encoding)
  return Array.from({ length: 256 }, (_, byte) => decoder.decode(Uint8Array.of(byte)))
}

export const windows1252 = tableOf('windows-1252')
export const macintosh = tableOf('macintosh')

/** Bytes that Windows-1252 leaves undefined. */
export const undefinedBytes = [0x81, 0x8d, 0x8f, 0x90, 0x9d]
