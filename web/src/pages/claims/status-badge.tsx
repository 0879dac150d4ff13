import type { ClaimStatus } from '../../../../functions/contract/claims.ts'
import { statusTexts } from '../../messages/claims.ts'
import { Badge } from '../../ui/card.tsx'

const marks: Record<ClaimStatus, string> = {
  supported: 'M3 8.5l3.2 3.2L13 5',
  contradicted: 'M4 4l8 8M12 4l-8 8',
  inconclusive: 'M5.5 6a2.5 2.5 0 1 1 3.4 2.3c-.6.3-.9.7-.9 1.4M8 12.6v.2',
  not_enough_data: 'M3.5 8h.2M8 8h.2M12.5 8h.2',
}

const tones = { supported: 'good', contradicted: 'bad', inconclusive: 'warn', not_enough_data: undefined } as const

/** A status by word and mark; its colour only repeats them. */
export function StatusBadge({ status }: { status: ClaimStatus }) {
  return (
    <Badge tone={tones[status]}>
      <svg class="status-mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={marks[status]} />
      </svg>
      {statusTexts[status]}
    </Badge>
  )
}
