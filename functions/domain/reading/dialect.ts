/** How records and cells are written. `quote` is empty where a quote character is text like any other. */
export type Dialect = {
  delimiter: string
  quote: '"' | "'" | ''
  escape: 'doubled' | 'backslash'
  /** The first line is `sep=;`, which Excel writes and reads, and is no record. */
  sepLine: boolean
  /** Each line as a whole was quoted once more, as where a CSV was pasted into one column. */
  wrapped: boolean
}

export const delimiters = [',', ';', '\t', '|'] as const

export const plainDialect: Dialect = {
  delimiter: ',',
  quote: '"',
  escape: 'doubled',
  sepLine: false,
  wrapped: false,
}
