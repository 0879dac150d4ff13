/** `="0012"` and `='0012'`, which keep a spreadsheet from making a number of a text, without their guard. */
export function unwrapGuard(cell: string): string {
  const quote = cell[1]
  if (cell[0] !== '=' || (quote !== '"' && quote !== "'")) return cell
  const inner = cell.slice(2, -1)
  return cell.length >= 3 && cell.endsWith(quote) && !inner.includes(quote) ? inner : cell
}
