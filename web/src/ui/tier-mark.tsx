import type { TierName } from '../../../functions/contract/report.ts'

/** Micro is a circle, macro a diamond, everywhere: told apart without colour. */
export function TierMark({ tier }: { tier: 'micro' | 'macro' }) {
  return (
    <svg class={`mark mark-${tier}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {tier === 'micro' ? <circle cx="8" cy="8" r="6" /> : <path d="M8 0l8 8-8 8-8-8z" />}
    </svg>
  )
}

/** A tier's name in its colour, with its mark where it is one of the two compared. */
export function TierBadge({ tier, text }: { tier: TierName; text: string }) {
  const compared = tier === 'micro' || tier === 'macro'
  return (
    <span class="badge" data-tone={compared ? tier : undefined}>
      {compared && <TierMark tier={tier} />}
      {text}
    </span>
  )
}
