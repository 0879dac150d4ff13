import type { ColumnPlan } from './columns/column-plan.ts'
import type { DateOrder } from './columns/date-text.ts'

const orders: Record<DateOrder, string> = { dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day' }

/** How the cells of a column are read, in a few words: `1.234,56 in EUR`. */
export function describePlan(plan: ColumnPlan | undefined): string {
  if (!plan) return ''
  switch (plan.as) {
    case 'number': {
      const shape = plan.decimal === '.' ? '1,234.56' : '1.234,56'
      const power = plan.power === 0 ? '' : ` × ${(10 ** plan.power).toLocaleString('en-US')}`
      return `${shape}${power}${plan.currency === '' ? '' : ` in ${plan.currency}`}${plan.flipped ? ', signs reversed' : ''}`
    }
    case 'date':
      return orders[plan.order]
    default:
      return ''
  }
}
