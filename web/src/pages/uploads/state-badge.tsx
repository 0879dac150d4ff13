import type { UploadState } from '../../../../functions/contract/upload.ts'
import { stateTexts } from '../../messages/ledger.ts'
import { Badge } from '../../ui/card.tsx'

const tones: Partial<Record<UploadState, 'good' | 'warn' | 'bad'>> = {
  committed: 'good',
  ready: 'warn',
  rejected: 'bad',
  failed: 'bad',
}

export function StateBadge({ state }: { state: UploadState }) {
  const tone = tones[state]
  return <Badge {...(tone && { tone })}>{stateTexts[state]}</Badge>
}
