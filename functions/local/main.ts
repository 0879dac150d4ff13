import { readEnvironment } from './environment.ts'
import { startLocal } from './start-local.ts'
import { writeLog } from './write-log.ts'

const startGraceMs = 5000

try {
  const environment = readEnvironment(process.env)
  const addressed = Promise.withResolvers<void>()
  // The address comes first, whatever there is to say.
  const say = (sentence: string) => void addressed.promise.then(() => process.stdout.write(`${sentence}\n`))
  const starting = startLocal(environment, writeLog, say)
  // Listened to from the start: whoever changes his mind while it starts gets a clean end, too.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      // Nobody listens any more: the second signal ends what does not come to an end by itself.
      const late = setTimeout(() => process.kill(process.pid, signal), startGraceMs)
      starting
        .then((service) => {
          clearTimeout(late)
          return service.stop()
        })
        .then(
          () => process.exit(0),
          (error: unknown) => fail(error),
        )
    })
  }
  const service = await starting
  process.stdout.write(`Tierwise is at\n${service.address}\n`)
  addressed.resolve()
} catch (error) {
  fail(error)
}

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
