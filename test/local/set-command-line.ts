import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { runCli } from '../../functions/local/cli/run-cli.ts'
import { readEnvironment } from '../../functions/local/environment.ts'
import { type LocalService, startLocal } from '../../functions/local/start-local.ts'

type Variables = Record<string, string>
type Ran = { code: number; out: string; error: string }

export type CommandLine = {
  /** Of the service's data, and for the test's own files; gone afterwards. */
  readonly dir: string
  readonly service: LocalService
  /** Runs one command against the service. */
  run(argv: string[], options?: { isTerminal?: boolean; variables?: Variables }): Promise<Ran>
}

/** A service without sample data, and the command line, for the tests of one file. */
export function setCommandLine(variablesOf: () => Variables = () => ({})): CommandLine {
  let dir: string
  let service: LocalService
  let variables: Variables
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'tierwise-'))
    variables = { DATA_DIR: dir, SAMPLE: 'off', ...variablesOf() }
    service = await startLocal(readEnvironment({ ...variables, PORT: '0' }), () => {})
    variables.TIERWISE_URL = service.address
  })
  afterAll(async () => {
    await service.stop()
    await rm(dir, { recursive: true })
  })
  return {
    get dir() {
      return dir
    },
    get service() {
      return service
    },
    async run(argv, { isTerminal = false, variables: more = {} } = {}) {
      const printed: string[] = []
      const complaints: string[] = []
      const code = await runCli(
        argv,
        { ...variables, ...more },
        { print: (text) => void printed.push(text), complain: (text) => void complaints.push(text), isTerminal },
      )
      return { code, out: printed.join('\n'), error: complaints.join('\n') }
    },
  }
}
