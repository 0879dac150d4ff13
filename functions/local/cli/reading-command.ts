import { type Command, workspaceOf } from './command.ts'
import { connect } from './connect.ts'
import { describeQuestions, fetchReading, isAsking, printReading } from './print-reading.ts'
import { readUploadId } from './read-options.ts'

export const readingCommand: Command = {
  usage: 'reading ID',
  options: {},
  words: { min: 1, max: 1 },
  async run(context) {
    const id = readUploadId('ID', context.words[0])
    const connection = await connect(context.environment, workspaceOf(context))
    const reading = await fetchReading(connection, id)
    if (context.json) return context.print(JSON.stringify({ reading }, null, 2))
    if (!reading) return context.print('The file was read as the template is written, or was not checked yet.')
    context.print(printReading(reading))
    if (isAsking(reading)) context.print(describeQuestions(connection, { id, filename: 'It' }, reading))
  },
}
