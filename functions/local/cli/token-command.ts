import { Role } from '../../identity/ports.ts'
import { CliError } from './cli-error.ts'
import { type Command, textOf } from './command.ts'
import { issueToken } from './connect.ts'

const hoursDefault = 24
const hoursMax = 24 * 365

export const tokenCommand: Command = {
  usage: `token --role ${Role.options.join('|')} [--hours ${hoursDefault}]`,
  options: { role: { type: 'string' }, hours: { type: 'string' } },
  words: { min: 0, max: 0 },
  async run({ environment, values, print }) {
    const role = Role.safeParse(values.role)
    if (!role.success) throw new CliError(`--role: expected ${Role.options.join(', ')}`, 2)
    const hours = Number(textOf(values.hours) ?? hoursDefault)
    if (!Number.isInteger(hours) || hours < 1 || hours > hoursMax) {
      throw new CliError(`--hours: expected a whole number from 1 to ${hoursMax}`, 2)
    }
    print(await issueToken(environment, role.data, hours))
  },
}
