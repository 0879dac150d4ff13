import type { BooksEdit } from '../../../../functions/contract/books-change.ts'
import { formatCount } from '../../format/format.ts'
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

function describeSettings({ bands, objective, fourEyes }: Extract<BooksEdit, { kind: 'settings' }>): string[] {
  return [
    ...(bands ? [t('editBands', { from: formatCount(bands.microFrom), to: formatCount(bands.microTo) })] : []),
    ...(objective ? [t('editObjective', { objective: objectiveTexts[objective] })] : []),
    ...(fourEyes === undefined ? [] : [t(fourEyes ? 'editFourEyesOn' : 'editFourEyesOff')]),
  ]
}
