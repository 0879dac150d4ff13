import * as z from 'zod'
import type { UploadId } from '../contract/ids.ts'
import { limits } from '../contract/limits.ts'
import { Problem, ProblemCause } from '../contract/problem.ts'
import { batchDelete, batchPut } from './batch.ts'
import type { BooksKeys } from './keys.ts'
import { itemFormat, parseItem } from './parse-item.ts'
import type { Problems } from './ports.ts'
import { queryItems } from './query.ts'
import type { Key, Table } from './table.ts'

/** A problem's texts are bounded by those of a cell: this many stay far below an item's bound. */
const problemsPerItem = 25
/** A cause has the texts of one problem and what was found on its lines. */
const causesPerItem = 10

const ProblemsItem = z.object({ format: z.literal(1), problems: z.array(Problem) })
const CausesItem = z.object({ format: z.literal(1), causes: z.array(ProblemCause) })

export function dynamoProblems(table: Table, keys: BooksKeys): Problems {
  const between = (upload: UploadId, from: Key, to: Key) => ({
    pk: keys.ofUpload(upload),
    between: { from: from.sk, to: to.sk },
  })
  const removeFrom = async (upload: UploadId, from: Key, to: Key): Promise<void> => {
    const left: Key[] = []
    const range = { ...between(upload, from, to), attributes: ['sk'], pageItems: 100 }
    for await (const { sk } of queryItems(table, range)) left.push({ pk: from.pk, sk: String(sk) })
    await batchDelete(table, left)
  }

  return {
    async put(upload, staging, problems, causes = []) {
      if (problems.length > limits.problemsListedMax) throw new Error(`${problems.length} problems to list`)
      if (causes.length > limits.problemCausesListedMax) throw new Error(`${causes.length} causes to list`)
      const problemAt = (slice: number) => keys.problems(upload, staging, slice)
      const causeAt = (slice: number) => keys.problemCauses(upload, staging, slice)
      const problemSlices = slicesOf(problems, problemsPerItem)
      const causeSlices = slicesOf(causes, causesPerItem)
      await batchPut(table, [
        ...problemSlices.map((slice, at) => itemOf(problemAt(at + 1), { problems: slice })),
        ...causeSlices.map((slice, at) => itemOf(causeAt(at + 1), { causes: slice })),
      ])
      await removeFrom(upload, problemAt(problemSlices.length + 1), problemAt(9999))
      await removeFrom(upload, causeAt(causeSlices.length + 1), causeAt(9999))
    },

    async list(upload, staging, { limit, cursor }) {
      const from = cursor === undefined ? 0 : Number(cursor)
      // One more than asked for tells whether there is a next page.
      const first = Math.floor(from / problemsPerItem)
      const last = Math.floor((from + limit) / problemsPerItem)
      const found: Problem[] = []
      const range = between(upload, keys.problems(upload, staging, first + 1), keys.problems(upload, staging, last + 1))
      for await (const item of queryItems(table, { ...range, pageItems: last - first + 1 })) {
        found.push(...parseItem(ProblemsItem, item).problems)
      }
      const skipped = from - first * problemsPerItem
      const more = found.length > skipped + limit
      return { items: found.slice(skipped, skipped + limit), next: more ? String(from + limit) : null }
    },

    async causes(upload, staging) {
      const found: ProblemCause[] = []
      const range = between(upload, keys.problemCauses(upload, staging, 1), keys.problemCauses(upload, staging, 9999))
      for await (const item of queryItems(table, { ...range, pageItems: 100 })) {
        found.push(...parseItem(CausesItem, item).causes)
      }
      return found
    },
  }
}

function slicesOf<T>(items: readonly T[], size: number): T[][] {
  const slices = Math.ceil(items.length / size)
  return Array.from({ length: slices }, (_, slice) => items.slice(slice * size, (slice + 1) * size))
}

function itemOf(key: Key, body: object): { item: Key & { format: 1 }; bytes: number } {
  return { item: { ...key, format: itemFormat, ...body }, bytes: Buffer.byteLength(JSON.stringify(body)) }
}
