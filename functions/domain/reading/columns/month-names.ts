const languages = ['en', 'de', 'fr', 'es', 'pt', 'id', 'vi', 'it', 'nl'] as const

/** Spellings that people and programs use beside those of the Unicode locale data. */
const further: readonly (readonly string[])[] = [
  ['jän', 'jänner', 'janv', 'ene', 'gen'],
  ['feb', 'feber', 'fév', 'févr', 'fev', 'peb', 'pebruari'],
  ['mar', 'mär', 'mrz', 'mrt', 'maerz', 'marz', 'marco', 'mars'],
  ['apr', 'abr', 'avr'],
  ['mai', 'mei', 'may', 'mag'],
  ['jun', 'juin', 'juni'],
  ['jul', 'juil', 'jui', 'juli'],
  ['aug', 'ago', 'aou', 'août', 'agt', 'ags', 'agu', 'agust'],
  ['sep', 'sept', 'set', 'setiembre'],
  ['oct', 'okt', 'out', 'oktober'],
  ['nov', 'nop', 'nopember'],
  ['dec', 'dez', 'dic', 'déc', 'des', 'dis'],
]

/** Small letters without accents: `Août.` is `aout`. */
export function foldWord(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/gu, '')
    .replace(/đ/g, 'd')
}

let names: Map<string, number> | undefined
let weekdays: Set<string> | undefined

/** 1 to 12 for the name of a month in one of the languages, full or short, with or without a point. */
export function monthOfName(word: string): number | undefined {
  names ??= collectNames()
  return names.get(foldWord(word))
}

function collectNames(): Map<string, number> {
  const collected = new Map<string, number>()
  const add = (name: string, month: number): void => {
    const folded = foldWord(name)
    if (/^[a-z]{3,}$/.test(folded) && !collected.has(folded)) collected.set(folded, month)
  }
  for (let month = 1; month <= 12; month++) {
    const middle = new Date(Date.UTC(2024, month - 1, 15))
    for (const language of languages) {
      for (const form of ['long', 'short'] as const) {
        // With a day beside it some languages write the name in another case.
        for (const options of [{ month: form }, { month: form, day: 'numeric' }] as const) {
          const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
          add(format.formatToParts(middle).find(({ type }) => type === 'month')?.value ?? '', month)
        }
      }
    }
    for (const name of further[month - 1] ?? []) add(name, month)
  }
  return collected
}

/** A word of the name of a weekday in one of the languages. */
export function isWeekdayWord(word: string): boolean {
  weekdays ??= collectWeekdays()
  return weekdays.has(foldWord(word))
}

function collectWeekdays(): Set<string> {
  const collected = new Set(['tues', 'thur', 'thurs', 'weds'])
  for (let day = 5; day <= 11; day++) {
    const date = new Date(Date.UTC(2026, 0, day))
    for (const language of languages) {
      for (const weekday of ['long', 'short'] as const) {
        const name = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' }).format(date)
        for (const word of name.split(/[\s-]+/u)) if (/^\p{L}/u.test(word)) collected.add(foldWord(word))
      }
    }
  }
  return collected
}
