import { readEnvironment } from './environment.ts'
import { startLocal } from './start-local.ts'
import { writeLog } from './write-log.ts'

try {
  const environment = readEnvironment(process.env)
  const service = await startLocal(environment, writeLog)
  process.stdout.write(`Tierwise is at\n${service.address}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      service.stop().then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      )
    })
  }
} catch (error) {
  fail(error)
}

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
