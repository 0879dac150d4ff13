import type { WorkspaceId } from '../contract/ids.ts'
import type { Key } from './table.ts'

export type BooksKeys = ReturnType<typeof booksKeys>

/** Where everything of one workspace stands. Every partition is `W#<workspace>` or starts with `W#<workspace>#`. */
export function booksKeys(workspace: WorkspaceId) {
  const root = `W#${workspace}`
  const snapshots = `${root}#SNAPSHOT`
  const uploads = `${root}#UPLOAD`
  const changes = `${root}#CHANGE`
  /** Also of a change, whose id is no upload's. */
  const ofUpload = (upload: string) => `${uploads}#${upload}`
  return {
    snapshots,
    uploads,
    changes,
    ofUpload,
    names: `${root}#NAME`,
    refusals: `${root}#REFUSAL`,
    mappings: `${root}#MAPPING`,
    scenarios: `${root}#SCENARIO`,
    vettings: `${root}#VETTING`,
    views: `${root}#VIEW`,
    head: { pk: root, sk: 'HEAD' },
    snapshot: (number: number): Key => ({ pk: snapshots, sk: padNumber(number) }),
    /** Sorts behind every number, so that listing snapshots does not read bodies. */
    snapshotBody: (number: number, slice: string): Key => ({
      pk: snapshots,
      sk: `BODY#${padNumber(number)}#${slice}`,
    }),
    upload: (id: string): Key => ({ pk: uploads, sk: id }),
    change: (id: string): Key => ({ pk: changes, sk: id }),
    part: (upload: string, part: number): Key => ({ pk: ofUpload(upload), sk: `PART#${padSlice(part)}` }),
    /** Stands once the part does, so that parts are listed without reading them. */
    received: (upload: string, part: number): Key => ({ pk: ofUpload(upload), sk: `RECEIVED#${padSlice(part)}` }),
    problems: (upload: string, staging: string, slice: number): Key => ({
      pk: ofUpload(upload),
      sk: `PROBLEM#${staging}#${padSlice(slice)}`,
    }),
    /** Sorts behind the problems themselves. */
    problemCauses: (upload: string, staging: string, slice: number): Key => ({
      pk: ofUpload(upload),
      sk: `PROBLEM#${staging}#CAUSE#${padSlice(slice)}`,
    }),
    preview: (upload: string, staging: string): Key => ({ pk: ofUpload(upload), sk: `PREVIEW#${staging}` }),
    previewBody: (upload: string, staging: string, slice: string): Key => ({
      pk: ofUpload(upload),
      sk: `PREVIEW#${staging}#${slice}`,
    }),
    staging: (upload: string, staging: string): Key => ({ pk: ofUpload(upload), sk: `STAGING#${staging}` }),
    name: (id: string): Key => ({ pk: `${root}#NAME`, sk: id }),
    /** Two names that are not one, the lower id first. */
    refusal: (of: string, a: string, b: string): Key => ({ pk: `${root}#REFUSAL`, sk: `${of}#${a}#${b}` }),
    /** Of one shape there is one. */
    mapping: ({ kind, shape }: { kind: string; shape: string }): Key => ({
      pk: `${root}#MAPPING`,
      sk: `${kind}#${shape}`,
    }),
    scenario: (id: string): Key => ({ pk: `${root}#SCENARIO`, sk: id }),
    view: (id: string): Key => ({ pk: `${root}#VIEW`, sk: id }),
    /** Under the name that it was said of. */
    vetting: (creator: string): Key => ({ pk: `${root}#VETTING`, sk: creator }),
    place: (place: string): string => `${root}#${place}`,
    /** Sorts by time. */
    audit: (at: string, number: number): Key => ({ pk: `${root}#AUDIT`, sk: `${at}#${padNumber(number)}` }),
  }
}

export function padNumber(number: number): string {
  return String(number).padStart(10, '0')
}

export function padSlice(slice: number): string {
  return String(slice).padStart(4, '0')
}
