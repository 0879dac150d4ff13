/** What bookkeeping calls the two sides, in any language that we read; small letters without accents. */
const debit = 's soll d dr debit debe debet cargo cargos debito debitos lastschrift belastung debits'.split(' ')
const credit = 'h haben c cr credit haber kredit abono abonos credito creditos gutschrift credits'.split(' ')

/** What a column calls the documents that its lines are of: what is due, and what takes some of that back. */
const due =
  `invoice,invoices,bill,sale,order,purchase,charge,fee,payment,rechnung,verkauf,bestellung,zahlung,facture,vente,commande,paiement,factura,venta,
  pedido,pago,fatura,nota fiscal,venda,pagamento,faktur,penjualan,pesanan,pembayaran,hoa don,don hang,thanh toan`.split(
    /,\s*/,
  )
const takenBack =
  `credit note,credit notes,credit memo,refund,refunds,refunded,return,returns,returned,reversal,chargeback,storno,stornorechnung,rechnungskorrektur,
  gutschrift,gutschriften,erstattung,ruckerstattung,retoure,avoir,note de credit,remboursement,retour,nota de credito,factura rectificativa,devolucion,
  reembolso,estorno,devolucao,nota kredit,nota retur,retur,pengembalian dana,phieu ghi co,hoan tien`.split(/,\s*/)

/** Pairs of columns, besides: money that went out, and money that came in. */
const out = [
  'paid out',
  'money out',
  'withdrawal',
  'withdrawals',
  'payments out',
  'ausgang',
  'sortie',
  'salida',
  'saida',
]
const into = ['paid in', 'money in', 'deposit', 'deposits', 'payments in', 'eingang', 'entree', 'entrada', 'entrada']

const debits = new Set(debit)
const credits = new Set(credit)
const dueWords = new Set(due)
const takenBackWords = new Set(takenBack)

/** The side that a cell names, such as `S` or `Credit`. */
export function sideOfCell(cell: string): 'debit' | 'credit' | undefined {
  const word = fold(cell)
  if (debits.has(word) || dueWords.has(word)) return 'debit'
  return credits.has(word) || takenBackWords.has(word) ? 'credit' : undefined
}

/** Whether a cell names a document, such as `Credit note`, and not a side of the books. */
export function namesDocument(cell: string): boolean {
  const word = fold(cell)
  return dueWords.has(word) || takenBackWords.has(word)
}

/** The side that a header names, and the words that it has besides: `Debit Amount` is debit, `amount`. */
export function sideOfHeader(words: readonly string[]): { side: 'debit' | 'credit'; rest: string } | undefined {
  const text = words.join(' ')
  for (const [side, names] of sides) {
    const name = names.find((one) => ` ${text} `.includes(` ${one} `))
    if (name) return { side, rest: ` ${text} `.replace(` ${name} `, ' ').trim() }
  }
  return undefined
}

const long = (words: readonly string[]): string[] => words.filter((word) => word.length > 2)
const sides = [
  ['debit', [...long(debit), ...out]],
  ['credit', [...long(credit), ...into]],
] as const

const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').trim().replace(/\.$/, '').toLowerCase()
