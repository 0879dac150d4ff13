import * as z from 'zod'

/** One client's books. Lower case, so that it reads the same in a path and in a key. */
export const WorkspaceId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
  .brand<'WorkspaceId'>()
export type WorkspaceId = z.infer<typeof WorkspaceId>

/** A ULID: sorts by creation time. */
export const UploadId = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  .brand<'UploadId'>()
export type UploadId = z.infer<typeof UploadId>

/** A change of the books that is no upload. A ULID too: no upload and no change ever share one. */
export const ChangeId = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  .brand<'ChangeId'>()
export type ChangeId = z.infer<typeof ChangeId>

/** Whose task, staging or preview something is. */
export type OwnerId = UploadId | ChangeId

/** One attempt at staging a change; unique in the workspace, a pure function of its owner, attempt and base snapshot. */
export const StagingId = z
  .string()
  .regex(/^[0-9a-z]{20}$/)
  .brand<'StagingId'>()
export type StagingId = z.infer<typeof StagingId>

/** A creator or campaign as files name it: the first 48 bits of a keyed hash, in hex. */
export const NameId = z
  .string()
  .regex(/^[0-9a-f]{12}$/)
  .brand<'NameId'>()
export type NameId = z.infer<typeof NameId>

/** Calendar month, `2026-03`. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
export type Month = z.infer<typeof Month>

/** Calendar day, `2026-03-14`. */
export const IsoDate = z.iso.date()
export type IsoDate = z.infer<typeof IsoDate>

/** UTC instant, `2026-03-14T09:26:53.000Z`. */
export const Instant = z.iso.datetime()
export type Instant = z.infer<typeof Instant>

/** Names the state that a staged change would make; opaque to clients. */
export const PreviewId = z.string().min(1).max(80)
export type PreviewId = z.infer<typeof PreviewId>
