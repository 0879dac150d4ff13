import { UploadId } from '../contract/ids.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A ULID: 48 bits of time, 80 random bits, in Crockford's base 32. `random` holds 16 bytes, of which 80 bits are used. */
export function makeUploadId(timeMs: number, random: Uint8Array): UploadId {
  let time = ''
  for (let rest = timeMs, digit = 0; digit < 10; digit += 1) {
    time = alphabet.charAt(rest % 32) + time
    rest = Math.floor(rest / 32)
  }
  const tail = Array.from(random.subarray(0, 16), (byte) => alphabet.charAt(byte % 32)).join('')
  return UploadId.parse(time + tail)
}
