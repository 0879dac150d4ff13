/**
 * A report's text, without what tells one history from its twin in another installation: the snapshot's number and time,
 * the ids of creators, whose key each installation draws, and the last digits of what is added in the order of ids.
 */
export function comparableReport(text: string): string {
  return JSON.stringify(JSON.parse(text), (key, value: unknown) => {
    if (key === 'snapshot' || key === 'creator') return undefined
    return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(9)) : value
  })
}
