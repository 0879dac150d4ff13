import * as z from 'zod'
import { limits } from '../contract/limits.ts'
import { InvalidRequest, issuesOf } from './invalid-request.ts'
import { readLimited } from './read-limited.ts'

const jsonBytesMax = 1_000_000
const jsonDepthMax = 20

/** Path or query parameters as the schema's types: numbers are read, lists are repeated parameters. */
export function readParameters<S extends z.ZodObject>(
  place: 'query' | 'path',
  schema: S,
  found: Record<string, string[]>,
): z.output<S> {
  const fields: Record<string, unknown> = {}
  for (const [name, values] of Object.entries(found)) fields[name] = readValues(coreOf(schema.shape[name]), values)
  return parseStrictly(place, schema, fields)
}

/** The body as JSON; none at all means an empty object. */
export async function readJson<S extends z.ZodObject>(schema: S, request: Request): Promise<z.output<S>> {
  const text = new TextDecoder().decode(await readLimited(request, jsonBytesMax, 'invalid-request'))
  return parseStrictly('body', schema, text.trim() === '' ? {} : parseJson(text))
}

function parseStrictly<S extends z.ZodObject>(place: string, schema: S, value: unknown): z.output<S> {
  const outcome = z.safeParse(schema.strict(), value, { reportInput: true })
  if (!outcome.success) throw new InvalidRequest(issuesOf(place, outcome.error))
  return outcome.data as z.output<S>
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    requireTame(value)
    return value
  } catch (error) {
    if (error instanceof InvalidRequest) throw error
    const message = error instanceof Error ? error.message : 'it does not parse'
    throw new InvalidRequest([{ where: 'body', message: `not JSON: ${message}` }])
  }
}

/**
 * JSON allows what neither our own code nor the table can carry: depths that exhaust the stack, and halves of
 * characters (`"\ud800"`), which no UTF-8 can write.
 */
function requireTame(body: unknown): void {
  const refuse = (message: string): never => {
    throw new InvalidRequest([{ where: 'body', message }])
  }
  let level: unknown[] = [body]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > jsonDepthMax) refuse(`it is nested more than ${jsonDepthMax} deep`)
    const inner: unknown[] = []
    for (const value of level) {
      if (typeof value === 'string' && !value.isWellFormed()) refuse('a text in it holds half a character')
      if (typeof value !== 'object' || value === null) continue
      if (!Object.keys(value).every((name) => name.isWellFormed())) refuse('a name in it holds half a character')
      for (const item of Object.values(value)) inner.push(item)
    }
    level = inner
  }
}

/** The schema below `optional` and `default`. */
function coreOf(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional || schema instanceof z.ZodDefault)
    return coreOf(schema.unwrap())
  return schema
}

function readValues(schema: z.core.$ZodType | undefined, values: string[]): unknown {
  if (schema instanceof z.ZodArray) return values.map((value) => readValue(schema.element, value))
  // A parameter that may stand once and stands twice fails its schema as the list that it is.
  return values.length === 1 ? readValue(schema, values[0] ?? '') : values
}

function readValue(schema: z.core.$ZodType | undefined, value: string): unknown {
  return schema instanceof z.ZodNumber && /^-?\d{1,15}$/.test(value) ? Number(value) : value
}

export const pageQuery = z.object({
  limit: z.int().min(1).max(limits.listPageMax).default(50),
  cursor: z.exactOptional(z.string().min(1).max(limits.textCharsMax)),
})

/** A page that continues below a number. */
export const numberedPageQuery = pageQuery.extend({ cursor: z.exactOptional(z.string().regex(/^\d{1,10}$/)) })
