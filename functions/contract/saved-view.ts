import * as z from 'zod'
import { Instant } from './ids.ts'
import { limits } from './limits.ts'

/** A ULID. */
export const SavedViewId = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  .brand<'SavedViewId'>()
export type SavedViewId = z.infer<typeof SavedViewId>

export const SavedViewName = z.string().trim().min(1).max(limits.viewNameCharsMax)

/** A page of this service, never of another: `/campaigns/0123456789ab`. */
const PagePath = z
  .string()
  .max(limits.viewPathCharsMax)
  .regex(/^\/(?!\/|api(\/|$))[\w\-./~%]*$/, 'expected the path of a page, such as / or /campaigns')

/** What stands elsewhere: in the path of the request, in `snapshot`, or nowhere, since it is gone one day. */
const apart = ['workspace', 'snapshot', 'preview'] as const

/** What the page asks, as its address says it, without the question mark. */
const PageSearch = z
  .string()
  .max(limits.viewSearchCharsMax)
  .regex(/^[^?#\s]*$/, 'expected the part of an address between ? and #')
  .superRefine((search, context) => {
    const names = new Set(new URLSearchParams(search).keys())
    for (const name of apart.filter((name) => names.has(name)))
      context.addIssue({ code: 'custom', message: messages[name] })
  })

const messages: Record<(typeof apart)[number], string> = {
  workspace: 'expected no "workspace": a view belongs to the workspace that it is saved in',
  snapshot: 'expected no "snapshot": give it beside the search, as a number, or leave it out to follow the books',
  preview: 'expected no "preview": it is gone one day. Commit it, then save the view',
}

export const NewSavedView = z.strictObject({
  name: SavedViewName,
  path: PagePath,
  search: PageSearch.default(''),
  /** The state of the books that it shows for ever; null: whatever is newest when it is opened. */
  snapshot: z.int().min(0).nullable().default(null),
  /** Everybody of the workspace sees it, or only who saved it. */
  shared: z.boolean().default(false),
})
export type NewSavedView = z.infer<typeof NewSavedView>

/** What of it can be said anew; what it shows cannot: that is another view. */
export const SavedViewChange = z
  .strictObject({ name: SavedViewName, shared: z.boolean() })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'expected a name, or whether it is shared')
export type SavedViewChange = z.infer<typeof SavedViewChange>

export const SavedView = z.object({
  id: SavedViewId,
  name: z.string(),
  path: z.string(),
  search: z.string(),
  snapshot: z.int().nullable(),
  shared: z.boolean(),
  savedBy: z.string(),
  savedAt: Instant,
  /** Whether who asks may rename, share or delete it: its maker, or an admin. */
  changeable: z.boolean(),
})
export type SavedView = z.infer<typeof SavedView>

export const SavedViewList = z.object({ views: z.array(SavedView) })
export type SavedViewList = z.infer<typeof SavedViewList>
