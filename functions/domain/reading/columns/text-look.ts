const lettersOfNumberMax = 14
const textCharsMax = 60

/** What a text may be, by its characters alone: 0 for neither, 1 for a date, 3 for a number or a date. Never too strict. */
export function lookAt(text: string): 0 | 1 | 3 {
  const length = text.length
  if (length > textCharsMax) return 0
  let letters = 0
  let digits = 0
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 48 && code <= 57) digits++
    else if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) letters++
    // _ @ & = ! ? " < > | * # ; appear in neither.
    else if (code < 127 && strange[code] === 1) return 0
    else if (code >= 0xff10 && code <= 0xff19) digits++
  }
  if (digits === 0) return 0
  return letters > lettersOfNumberMax ? 1 : 3
}

const strange = new Uint8Array(128)
for (const character of '_@&=!?"<>|*#;{}~^') strange[character.charCodeAt(0)] = 1
