/** In the order in which money goes out: what is certain first. */
export const statusNames = ['paid', 'invoiced', 'unstated', 'committed'] as const
export type StatusName = (typeof statusNames)[number]

type BudgetBarProps = {
  amounts: Readonly<Record<StatusName, number>>
  budget: number
  /** Of the days, as a fraction; null draws none. */
  daysShare: number | null
  label: string
}

const width = 100

/** What is spent, by status, on a scale that holds the budget; below it how far the days are. The table says the same. */
export function BudgetBar({ amounts, budget, daysShare, label }: BudgetBarProps) {
  const parts = toParts(amounts)
  const most = Math.max(budget, parts.at(-1)?.end ?? 0)
  const x = (minor: number) => (most > 0 ? (minor / most) * width : 0)
  return (
    <svg class="budget-bar" viewBox={`0 0 ${width} 22`} preserveAspectRatio="none" role="img" aria-label={label}>
      <rect class="budget-whole" x="0" y="0" width={x(budget)} height="14" />
      {parts.map(({ name, start, end }) => (
        <rect key={name} class={`status-${name}`} x={x(start)} y="2" width={x(end) - x(start)} height="10" />
      ))}
      <rect class="budget-end" x={Math.min(width - 0.4, x(budget) - 0.2)} y="0" width="0.4" height="14" />
      {daysShare !== null && (
        <>
          <rect class="budget-whole" x="0" y="17" width={x(budget)} height="4" />
          <rect class="days-gone" x="0" y="17" width={x(budget * daysShare)} height="4" />
        </>
      )}
    </svg>
  )
}

/** From where to where each status is drawn; credits beyond what was spent draw nothing. */
export function toParts(amounts: Readonly<Record<StatusName, number>>) {
  let end = 0
  return statusNames.map((name) => {
    const start = end
    end += Math.max(0, amounts[name])
    return { name, start, end }
  })
}
