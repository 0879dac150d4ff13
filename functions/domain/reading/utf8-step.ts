/**
 * How many bytes the UTF-8 sequence at `at` has: 1 to 4, 0 if none starts there, -1 if `bytes` ends within one that is
 * right so far. Overlong forms, surrogates and what lies above U+10FFFF are none (Unicode 16, table 3-7).
 */
export function utf8Step(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number
  if (lead < 0x80) return 1
  const size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
  if (lead < 0xc2 || lead > 0xf4) return 0
  for (let i = 1; i < size; i++) {
    if (at + i >= bytes.length) return -1
    const byte = bytes[at + i] as number
    const [low, high] = i === 1 ? secondBytes(lead) : [0x80, 0xbf]
    if (byte < low || byte > high) return 0
  }
  return size
}

function secondBytes(lead: number): [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf]
  if (lead === 0xed) return [0x80, 0x9f]
  if (lead === 0xf0) return [0x90, 0xbf]
  if (lead === 0xf4) return [0x80, 0x8f]
  return [0x80, 0xbf]
}

/** Where the last sequence begins that `bytes` may have cut in two; the length where there is none. */
export function completeLength(bytes: Uint8Array): number {
  for (let at = bytes.length - 1; at >= Math.max(0, bytes.length - 3); at--) {
    const byte = bytes[at] as number
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) return utf8Step(bytes, at) === -1 ? at : bytes.length
  }
  return bytes.length
}
