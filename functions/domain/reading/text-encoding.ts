/**
 * `mixed` is UTF-8 in which single bytes are Windows-1252, as in files that were put together from two.
 * Latin-1 is read as Windows-1252, which is the same but for characters nobody types.
 */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh' | 'mixed'

/** `note` is a sentence for the user where the evidence was not of one mind. */
export type TextFound = { kind: 'text'; encoding: TextEncoding; bom: boolean; note?: string }
