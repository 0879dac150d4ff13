import type { BooksEdit, DealCosts } from '../../../../functions/contract/books-change.ts'
import { formatCount, formatMoney } from '../../format/format.ts'
import { t } from '../../messages/closing.ts'
import { objectiveTexts } from '../../messages/metrics.ts'
import { sayMonths } from './say-months.ts'

/** What a change changes, in words. */
export function describeEdit(edit: BooksEdit): string {
  switch (edit.kind) {
    case 'close':
      return t('editClose', { months: sayMonths(edit.months) })
    case 'reopen':
      return t('editReopen', { months: sayMonths(edit.months) })
    case 'currency':
      return t('editCurrency', { currency: edit.currency })
    case 'settings':
      return describeSettings(edit).join('; ')
  }
}

function describeSettings({
  bands,
  objective,
  fourEyes,
  dealCosts,
}: Extract<BooksEdit, { kind: 'settings' }>): string[] {
  return [
    ...(bands ? [t('editBands', { from: formatCount(bands.microFrom), to: formatCount(bands.microTo) })] : []),
    ...(objective ? [t('editObjective', { objective: objectiveTexts[objective] })] : []),
    ...(dealCosts === undefined ? [] : [describeCosts(dealCosts)]),
    ...(fourEyes === undefined ? [] : [t(fourEyes ? 'editFourEyesOn' : 'editFourEyesOff')]),
  ]
}

function describeCosts(costs: DealCosts | null): string {
  if (costs === null) return t('editDealCostsNone')
  const { currency, hours, hourlyMinor, otherMinor } = costs
  const [hourly, other] = [formatMoney(hourlyMinor, currency), formatMoney(otherMinor, currency)]
  return t('editDealCosts', { hours: formatCount(hours), hourly, other })
}
