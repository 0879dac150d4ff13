import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'

/** The n-th request of a kind fails before it is sent. */
export function failRequest(client: DynamoDBClient, kind: RegExp, n: number, error = new Error('injected')): void {
  let seen = 0
  client.middlewareStack.add(
    (next, context) => (args) => {
      if (kind.test(context.commandName ?? '') && ++seen === n) throw error
      return next(args)
    },
    { step: 'initialize', name: 'failRequest' },
  )
}

/** The answer to the n-th request of a kind is lost after it took effect; the SDK sends it again. */
export function loseAnswer(client: DynamoDBClient, kind: RegExp, n: number): void {
  let seen = 0
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const result = await next(args)
      if (kind.test(context.commandName ?? '') && ++seen === n) {
        throw Object.assign(new Error('injected: no answer'), { name: 'TimeoutError' })
      }
      return result
    },
    // Innermost, so that the SDK's retries are outside.
    { step: 'deserialize', name: 'loseAnswer', priority: 'low' },
  )
}

/**
 * Changes what requests of a kind ask, or what they are answered. The middleware's types cover every command at once:
 * the caller names those of the command that `kind` picks, hence the casts.
 */
export function tamperWith<I extends object, O extends object>(
  client: DynamoDBClient,
  kind: RegExp,
  answer: (input: I, ask: (input: I) => Promise<O>) => Promise<O>,
): void {
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (!kind.test(context.commandName ?? '')) return next(args)
      let result: Awaited<ReturnType<typeof next>> | undefined
      const output = await answer(args.input as unknown as I, async (input) => {
        result = await next({ ...args, input: input as unknown as typeof args.input })
        return result.output as unknown as O
      })
      if (result === undefined) return { response: {}, output: { $metadata: {}, ...output } as never }
      return { ...result, output: { ...result.output, ...output } }
    },
    { step: 'initialize', name: `tamper ${kind.source}`, priority: 'low' },
  )
}
