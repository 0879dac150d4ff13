/** `sure` names a total and nothing else; `whole` may be a name too (TOTAL is a supplier); `part` stands in a longer text. */
export type LabelStrength = 'sure' | 'whole' | 'part'

/** By language: English, German, French, Spanish, Italian, Portuguese, Dutch, Indonesian, Vietnamese, Polish, Nordic, Turkish. */
const sure = `
grand total; grand totals; overall total; sub total; subtotal; sub-total; subtotals; total amount; total sum; total all; total overall
page total; running total; report total; carried forward; brought forward; total spend; total cost; sum total; totals and averages
gesamtsumme; gesamtergebnis; gesamt; insgesamt; zwischensumme; endsumme; teilsumme; gesamtbetrag; gesamtkosten; übertrag; ergebnis gesamt
total général; total general; sous-total; sous total; montant total; somme totale; total des dépenses; report à nouveau
suma total; importe total; subtotal general; total generale; totale generale; totale complessivo; subtotale; importo totale
total geral; soma total; valor total; totaal; eindtotaal; subtotaal; totaal generaal
jumlah total; jumlah keseluruhan; total keseluruhan; jumlah besar; tổng cộng; tổng số; tổng tiền; cộng dồn
suma końcowa; razem; ogółem; łącznie; genel toplam; ara toplam; totalsumma; delsumma; slutsumma; i alt; yhteensä; celkem
`
const whole = `
total; totals; sum; summe; summen; totale; totali; totales; totaux; totais; soma; suma; sumas; somme; ensemble; jumlah; tổng; cộng; toplam; summa; totalt; total:
`
const listOf = (text: string): Set<string> => new Set(text.split(/[;\n]/).flatMap((word) => word.trim() || []))
const sureLabels = listOf(sure)
const wholeLabels = listOf(whole)
const longest = 60
const opening =
  /^(?:grand |sub-?)?(?:total(?:e|s|es)?|summe|zwischensumme|gesamt|suma|somme|soma|sous-total|jumlah|tổng(?: cộng)?)\b(?!-)/u
const closing = /(?:\btotals?|\bergebnis|\bsumme|\bgesamt|\btoplamı?)$/u

/** What any label has in it, and few other texts: the rest need not be looked at. */
const stem =
  /t[oổ]|s[uo][mb]|ges|ergeb|übertr|jum|kesel|c[oộ]|raz|og[oó]|łąc|yht|celk|ense|i alt|carr|brou|mont|impor|valor|repor|results f/i

/** How surely a cell labels a row as a total; undefined where it does not. */
export function totalLabel(text: string): LabelStrength | undefined {
  if (/^\s*\*{1,3}\s*$/.test(text)) return 'part'
  if (text.length < 3 || text.length > longest || !stem.test(text)) return undefined
  const cell = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s*=]+|[\s*=]+$/g, '')
  const label = cell.replace(/\s*[:.]$/, '')
  if (sureLabels.has(label)) return 'sure'
  if (wholeLabels.has(label)) return cell.endsWith(':') ? 'sure' : 'whole'
  const start = opening.exec(cell)
  if (start && /^\s*[:(]/.test(cell.slice(start[0].length))) return 'sure'
  if (/^(?:totals? (?:of|for)|results from) \d/.test(cell)) return 'sure'
  return start || closing.test(cell) ? 'part' : undefined
}
