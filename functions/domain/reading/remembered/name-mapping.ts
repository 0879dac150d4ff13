import { limits } from '../../../contract/limits.ts'
import type { UploadKind } from '../../../contract/upload.ts'

/** A name for files like this one: its own without the ending, dates and numbers, which the next one has otherwise. */
export function nameMapping(filename: string, kind: UploadKind): string {
  const bare = filename
    .normalize('NFKC')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/\(\d+\)/g, ' ')
    .replace(/\d+([-_./ ]\d+)*/g, ' ')
    .replace(/[_\s]+/g, ' ')
    .replace(/(^[\s\-–.,]+|[\s\-–.,]+$)/g, '')
  return (bare === '' ? `${kind} file` : bare).slice(0, limits.mappingNameCharsMax).trim()
}
