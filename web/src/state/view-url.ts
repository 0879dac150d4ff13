import { defaultView, metricNames, objectives, tierNames, type View } from './view.ts'

/** Moves when an address would be read otherwise. The present version stays out of the address. */
const urlVersion = 1
const textCharsMax = 300
const valuesMax = 100

type Field<V> = {
  read: (values: string[]) => V | undefined
  write: (value: V) => string[]
}

const one = (values: string[]): string | undefined => (values.length === 1 ? values[0] : undefined)
const written = (value: string | number | null): string[] => (value === null ? [] : [String(value)])

const text = (pattern: RegExp): Field<string | null> => ({
  read: (values) => (pattern.test(one(values) ?? '') ? one(values) : undefined),
  write: written,
})
const day: Field<string | null> = {
  read: (values) => (isDay(one(values) ?? '') ? one(values) : undefined),
  write: written,
}
const choice = <T extends string>(options: readonly T[]) => ({
  read: (values: string[]) => options.find((option) => option === one(values)),
  write: written,
})
const list = {
  read: (values: string[]) => (values.length <= valuesMax && values.every(isText) ? [...new Set(values)] : undefined),
  write: (values: string[]) => values,
}
const choices = <T extends string>(options: readonly T[]) => ({
  read: (values: string[]) => {
    const known = options.filter((option) => values.includes(option))
    return known.length === new Set(values).size ? known : undefined
  },
  write: (values: T[]): string[] => values,
})

const fields: { [K in keyof View]: Field<View[K]> } = {
  workspace: {
    read: (values) => (/^[a-z0-9][a-z0-9-]{0,39}$/.test(one(values) ?? '') ? one(values) : undefined),
    write: (value) => [value],
  },
  from: day,
  to: day,
  compareFrom: day,
  compareTo: day,
  basis: choice(['period', 'campaign']),
  spendBasis: choice(['accrued', 'paid']),
  overhead: choice(['apart', 'spread', 'full']),
  metric: choice(metricNames),
  campaign: list,
  brand: list,
  platform: list,
  niche: list,
  region: list,
  objective: choices(objectives),
  tier: choices(tierNames),
  snapshot: {
    read: (values) => (/^\d{1,9}$/.test(one(values) ?? '') ? Number(one(values)) : undefined),
    write: written,
  },
  preview: text(/^[\w.-]{1,80}$/),
}

/** The parameters that belong to the view; a page may keep others beside them. */
export const viewParameters = Object.keys(fields) as (keyof View)[]

type Reading = {
  view: View
  /** Parameters whose values mean nothing here: what is shown is without them, and must say so. */
  ignored: string[]
  /** The address was written by a newer version: nothing of it was read. */
  newer: boolean
}

export function parseView(search: string): Reading {
  const parameters = new URLSearchParams(search)
  const version = parameters.get('v')
  if (version !== null && version !== String(urlVersion)) return { view: defaultView, ignored: [], newer: true }
  const found: Partial<Record<keyof View, unknown>> = {}
  const ignored: string[] = []
  for (const name of viewParameters) {
    const values = parameters.getAll(name)
    if (values.length === 0) continue
    const value = fields[name].read(values)
    if (value === undefined) ignored.push(name)
    else found[name] = value
  }
  const [half, ...other] = (['compareFrom', 'compareTo'] as const).filter((name) => found[name] !== undefined)
  if (half !== undefined && other.length === 0) {
    delete found[half]
    ignored.push(half)
  }
  if (found.preview !== undefined && found.snapshot !== undefined) {
    delete found.snapshot
    ignored.push('snapshot')
  }
  return { view: { ...defaultView, ...(found as Partial<View>) }, ignored, newer: false }
}

export function readView(search: string): View {
  return parseView(search).view
}

/** The query string (with `?`, or empty) that `readView` reads as this view. Defaults stay out of it. */
export function writeView(view: View): string {
  const parameters = new URLSearchParams()
  for (const name of viewParameters) {
    const write = fields[name].write as (value: unknown) => string[]
    const values = write(view[name])
    if (values.join('\0') === write(defaultView[name]).join('\0')) continue
    for (const value of values) parameters.append(name, value)
  }
  const search = parameters.toString()
  return search === '' ? '' : `?${search}`
}

function isText(value: string): boolean {
  return value.length > 0 && value.length <= textCharsMax
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const time = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}
