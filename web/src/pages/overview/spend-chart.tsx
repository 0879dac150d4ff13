import { useMemo } from 'preact/hooks'
import type { Report } from '../../../../functions/contract/report.ts'
import { ChartCard } from '../../charts/chart-card.tsx'
import { hatch } from '../../charts/chart-theme.ts'
import type { ChartSpec } from '../../charts/mount-chart.ts'
import { currencyExponent } from '../../format/currency-exponents.ts'
import { formatDay, formatMoney, formatShare } from '../../format/format.ts'
import { t } from '../../messages/overview.ts'
import type { Column } from '../../ui/table.tsx'
import { type SpendPoint, toShares, toSpendSeries } from './to-spend-series.ts'

export function SpendChart({ report }: { report: Report }) {
  const { currency, series } = report
  const points = useMemo(() => toSpendSeries(series), [series])
  const spec = useMemo(() => toSpec(points, currency), [points, currency])
  const micro = report.tiers.micro.spendMinor
  const macro = report.tiers.macro.spendMinor
  const shares = toShares(micro, macro)
  const money = (minor: number) => formatMoney(minor, currency)
  const columns: Column<SpendPoint>[] = [
    { id: 'date', header: t('date'), cell: ({ date }) => formatDay(date) },
    { id: 'micro', header: t('micro'), align: 'end', cell: ({ microMinor }) => money(microMinor) },
    { id: 'macro', header: t('macro'), align: 'end', cell: ({ macroMinor }) => money(macroMinor) },
  ]
  return (
    <ChartCard
      wide
      title={t('spendTitle')}
      note={series.grain === 'day' ? t('spendNoteDay') : t('spendNoteMonth')}
      spec={spec}
      summary={t('spendSummary', {
        total: money(micro + macro),
        micro: shares ? formatShare(shares.micro) : t('noValue'),
        macro: shares ? formatShare(shares.macro) : t('noValue'),
      })}
      table={{ columns, rows: points, keyOf: ({ date }) => date }}
    />
  )
}

function toSpec(points: readonly SpendPoint[], currency: string): ChartSpec<'bar'> {
  const scale = 10 ** currencyExponent(currency)
  return {
    kind: 'bar',
    data: (theme) => ({
      labels: points.map(({ date }) => formatDay(date, 'short')),
      datasets: [
        {
          label: t('micro'),
          data: points.map(({ microMinor }) => microMinor / scale),
          backgroundColor: theme.micro,
          borderRadius: 4,
          maxBarThickness: 44,
        },
        {
          label: t('macro'),
          data: points.map(({ macroMinor }) => macroMinor / scale),
          backgroundColor: hatch(theme.macro, theme.card),
          borderRadius: 4,
          maxBarThickness: 44,
        },
      ],
    }),
    options: (theme) => ({
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: { grid: { display: false }, border: { color: theme.line } },
        y: {
          border: { display: false },
          ticks: { maxTicksLimit: 6, callback: (value) => formatMoney(Number(value) * scale, currency, 'compact') },
        },
      },
      plugins: {
        tooltip: {
          callbacks: {
            label: ({ dataset, parsed }) => ` ${dataset.label}: ${formatMoney((parsed.y ?? 0) * scale, currency)}`,
          },
        },
      },
    }),
  }
}
