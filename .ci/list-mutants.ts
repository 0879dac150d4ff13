import { readFileSync } from 'node:fs'

type Place = { line: number; column: number }
type Mutant = { status: string; replacement: string; location: { start: Place; end: Place } }
type Report = { files: Record<string, { source: string; mutants: Mutant[] }> }

const notSeen = ['Survived', 'NoCoverage']
const report: Report = JSON.parse(readFileSync('.ci/tools/mutants.json', 'utf8'))
const argued = readFileSync('docs/mutants.md', 'utf8')

const unargued: string[] = []
const total = { mutants: 0, survivors: 0 }
for (const [path, { source, mutants }] of Object.entries(report.files)) {
  const survivors = mutants.filter(({ status }) => notSeen.includes(status))
  total.mutants += mutants.length
  total.survivors += survivors.length
  console.log(`\n${path}: ${mutants.length - survivors.length} of ${mutants.length} mutants are seen`)
  for (const survivor of survivors) {
    const row = `| \`${path.split('/').at(-1)}\` | ${functionAt(source, survivor)} | \`${changeOf(source, survivor)}\` |`
    if (!argued.includes(row)) unargued.push(row)
    console.log(row)
  }
}
console.log(`\n${total.mutants - total.survivors} of ${total.mutants} mutants are seen, ${total.survivors} survive.`)
if (unargued.length > 0) {
  console.log(`\nNot argued in docs/mutants.md:\n${unargued.join('\n')}`)
  process.exitCode = 1
}

/** `was → becomes`, as a cell of a table. */
function changeOf(source: string, { location, replacement }: Mutant): string {
  const lines = source.split('\n').slice(location.start.line - 1, location.end.line)
  lines.push((lines.pop() ?? '').slice(0, location.end.column - 1))
  lines[0] = (lines[0] ?? '').slice(location.start.column - 1)
  return `${shorten(lines.join(' '))} → ${shorten(replacement)}`.replaceAll('|', '\\|')
}

function shorten(code: string): string {
  const line = code.replace(/\s+/g, ' ').replaceAll('`', "'")
  return line.length > 70 ? `${line.slice(0, 34)} … ${line.slice(-34)}` : line
}

/** The name of the function or method that the mutant lies in; of a constant outside of any. */
function functionAt(source: string, { location }: Mutant): string {
  const above = source.split('\n').slice(0, location.start.line).reverse()
  for (const line of above) {
    const name = /^(?:export )?(?:function|const) (\w+)|^ {2}(?:get )?(#?\w+)\(.*\{$/.exec(line)
    if (name) return `\`${name[1] ?? name[2]}\``
  }
  return ''
}
