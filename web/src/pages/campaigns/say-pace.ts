import type { CampaignPace, PaceState } from '../../../../functions/contract/report.ts'
import { formatCount, formatDay, formatShare } from '../../format/format.ts'
import { t } from '../../messages/campaigns.ts'

type Tone = 'good' | 'warn' | 'bad' | undefined

const states: Record<PaceState, { word: string; tone: Tone }> = {
  'not-begun': { word: t('not-begun'), tone: undefined },
  over: { word: t('over'), tone: 'bad' },
  ahead: { word: t('ahead'), tone: 'warn' },
  'on-pace': { word: t('on-pace'), tone: 'good' },
  behind: { word: t('behind'), tone: 'warn' },
  ended: { word: t('ended'), tone: undefined },
}

/** A word, what it rests on in short and in a sentence; null where there is no pace: then why. */
export function sayPace(pace: CampaignPace): { word: string; tone: Tone; short: string; long: string } | null {
  if (pace.kind === 'unknown') return null
  const { state, spentShare, daysShare, daysGone, days, through } = pace
  const [spent, share] = [formatShare(spentShare), formatShare(daysShare)]
  return {
    ...states[state],
    short: t('paceShares', { spent, days: share }),
    long: t('paceLong', {
      spent,
      gone: formatCount(daysGone),
      days: formatCount(days),
      share,
      through: formatDay(through),
    }),
  }
}

/** By how much the budget runs before the days; null without a pace. */
export const leadOf = (pace: CampaignPace): number | null =>
  pace.kind === 'unknown' ? null : pace.spentShare - pace.daysShare
