export const hasBom = (head: Uint8Array): boolean =>
  (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) || wideMark(head) !== undefined

function wideMark(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : undefined
}

/** UTF-16 by its mark, or by its zeros: of Latin letters, digits and delimiters every second byte is one. */
export function wideEncoding(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const mark = wideMark(head)
  if (mark) return mark
  const zeros = [0, 0]
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] as number) + 1
  const [even = 0, odd = 0] = zeros
  const many = Math.max(1, head.length / 10)
  if (odd > many && even * 10 < odd) return 'utf-16le'
  return even > many && odd * 10 < even ? 'utf-16be' : undefined
}
