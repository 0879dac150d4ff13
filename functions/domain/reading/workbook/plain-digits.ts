/**
 * A double as digits with a decimal point, never with an exponent. Whole numbers that a double holds exactly stay as
 * they are; of others 15 significant digits count, because Excel computes with no more: what follows is noise.
 */
export function plainDigits(value: number): string {
  if (value === 0) return '0'
  if (Number.isSafeInteger(value)) return String(value)
  const shortest = String(value)
  if (shortest.length <= 15 && !shortest.includes('e')) return shortest
  const rounded = Number(value.toPrecision(15))
  return spelled(Number.isFinite(rounded) ? rounded : value)
}

function spelled(value: number): string {
  const text = String(value)
  const [mantissa = '', power] = text.split('e')
  if (power === undefined) return text
  const sign = mantissa.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.')
  const point = whole.length + Number(power)
  const digits = whole + fraction
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return point >= digits.length
    ? sign + digits.padEnd(point, '0')
    : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}
