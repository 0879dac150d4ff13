import * as z from 'zod'
import { CurrencyCode } from '../contract/money.ts'
import { currencyExponent } from '../domain/money/currency.ts'

const switched = z.enum(['on', 'off'])

/** What the laptop's processes read from their environment. An empty variable counts as absent. */
const Variables = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'expected a port number')
    .transform(Number)
    .refine((port) => port <= 65_535, 'expected a port number up to 65535')
    .default(8787),
  DATA_DIR: z.string().default('.data'),
  SAMPLE: switched.default('on'),
  REPORTING_CURRENCY: CurrencyCode.refine(
    (code) => currencyExponent(code) !== undefined,
    'expected an ISO 4217 code',
  ).default('USD'),
  DYNAMODB_ENDPOINT: z.url().optional(),
  TIERWISE_URL: z.url().optional(),
  TIERWISE_TOKEN: z.string().optional(),
  AWS_LAMBDA_FUNCTION_NAME: z.string().optional(),
})

export type Environment = z.output<typeof Variables> & { mode: 'local' | 'aws' }

/** Throws an Error that names each variable that cannot be read. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const outcome = Variables.safeParse(given, { reportInput: true })
  if (!outcome.success) {
    const lines = outcome.error.issues.map(
      (issue) => `${issue.path.join('.')}: ${issue.message}; found ${String(issue.input)}`,
    )
    throw new Error(`The environment cannot be read. ${lines.join(' · ')}`)
  }
  return { ...outcome.data, mode: outcome.data.AWS_LAMBDA_FUNCTION_NAME === undefined ? 'local' : 'aws' }
}
