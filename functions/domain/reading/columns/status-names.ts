import { foldWord } from './month-names.ts'

/** What ledgers call the three states of a payment. */
const names: Record<'committed' | 'invoiced' | 'paid', string> = {
  committed: `committed, planned, booked, approved, ordered, contracted, agreed, beauftragt, geplant, bestellt, gebucht,
    engagé, commandé, prévu, comprometido, aprobado, pedido, aprovado, contratado, disetujui, dipesan, đã duyệt, đã đặt`,
  invoiced: `invoiced, billed, unpaid, open, outstanding, due, overdue, pending, pending payment, awaiting payment, in rechnung gestellt,
    berechnet, fakturiert, offen, fällig, überfällig, facturé, impayé, en attente, à payer, facturado, pendiente, por pagar, vencido,
    faturado, pendente, a pagar, em aberto, ditagih, belum dibayar, tertunda, đã xuất hóa đơn, chưa thanh toán, chờ thanh toán`,
  paid: `paid, paid out, settled, completed, complete, cleared, done, bezahlt, beglichen, gezahlt, überwiesen, payé, réglé, soldé, pagado,
    abonado, liquidado, pago, quitado, dibayar, lunas, sudah dibayar, đã thanh toán, đã trả`,
}

const statusOf = new Map(
  Object.entries(names).flatMap(([status, texts]) =>
    texts.split(',').map((text) => [foldWord(text.trim()), status] as const),
  ),
)

/** `committed`, `invoiced` or `paid` for what a ledger writes; undefined for anything else. */
export function statusOfName(text: string): string | undefined {
  return statusOf.get(foldWord(text.trim().replace(/\s+/g, ' ')))
}
