import type { UploadKind } from '../../contract/upload.ts'
import { CsvReader, type CsvRecord } from './csv-reader.ts'
import { chooseDelimiter, lineEnd } from './file-start.ts'

/** The records of a file that is written as the templates are, with the lines that a check numbers them by. */
export async function* csvRecords(
  kind: UploadKind,
  parts: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly CsvRecord[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let head = ''
  let csv: CsvReader | undefined
  const start = (text: string): CsvReader => new CsvReader(chooseDelimiter(kind, text), lineEnd(text) ?? '\n')
  for await (const bytes of parts) {
    const text = decoder.decode(bytes, { stream: true })
    if (csv) {
      yield csv.push(text)
      continue
    }
    head += text
    if (lineEnd(head) === undefined) continue
    csv = start(head)
    yield csv.push(head)
  }
  if (!csv) {
    csv = start(head)
    yield csv.push(head)
  }
  yield [...csv.drain(), ...csv.finish()]
}
