const wordsMax = 400
const textCharsMax = 100_000
/** A zip ends with a record of 22 bytes and a comment. */
const tailBytesMax = 66_000
const endMark = 0x06054b50
const entryMark = 0x02014b50
const inTexts = /^xl\/(sharedStrings|worksheets\/sheet\d+)\.xml$/

type Entry = { name: string; method: number; bytes: number; at: number }

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3

/** The first texts of an Excel workbook, wherever they stand: enough to tell what it is about, and no more is unpacked. */
export async function readWorkbookWords(file: Blob): Promise<string[]> {
  const words: string[] = []
  const entries = (await readEntries(file)).filter(({ name }) => inTexts.test(name))
  for (const entry of entries.toSorted((a, b) => a.name.localeCompare(b.name))) {
    if (words.length >= wordsMax) break
    const text = await readText(file, entry)
    for (const [, word = ''] of text.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</g)) words.push(word.trim())
  }
  return words.slice(0, wordsMax)
}

async function readEntries(file: Blob): Promise<Entry[]> {
  const tail = await viewOf(file.slice(Math.max(0, file.size - tailBytesMax)))
  let end = tail.byteLength - 22
  while (end >= 0 && tail.getUint32(end, true) !== endMark) end -= 1
  if (end < 0) return []
  const directory = await viewOf(sliceOf(file, tail.getUint32(end + 16, true), tail.getUint32(end + 12, true)))
  const entries: Entry[] = []
  for (let at = 0; at + 46 <= directory.byteLength && directory.getUint32(at, true) === entryMark; ) {
    const [name, extra, comment] = [28, 30, 32].map((offset) => directory.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ]
    entries.push({
      name: new TextDecoder().decode(new Uint8Array(directory.buffer, at + 46, name)),
      method: directory.getUint16(at + 10, true),
      bytes: directory.getUint32(at + 20, true),
      at: directory.getUint32(at + 42, true),
    })
    at += 46 + name + extra + comment
  }
  return entries
}

/** The beginning of a packed text. */
async function readText(file: Blob, { method, bytes, at }: Entry): Promise<string> {
  const head = await viewOf(sliceOf(file, at, 30))
  const start = at + 30 + head.getUint16(26, true) + head.getUint16(28, true)
  const packed = sliceOf(file, start, bytes).stream()
  const plain = method === 0 ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'))
  const reader = plain.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  while (text.length < textCharsMax) {
    const { done, value } = await reader.read()
    if (done) return text
    text += value
  }
  await reader.cancel()
  return text
}

const sliceOf = (file: Blob, start: number, length: number): Blob => file.slice(start, start + length)
const viewOf = async (part: Blob): Promise<DataView<ArrayBuffer>> => new DataView(await part.arrayBuffer())
