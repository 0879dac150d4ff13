const codes = (): string[] => Intl.supportedValuesOf('currency')

let known: ReadonlySet<string> | undefined

export function knownCurrencies(): ReadonlySet<string> {
  known ??= new Set(codes())
  return known
}

let names: Intl.DisplayNames | undefined

/** `Euro`; '' for a code that is none. */
export function nameCurrency(code: string): string {
  if (!knownCurrencies().has(code)) return ''
  names ??= new Intl.DisplayNames('en', { type: 'currency' })
  return names.of(code) ?? ''
}

/** Currencies with their names, to choose from while typing; the likely ones first. */
export function CurrencyList({ id, first }: { id: string; first: string[] }) {
  const likely = [...new Set([...first, 'USD', 'EUR', 'GBP'])].filter((code) => knownCurrencies().has(code))
  return (
    <datalist id={id}>
      {[...likely, ...codes().filter((code) => !likely.includes(code))].map((code) => (
        <option key={code} value={code}>
          {nameCurrency(code)}
        </option>
      ))}
    </datalist>
  )
}
