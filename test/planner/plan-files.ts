import { bySide, type PlanCell } from '../../functions/domain/planner/plan-cell.ts'
import { followerFile, resultFile, spendFile, type TestFile } from '../report/fold-files.ts'

type Cells = { micro: readonly PlanCell[]; macro: readonly PlanCell[] }

const creators = { micro: '@small', macro: '@big' }

/** Files whose campaign-months are these cells: of each campaign one a month from January 2026 on. */
export function filesOf(cells: Cells): TestFile[] {
  const rows = bySide((tier) => {
    const months = new Map<number, number>()
    return cells[tier].map((cell) => {
      const month = (months.get(cell.campaign) ?? 0) + 1
      months.set(cell.campaign, month)
      return {
        day: `2026-${String(month).padStart(2, '0')}-10`,
        campaign: `Campaign ${cell.campaign}`,
        creator: creators[tier],
        cell,
      }
    })
  })
  const all = [...rows.micro, ...rows.macro]
  const money = (minor: number): string => (minor / 100).toFixed(2)
  return [
    followerFile('@small,,5000,', '@big,,500000,'),
    spendFile(
      ...all.map(
        ({ day, campaign, creator, cell }) => `${day},${campaign},${creator},instagram,${money(cell.spend)},USD`,
      ),
    ),
    resultFile(
      ...all.map(
        ({ day, campaign, creator, cell }) =>
          `${day},${campaign},${creator},instagram,,,100,${cell.conversions},${money(cell.conversions * 5000)},USD`,
      ),
    ),
  ]
}
