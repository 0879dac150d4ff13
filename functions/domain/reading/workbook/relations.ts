import { partPath, relationsPath } from './part-path.ts'
import { readSmallPart } from './read-small-part.ts'
import type { ZipFile } from './zip-file.ts'

/** `type` is the last word of its address: the strict and the usual edition of the standard share it. */
export type Relation = { id: string; type: string; path: string }

/** The parts that a part points to. @throws Unreadable */
export async function readRelations(zip: ZipFile, part: string): Promise<Relation[]> {
  const relations: Relation[] = []
  await readSmallPart(zip, relationsPath(part), {
    open(name, { Id: id, Type: type = '', Target: target, TargetMode: mode }) {
      if (name !== 'Relationship' || id === undefined || target === undefined || mode === 'External') return
      relations.push({ id, type: type.slice(type.lastIndexOf('/') + 1), path: partPath(part, target) })
    },
  })
  return relations
}
