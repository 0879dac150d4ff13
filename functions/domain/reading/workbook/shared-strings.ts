import { tooMuch } from './refuse-workbook.ts'
import { StringItem } from './string-item.ts'
import { unescapeText } from './unescape-text.ts'
import { unpackEntry } from './unpack-entry.ts'
import { workbookLimits } from './workbook-limits.ts'
import { readXml } from './xml-reader.ts'
import { findEntry, type ZipFile } from './zip-file.ts'

/** The texts that cells share, by the number under which cells name them. @throws Unreadable */
export async function readSharedStrings(zip: ZipFile, part: string): Promise<string[]> {
  const texts: string[] = []
  const entry = findEntry(zip, part)
  if (!entry) return texts
  const item = new StringItem()
  let chars = 0
  await readXml(entry.name, unpackEntry(zip, entry), {
    open(name) {
      if (name === 'si') item.clear()
      else item.open(name)
    },
    text(text) {
      item.add(text)
    },
    close(name) {
      item.close(name)
      if (name !== 'si') return
      texts.push(unescapeText(item.text))
      chars += item.text.length
      guard(texts.length, chars)
    },
  })
  return texts
}

function guard(texts: number, chars: number): void {
  const { sharedStringsMax, sharedCharsMax } = workbookLimits
  if (texts > sharedStringsMax)
    throw tooMuch(`it has more than ${sharedStringsMax.toLocaleString('en')} different texts`)
  if (chars > sharedCharsMax) {
    throw tooMuch(`its texts have more than ${sharedCharsMax.toLocaleString('en')} characters together`)
  }
}
