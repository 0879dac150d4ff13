import type { Upload, UploadState } from '../../../../functions/contract/upload.ts'
import { stateTexts } from '../../messages/ledger.ts'
import { t } from '../../messages/reading.ts'
import { Badge } from '../../ui/card.tsx'

const tones: Partial<Record<UploadState, 'good' | 'warn' | 'bad'>> = {
  committed: 'good',
  ready: 'warn',
  rejected: 'bad',
  failed: 'bad',
}

/** One that was rejected only because something has to be said first waits for that. */
export function StateBadge({ state, asks }: Pick<Upload, 'state' | 'asks'>) {
  if (asks > 0) return <Badge tone="warn">{t('waits')}</Badge>
  const tone = tones[state]
  return <Badge {...(tone && { tone })}>{stateTexts[state]}</Badge>
}
