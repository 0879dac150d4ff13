export type DateSystem = 1900 | 1904

export type SerialReading =
  | { kind: 'date'; date: string; time: string | undefined }
  | { kind: 'time'; time: string }
  /** `shown` is what Excel shows of a day that no calendar has. */
  | { kind: 'none'; shown: string | undefined }

const dayMs = 86_400_000
/** 29 February 1900, which Excel has because Lotus 1-2-3 had it. */
const inventedDay = 60
const lastDay = { 1900: 2_958_465, 1904: 2_957_003 }
const epoch = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) }

/** What a number means in a cell that shows dates or times: days since the epoch of the file, and a part of a day. */
export function readSerial(serial: number, system: DateSystem, shows: 'date' | 'time' | 'elapsed'): SerialReading {
  // A double holds a time of these years to a few microseconds.
  const ms = Math.round(serial * dayMs)
  const day = Math.floor(ms / dayMs)
  const rest = ms - day * dayMs
  if (day < 0 || day > lastDay[system]) return { kind: 'none', shown: undefined }
  if (shows === 'elapsed') return { kind: 'time', time: clock(ms) }
  if (day === 0 && (shows === 'time' || (system === 1900 && rest > 0))) return { kind: 'time', time: clock(rest) }
  if (system === 1900 && day === 0) return { kind: 'none', shown: '1900-01-00' }
  if (system === 1900 && day === inventedDay) return { kind: 'none', shown: '1900-02-29' }
  const before = system === 1900 && day < inventedDay ? 1 : 0
  const date = new Date(epoch[system] + (day + before) * dayMs).toISOString().slice(0, 10)
  return { kind: 'date', date, time: rest > 0 ? clock(rest) : undefined }
}

/** `01:30:00`, with thousandths where there are some. */
function clock(ms: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const whole = `${two(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${two((ms / 1000) % 60)}`
  return ms % 1000 === 0 ? whole : `${whole}.${String(ms % 1000).padStart(3, '0')}`
}
