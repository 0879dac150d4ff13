import type { Item, Table } from './table.ts'

export type Range = {
  pk: string
  /** Sort keys that start with this. */
  prefix?: string
  /** Sort keys from `from` to `to`, both included; instead of `prefix`. */
  between?: { from: string; to: string }
  newestFirst?: boolean
  /** Attributes to read instead of all. */
  attributes?: string[]
  /** Items asked for at once: small where items are big, because a page is cut at 1 MB only after reading. */
  pageItems: number
}

/** All items of a range, page by page. */
export async function* queryItems(table: Table, range: Range): AsyncGenerator<Item> {
  let start: Item | undefined
  do {
    const page = await table.query({
      ...conditions(range),
      ScanIndexForward: range.newestFirst !== true,
      ConsistentRead: true,
      Limit: range.pageItems,
      ...(start === undefined ? {} : { ExclusiveStartKey: start }),
    })
    yield* page.Items ?? []
    start = page.LastEvaluatedKey
  } while (start !== undefined)
}

/** The first `limit` items of a range, and whether there are more. */
export async function queryFirst(table: Table, range: Omit<Range, 'pageItems'>, limit: number) {
  const items: Item[] = []
  for await (const item of queryItems(table, { ...range, pageItems: limit + 1 })) {
    if (items.length === limit) return { items, more: true }
    items.push(item)
  }
  return { items, more: false }
}

function conditions({ pk, prefix, between, attributes }: Range) {
  const names: Record<string, string> = { '#pk': 'pk' }
  const values: Record<string, string> = { ':pk': pk }
  let condition = '#pk = :pk'
  if (between !== undefined) {
    condition += ' AND #sk BETWEEN :from AND :to'
    Object.assign(values, { ':from': between.from, ':to': between.to })
  } else if (prefix !== undefined && prefix !== '') {
    condition += ' AND begins_with(#sk, :prefix)'
    values[':prefix'] = prefix
  }
  if (condition.includes('#sk')) names['#sk'] = 'sk'
  attributes?.forEach((attribute, index) => {
    names[`#a${index}`] = attribute
  })
  return {
    KeyConditionExpression: condition,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
    ...(attributes === undefined
      ? {}
      : { ProjectionExpression: attributes.map((_, index) => `#a${index}`).join(', ') }),
  }
}
