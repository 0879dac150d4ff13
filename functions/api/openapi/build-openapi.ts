import type * as z from 'zod'
import { type ProblemCode, problemStatus } from '../../contract/problem.ts'
import { problemTitle } from '../answer-problem.ts'
import type { Answer, RouteSpec } from '../declare-route.ts'
import type { DescribedRoute } from '../describe-routes.ts'
import { componentSchemas, inputSchema, type JsonSchema, referTo } from './component-schemas.ts'
import type { OpenapiDocument, Operation, Parameter, Response } from './openapi-document.ts'
import { bodyTexts, queryTexts } from './parameter-texts.ts'

const tags: { name: RouteSpec['tag']; description: string }[] = [
  {
    name: 'Uploads',
    description: 'How a file comes in: announce, send parts, check, commit; and how it is taken back.',
  },
  { name: 'Reports', description: 'What the books say.' },
  { name: 'Views', description: 'Pages with what they ask, kept under a name.' },
  { name: 'Books', description: 'The numbered states of the books, and whether they hold.' },
  { name: 'Creators', description: 'What was noted on creators, and whom to book again.' },
  { name: 'Who is who', description: 'Names that spend and results do not agree on, and what was decided of them.' },
  { name: 'Start', description: 'Open to everybody.' },
]

/** The OpenAPI 3.1 description of what the app serves, made of what its routes declare. */
export function buildOpenapi(routes: DescribedRoute[]): OpenapiDocument {
  const paths: OpenapiDocument['paths'] = {}
  for (const { method, path, spec } of routes) {
    const named = path.replace(/:(\w+)/g, '{$1}')
    paths[named] = { ...paths[named], [method.toLowerCase()]: toOperation(named, spec) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tierwise',
      version: '1',
      description:
        'Money is in minor units of its currency, rates are fractions, dates are ISO 8601, times are UTC instants.',
    },
    servers: [{ url: '/' }],
    tags,
    paths,
    components: {
      schemas: componentSchemas(),
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    },
  }
}

function toOperation(path: string, spec: RouteSpec): Operation {
  const parameters = [
    ...(path.includes('{workspace}') ? [workspaceParameter] : []),
    ...toParameters('path', spec.path),
    ...toParameters('query', spec.query),
    ...Object.entries(spec.headers ?? {}).map(
      ([name, description]): Parameter => ({
        name,
        in: 'header',
        required: false,
        description,
        schema: { type: 'string' },
      }),
    ),
  ]
  return {
    operationId: spec.id,
    tags: [spec.tag],
    summary: spec.summary,
    ...(spec.description === undefined ? {} : { description: spec.description }),
    'x-roles': spec.roles === 'public' ? [] : spec.roles,
    security: spec.roles === 'public' ? [] : [{ bearer: [] }],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...toRequestBody(spec),
    responses: { ...toAnswers(spec.answers), ...toProblems(spec) },
  }
}

const workspaceParameter: Parameter = {
  name: 'workspace',
  in: 'path',
  required: true,
  description: 'One client’s books. The first workspace is `main`.',
  schema: { type: 'string', default: 'main' },
}

function toParameters(place: 'path' | 'query', schema: z.ZodObject | undefined): Parameter[] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => {
    const text = queryTexts[name]
    return {
      name,
      in: place,
      required: place === 'path',
      ...(place === 'query' && text !== undefined ? { description: text } : {}),
      schema: inputSchema(field),
    }
  })
}

function toRequestBody({ body, rawBody }: RouteSpec): Pick<Operation, 'requestBody'> {
  if (rawBody) {
    const content = { [rawBody.type]: { schema: {} } }
    return { requestBody: { required: true, description: rawBody.description, content } }
  }
  if (!body) return {}
  const schema = describeFields(inputSchema(body))
  return { requestBody: { required: (schema.required ?? []).length > 0, content: { 'application/json': { schema } } } }
}

function describeFields(schema: JsonSchema): JsonSchema {
  const properties = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const text = bodyTexts[name]
    return [name, text === undefined ? field : { ...field, description: text }]
  })
  return { ...schema, properties: Object.fromEntries(properties), additionalProperties: false }
}

function toAnswers(answers: RouteSpec['answers']): Record<string, Response> {
  return Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, toResponse(answer)]))
}

function toResponse({ description, type, schema, headers }: Answer): Response {
  const described = Object.entries(headers ?? {}).map(([name, text]) => [
    name,
    { description: text, schema: { type: 'string' } },
  ])
  return {
    description,
    ...(described.length === 0 ? {} : { headers: Object.fromEntries(described) }),
    ...(type === undefined ? {} : { content: { [type]: { schema: schema ? referTo(schema) : {} } } }),
  }
}

/** Problems by status: those that every route may answer, and its own. */
function toProblems(spec: RouteSpec): Record<string, Response> {
  const codes = new Set<ProblemCode>(['invalid-request', ...(spec.problems ?? []), 'internal'])
  if (spec.roles !== 'public')
    for (const code of ['unauthorized', 'forbidden', 'not-found', 'storage-unavailable'] as const) codes.add(code)
  const byStatus = Map.groupBy(codes, (code) => String(problemStatus[code]))
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDetails' } } }
  return Object.fromEntries(
    [...byStatus].map(([status, found]) => {
      const description = found.map((code) => `\`${code}\`: ${problemTitle(code)}.`).join(' ')
      return [status, { description, content }]
    }),
  )
}
