import { useMemo } from 'preact/hooks'
import type { Report, TierName } from '../../../../functions/contract/report.ts'
import { ChartCard, TierLegend } from '../../charts/chart-card.tsx'
import { hatch } from '../../charts/chart-theme.ts'
import type { ChartSpec } from '../../charts/mount-chart.ts'
import { drawPatch, inChart, patchWidth } from '../../charts/overlays.ts'
import { formatCount, formatMoney, formatShare } from '../../format/format.ts'
import { tierTexts } from '../../messages/metrics.ts'
import { t } from '../../messages/overview.ts'
import { tierNames } from '../../state/view.ts'
import type { Column } from '../../ui/table.tsx'
import { type SharedSum, type ShareRow, toShareRows } from './to-shares.ts'

/** Each tier's share of spend against its share of what came back. */
export function SharesCard({ report }: { report: Report }) {
  const { currency, tiers } = report
  const rows = useMemo(() => toShareRows(report), [report])
  const spec = useMemo(() => toSpec(rows), [rows])
  const share = (sum: SharedSum, tier: TierName): string => {
    const shares = rows.find((row) => row.sum === sum)?.shares
    return shares ? formatShare(shares[tier]) : t('noValue')
  }
  const amount = (sum: SharedSum, value: number): string =>
    sum === 'spendMinor' || sum === 'revenueMinor' ? formatMoney(value, currency) : formatCount(value)
  const columns: Column<ShareRow>[] = [
    { id: 'sum', header: t('sum'), cell: ({ sum }) => t(sum) },
    ...tierNames.map(
      (tier): Column<ShareRow> => ({
        id: tier,
        header: tierTexts[tier],
        align: 'end',
        cell: ({ sum }) => t('shared', { value: amount(sum, tiers[tier][sum]), share: share(sum, tier) }),
      }),
    ),
    { id: 'total', header: t('total'), align: 'end', cell: ({ sum, total }) => amount(sum, total) },
  ]
  return (
    <ChartCard
      title={t('sharesTitle')}
      note={t('sharesNote')}
      legend={<TierLegend others={tiers.nano.spendMinor + tiers.unknown.spendMinor !== 0} />}
      spec={spec}
      summary={
        rows.some(({ shares, total }) => shares === null && total !== 0)
          ? t('sharesNone')
          : t('sharesSummary', {
              microSpend: share('spendMinor', 'micro'),
              microCame: share('conversions', 'micro'),
              macroSpend: share('spendMinor', 'macro'),
              macroCame: share('conversions', 'macro'),
            })
      }
      table={{ columns, rows, keyOf: ({ sum }) => sum }}
    />
  )
}

const sides = ['micro', 'macro', 'other'] as const

function shareOf({ shares }: ShareRow, side: (typeof sides)[number]): number {
  if (!shares) return 0
  return side === 'other' ? shares.nano + shares.unknown : shares[side]
}

function toSpec(rows: readonly ShareRow[]): ChartSpec<'bar'> {
  return {
    kind: 'bar',
    data: (theme) => ({
      labels: rows.map(({ sum }) => t(sum)),
      datasets: sides.map((side) => ({
        label: t(side),
        data: rows.map((row) => shareOf(row, side)),
        backgroundColor:
          side === 'micro' ? theme.micro : side === 'macro' ? hatch(theme.macro, theme.card) : theme.neutral,
        borderColor: theme.card,
        borderWidth: 1,
        borderRadius: 5,
        maxBarThickness: 60,
      })),
    }),
    options: () => ({
      indexAxis: 'y',
      interaction: { mode: 'index', axis: 'y', intersect: false },
      scales: {
        x: { stacked: true, display: false, min: 0, max: 1 },
        y: { stacked: true, grid: { display: false }, border: { display: false } },
      },
      plugins: {
        tooltip: {
          callbacks: {
            label: ({ dataset, parsed }) => ` ${dataset.label}: ${formatShare(parsed.x ?? 0, { digits: 1 })}`,
          },
        },
      },
    }),
    overlay: (chart, theme) =>
      inChart(chart, theme, (pen) => {
        for (const [at, side] of sides.entries()) {
          chart.getDatasetMeta(at).data.forEach((bar, row) => {
            const { x, y, base } = bar.getProps(['x', 'y', 'base'] as never[], true) as Record<string, number>
            const text = formatShare(shareOf(rows[row] as ShareRow, side))
            const wide = (x ?? 0) - (base ?? 0)
            if (wide > patchWidth(pen, text) + 12) drawPatch(pen, theme, text, (base ?? 0) + 8, y ?? 0)
          })
        }
      }),
  }
}
