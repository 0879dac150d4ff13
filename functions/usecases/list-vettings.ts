import type { NameId } from '../contract/ids.ts'
import type { Vetting } from '../contract/vetting.ts'
import type { Books } from '../store/ports.ts'
import { openVetting, readVettings, toVetting } from './open-vetting.ts'
import { openView } from './open-view.ts'

/** Every creator with notes or on the shortlist, as the newest books name them, by id. */
export async function listVettings(deps: { books: Books }): Promise<Vetting[]> {
  const { view } = await openView(deps, {})
  const vettings = [...(await readVettings(deps, view)).values()]
  return vettings.sort((a, b) => (a.creator < b.creator ? -1 : 1))
}

/** What was said of one creator. Throws `not-found`. */
export async function showVetting(deps: { books: Books }, id: NameId): Promise<Vetting> {
  return toVetting(await openVetting(deps, id))
}
