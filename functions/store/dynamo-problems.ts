import * as z from 'zod'
import { limits } from '../contract/limits.ts'
import { Problem } from '../contract/problem.ts'
import { batchDelete, batchPut } from './batch.ts'
import type { BooksKeys } from './keys.ts'
import { itemFormat, parseItem } from './parse-item.ts'
import type { Problems } from './ports.ts'
import { queryItems } from './query.ts'
import type { Key, Table } from './table.ts'

/** A problem's texts are bounded by those of a cell: this many stay far below an item's bound. */
const problemsPerItem = 25

const ProblemsItem = z.object({ format: z.literal(1), problems: z.array(Problem) })

export function dynamoProblems(table: Table, keys: BooksKeys): Problems {
  return {
    async put(upload, staging, problems) {
      if (problems.length > limits.problemsListedMax) throw new Error(`${problems.length} problems to list`)
      const slices = Math.ceil(problems.length / problemsPerItem)
      const puts = Array.from({ length: slices }, (_, slice) => {
        const slicedProblems = problems.slice(slice * problemsPerItem, (slice + 1) * problemsPerItem)
        const item = { ...keys.problems(upload, staging, slice + 1), format: itemFormat, problems: slicedProblems }
        return { item, bytes: JSON.stringify(slicedProblems).length }
      })
      await batchPut(table, puts)
      const left: Key[] = []
      for await (const { sk } of queryItems(table, {
        pk: keys.ofUpload(upload),
        between: {
          from: keys.problems(upload, staging, slices + 1).sk,
          to: keys.problems(upload, staging, 9999).sk,
        },
        attributes: ['sk'],
        pageItems: 100,
      })) {
        left.push({ pk: keys.ofUpload(upload), sk: String(sk) })
      }
      await batchDelete(table, left)
    },

    async list(upload, staging, { limit, cursor }) {
      const from = cursor === undefined ? 0 : Number(cursor)
      // One more than asked for tells whether there is a next page.
      const first = Math.floor(from / problemsPerItem)
      const last = Math.floor((from + limit) / problemsPerItem)
      const found: Problem[] = []
      for await (const item of queryItems(table, {
        pk: keys.ofUpload(upload),
        between: {
          from: keys.problems(upload, staging, first + 1).sk,
          to: keys.problems(upload, staging, last + 1).sk,
        },
        pageItems: last - first + 1,
      })) {
        found.push(...parseItem(ProblemsItem, item).problems)
      }
      const skipped = from - first * problemsPerItem
      const more = found.length > skipped + limit
      return { items: found.slice(skipped, skipped + limit), next: more ? String(from + limit) : null }
    },
  }
}
