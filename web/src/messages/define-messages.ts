/** Names in braces of a text: `{count} rows` has the slot `count`. */
type Slots<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Slots<Rest> : never

type Values<S extends string> = [Slots<S>] extends [never] ? [] : [values: Record<Slots<S>, string | number>]

export type Translate<C extends Record<string, string>> = <K extends keyof C & string>(
  key: K,
  ...values: Values<C[K]>
) => string

/**
 * A catalogue of texts and the function that reads it. One catalogue a part of the app, so that a page's texts load
 * with the page. Keys and the values that a text needs are checked by the compiler.
 */
export function defineMessages<const C extends Record<string, string>>(catalogue: C): Translate<C> {
  return (key, ...values) => fill(catalogue[key] ?? key, (values[0] ?? {}) as Record<string, string | number>)
}

function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => String(values[name] ?? slot))
}

const plurals = new Intl.PluralRules('en')

/** The text for a count out of one for each plural form of the language. */
export function chooseByCount(count: number, forms: { one: string; other: string }): string {
  return plurals.select(count) === 'one' ? forms.one : forms.other
}
