import type { CellMend } from '../../../functions/contract/cell-patch.ts'
import type { CheckOptions, FlagCode } from '../../../functions/contract/upload.ts'

/** Options with more lines to leave out; each line once, in order. */
export function withExcluded(options: CheckOptions, lines: readonly number[]): CheckOptions {
  return { ...options, exclude: [...new Set([...(options.exclude ?? []), ...lines])].sort((a, b) => a - b) }
}

/** Options without some of the lines to leave out. */
export function withoutExcluded(options: CheckOptions, lines: readonly number[]): CheckOptions {
  const back = new Set(lines)
  return { ...options, exclude: (options.exclude ?? []).filter((line) => !back.has(line)) }
}

/** Options that leave out every line that carries a warning. */
export function withFlagged(options: CheckOptions, code: FlagCode): CheckOptions {
  return { ...options, excludeFlagged: [...new Set([...(options.excludeFlagged ?? []), code])] }
}

/** Options that take the lines of a warning back in. */
export function withoutFlagged(options: CheckOptions, code: FlagCode): CheckOptions {
  return { ...options, excludeFlagged: (options.excludeFlagged ?? []).filter((other) => other !== code) }
}

/** Options with cells written anew; one that is written as the file has it is not mended any more. */
export function withMends(options: CheckOptions, mends: readonly CellMend[]): CheckOptions {
  const keyOf = ({ line, cell }: CellMend): string => `${line} ${cell}`
  const changed = new Set(mends.map(keyOf))
  const kept = (options.patches ?? []).filter((mend) => !changed.has(keyOf(mend)))
  return { ...options, patches: [...kept, ...mends.filter((mend) => mend.new !== mend.old)] }
}
