/** The same reader of texts, which keeps what it read of the first `keptMax` of them. */
export function remember<T extends object | number | string>(
  read: (text: string) => T,
  keptMax: number,
): (text: string) => T {
  const kept = new Map<string, T>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const value = read(text)
    if (kept.size < keptMax) kept.set(text, value)
    return value
  }
}
