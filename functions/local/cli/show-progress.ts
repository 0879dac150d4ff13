const barChars = 28

export type ProgressBar = { show(done: number, total: number, what: string): void; clear(): void }

/** A bar on stderr where that is a terminal, else nothing. */
export function createProgressBar(stream: NodeJS.WriteStream = process.stderr): ProgressBar {
  if (!stream.isTTY) return { show: () => {}, clear: () => {} }
  return {
    show(done, total, what) {
      const share = total > 0 ? Math.min(1, done / total) : 0
      const full = Math.round(share * barChars)
      const bar = `${'█'.repeat(full)}${'░'.repeat(barChars - full)}`
      stream.write(`\r\x1b[2K${bar} ${String(Math.round(share * 100)).padStart(3)} %  ${what}`)
    },
    clear: () => void stream.write('\r\x1b[2K'),
  }
}
