export type SentencePart = { text: string; tier: 'micro' | 'macro' | null }

/** A comparison's sentence with the words about each side told apart, so that they can take its colour. */
export function toSentenceParts(sentence: string): SentencePart[] {
  const pieces = sentence.split(/(\S+ with (?:micro|macro))/)
  return pieces
    .filter((text) => text !== '')
    .map((text) => ({
      text,
      tier: text.endsWith(' with micro') ? 'micro' : text.endsWith(' with macro') ? 'macro' : null,
    }))
}
