/** Trims, folds compatibility forms (NFKC) and runs of white space. What a person reads as the same text is the same. */
export function tidyText(text: string): string {
  return isPlain(text) ? text : text.normalize('NFKC').replace(/\s+/gu, ' ').trim()
}

/** Printable ASCII without outer or double spaces needs no folding: the usual cell. */
function isPlain(text: string): boolean {
  let previous = 32
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 126 || code < 32 || (code === 32 && previous === 32)) return false
    previous = code
  }
  return text.length === 0 || previous !== 32
}

/** What two spellings of one header have in common: no case, spaces, underscores, hyphens or points. */
export function headerKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-.]+/gu, '')
}

/**
 * The form by which a creator or campaign is known again: no case, no `@` before a handle, no `.0` that a spreadsheet
 * hangs on a numeric id.
 */
export function nameForm(kind: 'creator' | 'campaign', text: string): string {
  const folded = tidyText(text)
    .toLowerCase()
    .replace(/^(\d+)\.0+$/, '$1')
  return kind === 'creator' ? folded.replace(/^@(?=.)/, '') : folded
}
