import { fstatSync, readFileSync, writeSync } from 'node:fs'
import { tasks } from './tasks.ts'

// Usage: node bench/run-task.ts <task> [scale] [runs]. Reports on descriptor 3 if the bench opened it, else on stdout.
const [name = '', scale = '1', runs = '20'] = process.argv.slice(2)
const task = tasks[name]
const target = process.env.BENCH_REPORT === 'stdout' || !isPipe(3) ? 1 : 3
if (!task) {
  writeReport({ task: name, missing: 'not connected' })
} else {
  const outcome = await task({ scale: Number(scale), runs: Number(runs) })
  writeReport(
    'missing' in outcome ? { task: name, ...outcome } : { task: name, ...outcome, peakRssMb: readPeakRssMb() },
  )
}

function isPipe(descriptor: number): boolean {
  try {
    const stat = fstatSync(descriptor)
    return stat.isFIFO() || stat.isSocket()
  } catch {
    return false
  }
}

function writeReport(report: object): void {
  const bytes = Buffer.from(`${JSON.stringify(report)}\n`)
  for (let at = 0; at < bytes.length; ) at += writeSync(target, bytes, at)
}

// The kernel's high-water mark of this program; getrusage would carry over that of the process that started it.
function readPeakRssMb(): number {
  const match = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))
  if (!match) throw new Error('no VmHWM in /proc/self/status')
  return Math.round(Number(match[1]) / 1024)
}
