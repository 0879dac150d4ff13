import type { NameId } from '../contract/ids.ts'
import type { ShortlistChoice, Vetting } from '../contract/vetting.ts'
import type { Books } from '../store/ports.ts'
import { changeVetting, openVetting, requireRoom, toVetting, withWritten } from './open-vetting.ts'

type Deps = { books: Books; now: () => string }

/**
 * Puts a creator on the shortlist, or takes it off under all of its names; a repeat changes nothing. Throws `not-found`,
 * `too-many-notes`, `conflict`.
 */
export async function setShortlisted(
  deps: Deps,
  id: NameId,
  { shortlisted }: ShortlistChoice,
  by: string,
): Promise<Vetting> {
  const opened = await openVetting(deps, id)
  const listed = opened.records.filter((record) => record.shortlisted !== null)
  if (shortlisted === listed.length > 0) return toVetting(opened)
  if (shortlisted) requireRoom(opened)
  const names = shortlisted ? [opened.creator] : listed.map(({ creator }) => creator)
  const choice = shortlisted ? { by, at: deps.now() } : null
  const written = await Promise.all(
    names.map((name) => changeVetting(deps, name, (record) => ({ ...record, shortlisted: choice }))),
  )
  return withWritten(opened, written)
}
