import { limits } from '../contract/limits.ts'

/** How a file of `bytes` is cut: part numbers from 1 with where each starts and how long it is. */
export function cutParts(bytes: number): { part: number; start: number; length: number }[] {
  const size = limits.partBytesMax
  return Array.from({ length: Math.ceil(bytes / size) }, (_, index) => ({
    part: index + 1,
    start: index * size,
    length: Math.min(size, bytes - index * size),
  }))
}
