import type { Command, CommandContext } from './command.ts'

const repeatable = ['campaign', 'creator', 'brand', 'platform', 'niche', 'region', 'objective', 'tier']

/** Options that are the API's parameters, spelt as it spells them with dashes. */
export function queryOptions(names: readonly string[]): Command['options'] {
  return Object.fromEntries(
    names.map((name) => [dashed(name), { type: 'string' as const, multiple: repeatable.includes(name) }]),
  )
}

/** The server says what is wrong with a value: it does so for every client in the same words. */
export function readQueryOptions(names: readonly string[], { values }: CommandContext): Record<string, unknown> {
  const given = names.map((name) => [name, values[dashed(name)]] as const)
  return Object.fromEntries(given.filter(([, value]) => value !== undefined))
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
