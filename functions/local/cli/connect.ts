import { userInfo } from 'node:os'
import { hc } from 'hono/client'
import type * as z from 'zod'
import type { AppType } from '../../api/app.ts'
import { ProblemDetails } from '../../contract/problem.ts'
import { createDevIdentity } from '../../identity/dev-identity.ts'
import type { Role } from '../../identity/ports.ts'
import type { Environment } from '../environment.ts'
import { prepareFolder } from '../prepare-folder.ts'
import { CliError } from './cli-error.ts'

export type Client = ReturnType<typeof hc<AppType>>

export type Connection = { api: Client['api']['w'][':workspace']; workspace: string }

/** The API's typed client, signed in as whoever runs the command; against a server elsewhere the token says the role. */
export async function connect(
  environment: Environment,
  workspace: string,
  role: Role = 'finance',
): Promise<Connection> {
  const address = environment.TIERWISE_URL ?? `http://127.0.0.1:${environment.PORT}`
  const token = environment.TIERWISE_TOKEN ?? (await issueToken(environment, role, 1))
  const client = hc<AppType>(address, {
    headers: { Authorization: `Bearer ${token}` },
    fetch: (input: RequestInfo | URL, init?: RequestInit) => request(address, environment, input, init),
  })
  return { api: client.api.w[':workspace'], workspace }
}

export async function issueToken(environment: Environment, role: Role, hours: number): Promise<string> {
  await prepareFolder(environment.DATA_DIR)
  const now = () => new Date().toISOString()
  const identity = await createDevIdentity({ mode: environment.mode, dataDir: environment.DATA_DIR, now })
  return identity.issue({ name: userInfo().username, role }, hours)
}

async function request(
  address: string,
  environment: Environment,
  input: RequestInfo | URL,
  init?: RequestInit,
): Promise<Response> {
  try {
    const response = await fetch(input, init)
    if (response.status === 401) throw new CliError(describeStranger(address, environment))
    return response
  } catch (error) {
    if (error instanceof CliError) throw error
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
    throw new CliError(
      `No answer from ${address} (${cause}). Start it with npm start, or name another by TIERWISE_URL or PORT.`,
    )
  }
}

function describeStranger(address: string, { TIERWISE_TOKEN, DATA_DIR }: Environment): string {
  if (TIERWISE_TOKEN !== undefined) {
    return `${address} does not accept TIERWISE_TOKEN: it may have expired, or come from elsewhere.`
  }
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname)) {
    return `${address} does not know you: set TIERWISE_TOKEN to a token that it issued.`
  }
  return `The server at ${address} keeps its books elsewhere than in ${DATA_DIR}: set DATA_DIR (and PORT) as for npm start.`
}

/** What the API answered, by its schema; a problem ends the command with its sentence. */
export async function answerOf<S extends z.ZodType>(
  schema: S,
  response: Pick<Response, 'ok' | 'status' | 'text'>,
): Promise<z.output<S>> {
  const text = await response.text()
  if (response.ok) return schema.parse(JSON.parse(text))
  throw new CliError(problemSentence(text) ?? `The answer was ${response.status}: ${text.slice(0, 200)}`)
}

export function problemSentence(text: string): string | undefined {
  try {
    const problem = ProblemDetails.parse(JSON.parse(text))
    return `${problem.title} (${problem.code}). ${problem.detail}`
  } catch {
    return undefined
  }
}
