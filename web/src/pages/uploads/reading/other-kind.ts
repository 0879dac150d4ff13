import type { Reading } from '../../../../../functions/contract/reading.ts'
import type { UploadKind } from '../../../../../functions/contract/upload.ts'

/** The kind that the file looks more like than its own; null if none. */
export function otherKind(
  { kinds }: Pick<Reading, 'kinds'>,
  own: UploadKind,
): { kind: UploadKind; reason: string } | null {
  const [first] = kinds
  const mine = kinds.find(({ kind }) => kind === own)
  if (!first || first.kind === own || (mine && mine.confidence >= first.confidence)) return null
  return { kind: first.kind as UploadKind, reason: first.reason }
}
