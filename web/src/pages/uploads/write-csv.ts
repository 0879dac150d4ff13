/** Rows as a CSV file that spreadsheets open as text: with a byte order mark, and no cell taken for a formula. */
export function writeCsv(columns: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const lines = rows.map((row) => row.map((cell) => quote(cell ?? '')).join(','))
  return `\uFEFF${[columns.join(','), ...lines].join('\r\n')}\r\n`
}

function quote(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : disarm(value)
  return /[",\r\n;\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A cell that begins like a formula is run by spreadsheets, some of which skip white space first or read full-width signs
 * as their like; an apostrophe before it makes it text. Numbers are none.
 */
function disarm(text: string): string {
  const like = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/.test(text)
  return like && !/^[+-]?\d+([.,]\d+)*$/.test(text) ? `'${text}` : text
}
