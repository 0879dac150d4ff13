import { useMemo } from 'preact/hooks'

const codes = (): string[] => Intl.supportedValuesOf('currency')

let known: ReadonlySet<string> | undefined

export function knownCurrencies(): ReadonlySet<string> {
  known ??= new Set(codes())
  return known
}

/** Currencies with their names, to choose from while typing; the likely ones first. */
export function CurrencyList({ id, first }: { id: string; first: string[] }) {
  const names = useMemo(() => new Intl.DisplayNames('en', { type: 'currency' }), [])
  const likely = [...new Set([...first, 'USD', 'EUR', 'GBP'])].filter((code) => knownCurrencies().has(code))
  return (
    <datalist id={id}>
      {[...likely, ...codes().filter((code) => !likely.includes(code))].map((code) => (
        <option key={code} value={code}>
          {names.of(code)}
        </option>
      ))}
    </datalist>
  )
}
