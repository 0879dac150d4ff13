import { posix } from 'node:path'

type Layer = {
  /** Path prefixes that this layer may import, besides itself. */
  sees: string[]
  /** Like `sees`, for types alone. */
  seesTypes?: string[]
  packages: RegExp
}

const pureNode = 'node:(buffer|crypto|util|zlib)'
const ports = ['functions/store/ports.ts', 'functions/identity/ports.ts', 'functions/mail/ports.ts']
const inner = ['functions/contract/', 'functions/domain/']
const anything = /./

/** Data goes one way, and so do imports: down. The first prefix that fits a file is its layer. */
const layers: Record<string, Layer> = {
  'functions/contract/': { sees: [], packages: /^zod$/ },
  'functions/domain/': {
    sees: ['functions/contract/'],
    packages: new RegExp(`^(zod|papaparse|saxes|currency-codes|fastest-levenshtein|${pureNode})$`),
  },
  'functions/usecases/': { sees: [...inner, ...ports], packages: new RegExp(`^(zod|${pureNode})$`) },
  'functions/store/': { sees: inner, packages: /^(zod|@aws-sdk\/.*|node:.*)$/ },
  'functions/mail/': { sees: inner, packages: anything },
  'functions/identity/': { sees: inner, packages: anything },
  'functions/api/': {
    sees: [...inner, ...ports, 'functions/usecases/'],
    packages: new RegExp(`^(zod|hono(/.*)?|${pureNode})$`),
  },
  'functions/handlers/': { sees: ['functions/'], packages: anything },
  'functions/local/': { sees: ['functions/'], packages: anything },
  'web/': { sees: ['functions/contract/'], seesTypes: ['functions/api/app.ts'], packages: /^(?!node:|@aws-sdk)/ },
}

/** What makes an answer depend on when, where or how luckily it was asked. */
const impure = [/\bnew Date\(\s*\)/, /\bDate\.now\b/, /\bperformance\.now\b/, /\bMath\.random\b/, /\bprocess\.env\b/]
const pureLayers = ['functions/contract/', 'functions/domain/']

type Import = { from: string; typesOnly: boolean }

/** One sentence for each rule that a file breaks. `path` is relative to the repository. */
export function brokenRules(path: string, source: string): string[] {
  const own = Object.keys(layers).find((prefix) => path.startsWith(prefix))
  const layer = own === undefined ? undefined : layers[own]
  if (own === undefined || layer === undefined) return []
  const code = withoutComments(source)
  const imports = importsOf(code).flatMap((found) => {
    if (!found.from.startsWith('.')) {
      return layer.packages.test(found.from) ? [] : [`${path} must not import the package ${found.from}`]
    }
    const target = posix.join(posix.dirname(path), found.from)
    const seen = [own, ...layer.sees, ...(found.typesOnly ? (layer.seesTypes ?? []) : [])]
    return seen.some((prefix) => target.startsWith(prefix)) ? [] : [`${path} must not import ${target}`]
  })
  const words = pureLayers.includes(own) ? impure.flatMap((word) => word.exec(code)?.[0] ?? []) : []
  return [...imports, ...words.map((word) => `${path} must not use ${word}`)]
}

function importsOf(code: string): Import[] {
  const statements = /(?:^|\n|;)\s*(import|export)\s+(type\s)?(?:[\w*\s{},$]*?\sfrom\s*)?['"]([^'"]+)['"]/g
  const calls = /\bimport\s*\(\s*['"]([^'"]+)['"]/g
  return [
    ...[...code.matchAll(statements)].map(([, , type, from = '']) => ({ from, typesOnly: type !== undefined })),
    ...[...code.matchAll(calls)].map(([, from = '']) => ({ from, typesOnly: false })),
  ]
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}
