import * as z from 'zod'
import { SavedView } from '../../contract/saved-view.ts'

/** A saved view as it is stored; `version` counts its changes. */
export const ViewRecord = SavedView.omit({ changeable: true }).extend({ format: z.literal(1), version: z.int() })
export type ViewRecord = z.infer<typeof ViewRecord>

/** Who asks. */
export type ViewReader = Readonly<{ name: string; isAdmin: boolean }>

type Owned = Pick<ViewRecord, 'savedBy' | 'shared'>

/** What is not shared is its maker's alone, admins included. */
export const maySee = ({ savedBy, shared }: Owned, { name }: ViewReader): boolean => shared || savedBy === name

export const mayChange = (record: Owned, reader: ViewReader): boolean =>
  maySee(record, reader) && (reader.isAdmin || record.savedBy === reader.name)

export function toSavedView({ format: _, version: __, ...record }: ViewRecord, reader: ViewReader): SavedView {
  return { ...record, changeable: mayChange(record, reader) }
}
