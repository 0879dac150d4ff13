import { createHash } from 'node:crypto'

/** First 16 bytes of SHA-256, hex: tells equal content, not enemies. */
export function digestOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32)
}
