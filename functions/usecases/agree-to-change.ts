import { limits } from '../contract/limits.ts'
import type { RestatedMonth } from '../contract/month-change.ts'
import { CodedError } from '../contract/problem.ts'
import { currencyExponent } from '../domain/money/currency.ts'
import type { Books } from '../store/ports.ts'
import { resolveSnapshot } from './resolve-snapshot.ts'

/** Who agrees to what a preview shows, and why where that changes closed months. */
export type Consent = { by: string; isAdmin: boolean; reason?: string | undefined }

const namedMax = 5

/**
 * Throws `month-closed` where a preview changes closed months and no reason is given, `forbidden` where somebody other
 * than an admin gives one.
 */
export function requireRestatement(
  staged: { restated: readonly string[]; restates: readonly RestatedMonth[] } | null,
  { isAdmin, reason }: Pick<Consent, 'isAdmin' | 'reason'>,
): void {
  if (!staged || staged.restated.length === 0) return
  if (reason === undefined) throw new CodedError('month-closed', describeRestated(staged))
  if (!isAdmin) throw new CodedError('forbidden', 'To change what a closed month says needs the role admin.')
}

/** Which closed months would say what instead of what, and what to do. */
export function describeRestated(staged: { restated: readonly string[]; restates: readonly RestatedMonth[] }): string {
  const { restated, restates } = staged
  const told = restates.slice(0, namedMax).map(describeMonth)
  const rest = restated.length > told.length ? ` and ${restated.length - told.length} more` : ''
  return `This would change what ${restated.length === 1 ? 'a closed month says' : 'closed months say'}: ${told.join('; ')}${rest}. Leave those rows out, ask an admin to open the ${restated.length === 1 ? 'month' : 'months'} again, or let an admin commit it with a reason ("restate").`
}

function describeMonth({ month, before, after }: RestatedMonth): string {
  const { spendMinor: spent, revenueMinor: revenue } = sumsOf(before)
  const now = sumsOf(after)
  const change = (what: string, from: number, to: number): string[] => {
    if (from === to && before.currency === after.currency) return []
    return [`${what} ${amountText(from, before.currency)} to ${amountText(to, after.currency)}`]
  }
  const changes = [...change('spend', spent, now.spendMinor), ...change('revenue', revenue, now.revenueMinor)]
  return `${month} (${changes.length > 0 ? changes.join(', ') : `spend stays ${amountText(spent, before.currency)}, but not in all its tiers, days or figures`})`
}

function sumsOf({ overheadMinor, tiers }: RestatedMonth['before']): { spendMinor: number; revenueMinor: number } {
  return { spendMinor: tiers.all.spendMinor + overheadMinor, revenueMinor: tiers.all.revenueMinor }
}

function amountText(minor: number, currency: string): string {
  const digits = currencyExponent(currency) ?? 2
  const text = (minor / 10 ** digits).toFixed(digits)
  return `${text} ${currency}`
}

/** The newest months are the ones that people still look at. */
export const listRestated = (restates: readonly RestatedMonth[]): RestatedMonth[] =>
  restates.slice(-limits.restatedListedMax)

export async function hasFourEyes(deps: { books: Pick<Books, 'ledger'> }): Promise<boolean> {
  return (await resolveSnapshot(deps, {})).body.settings.fourEyes
}

/** Where two people are required: why this one may not agree. @param staged who asked for what would be committed */
export function fourEyesRefusal(by: string, staged: readonly (string | null)[]): string | null {
  if (!staged.includes(by)) return null
  return `This workspace requires two people: ${by} prepared this, so another member with the role finance or admin has to commit it.`
}
