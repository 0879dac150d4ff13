import type { Block, ResultColumns, SpendColumns, Subject } from './block.ts'

/** Two blocks with the rows of one: the first half and the second, each with the subjects that it needs. */
export function halveBlock(block: Block): [Block, Block] {
  const { results, spends } = block
  const total = results.count + spends.count
  if (total < 2) throw new Error('one row does not fit an item')
  const half = total >> 1
  const cutResults = Math.min(half, results.count)
  const cutSpends = half - cutResults
  return [slice(block, 0, cutResults, 0, cutSpends), slice(block, cutResults, results.count, cutSpends, spends.count)]
}

function slice(block: Block, fromResult: number, toResult: number, fromSpend: number, toSpend: number): Block {
  const results: ResultColumns = {
    ...mapColumns(block.results, (column) => column.slice(fromResult, toResult)),
    values: block.results.values.map((column) => column.slice(fromResult, toResult)),
    count: toResult - fromResult,
  }
  const spends: SpendColumns = {
    ...mapColumns(block.spends, (column) => column.slice(fromSpend, toSpend)),
    amount: block.spends.amount.slice(fromSpend, toSpend),
    count: toSpend - fromSpend,
  }
  const used = [...new Set([...results.subject, ...spends.subject])].sort((a, b) => a - b)
  const moved = new Map(used.map((old, now) => [old, now]))
  const move = (column: Int32Array): Int32Array => column.map((old) => moved.get(old) as number)
  const texts = [...new Set([...spends.lineId, ...spends.category, ...spends.reference])]
    .filter((t) => t >= 0)
    .sort((a, b) => a - b)
  const movedTexts = new Map(texts.map((old, now) => [old, now]))
  const moveText = (column: Int32Array): Int32Array => column.map((old) => movedTexts.get(old) ?? -1)
  return {
    ...block,
    subjects: used.map((old) => block.subjects[old] as Subject),
    texts: texts.map((old) => block.texts[old] as string),
    results: { ...results, subject: move(results.subject) },
    spends: {
      ...spends,
      subject: move(spends.subject),
      lineId: moveText(spends.lineId),
      category: moveText(spends.category),
      reference: moveText(spends.reference),
    },
  }
}

function mapColumns<T extends object>(columns: T, cut: (column: Int32Array) => Int32Array): T {
  const entries = Object.entries(columns).map(([name, column]) => [
    name,
    column instanceof Int32Array ? cut(column) : column,
  ])
  return Object.fromEntries(entries) as T
}
