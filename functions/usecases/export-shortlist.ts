import type { ReportQuery } from '../contract/report.ts'
import { type ShortlistRow, shortlistCsv } from '../domain/vetting/shortlist-csv.ts'
import type { Books } from '../store/ports.ts'
import { rankRows, toRow } from './list-creators.ts'
import { readVettings } from './open-vetting.ts'

/** The shortlist with what a query says of each, as a CSV file; by rank. Throws `not-found`, `preview-outdated`. */
export async function exportShortlist(deps: { books: Books }, query: ReportQuery): Promise<string> {
  const { resolved, view, names, rows, metric } = await rankRows(deps, query)
  const vettings = await readVettings(deps, view)
  const rowAt = new Map(rows.map((row) => [row.at, row]))
  const listed = [...vettings]
    .filter(([, { shortlisted }]) => shortlisted !== null)
    .map(([at, vetting]): ShortlistRow => {
      const row = rowAt.get(at)
      return { name: names.creators[at] ?? '', vetting, row: row ? toRow(row) : null }
    })
  const last = rows.length + 1
  const placeOf = ({ row }: ShortlistRow): number => row?.ranking.rank ?? last
  listed.sort((a, b) => placeOf(a) - placeOf(b) || (a.vetting.creator < b.vetting.creator ? -1 : 1))
  return shortlistCsv(listed, metric, resolved.body.settings.reportingCurrency)
}
