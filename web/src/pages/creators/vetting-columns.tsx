import type { CreatorRow } from '../../../../functions/contract/report.ts'
import type { Vetting } from '../../../../functions/contract/vetting.ts'
import { formatCount } from '../../format/format.ts'
import { t } from '../../messages/creators.ts'
import type { DataColumn, RowChoice } from '../../ui/data-table-model.ts'

/** What was said of creators, by id. */
export type Vettings = ReadonlyMap<string, Vetting>

type Shortlist = {
  vettings: Vettings
  shortlisted: ReadonlySet<string>
  onTick: (id: string, shortlisted: boolean) => void
}

/** The shortlist, to be ticked in the list itself, and how many notes there are. */
export function vettingColumns({ vettings, shortlisted, onTick }: Shortlist): DataColumn<CreatorRow>[] {
  return [
    {
      id: 'shortlist',
      label: t('shortlist'),
      meaning: t('shortlistMeaning'),
      widthRem: 6,
      value: ({ id }) => (shortlisted.has(id) ? 1 : 0),
      cell: ({ id, name }) => (
        <input
          type="checkbox"
          aria-label={t('shortlistName', { name })}
          checked={shortlisted.has(id)}
          onChange={({ currentTarget }) => onTick(id, currentTarget.checked)}
        />
      ),
    },
    {
      id: 'notes',
      label: t('notes'),
      align: 'end',
      widthRem: 5,
      hidden: true,
      value: ({ id }) => vettings.get(id)?.notes.length ?? 0,
      cell: ({ id }) => formatCount(vettings.get(id)?.notes.length ?? 0),
    },
  ]
}

export function shortlistChoice(shortlisted: ReadonlySet<string>): RowChoice<CreatorRow> {
  return { id: 'shortlist', label: t('shortlist'), keep: ({ id }) => shortlisted.has(id) }
}
