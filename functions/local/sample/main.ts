import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { describeTruth } from './describe-truth.ts'
import { generateSample } from './generate-sample.ts'
import { completeOptions, defaultSampleOptions, type SampleOptions } from './sample-options.ts'

const usage = `npm run sample -- --creators N --months M --out DIR
  [--seed S] [--campaigns K] [--rows R] [--end YYYY-MM-DD] [--mix even|simpson]`

const { options, out } = readOptions()
await mkdir(out, { recursive: true })
for (const { filename, csv } of generateSample(options)) {
  await writeFile(join(out, filename), csv)
  process.stdout.write(`${join(out, filename)}  ${csv.split('\n').length - 2} rows\n`)
}
const truth = describeTruth(options)
await writeFile(join(out, 'truth.json'), `${JSON.stringify(truth, null, 2)}\n`)
process.stdout.write(
  `${join(out, 'truth.json')}  a conversion costs macro ${truth.cpaRatio} times what it costs micro\n`,
)

function readOptions(): { options: SampleOptions; out: string } {
  try {
    const text = { type: 'string' } as const
    const { values } = parseArgs({
      options: {
        creators: text,
        months: text,
        out: text,
        seed: text,
        campaigns: text,
        rows: text,
        end: text,
        mix: text,
      },
    })
    const creators = Number(values.creators ?? defaultSampleOptions.creators)
    const months = Number(values.months ?? defaultSampleOptions.months)
    if (!values.out) throw new Error('--out: the folder to write to')
    if (values.mix !== undefined && values.mix !== 'even' && values.mix !== 'simpson')
      throw new Error('--mix: even or simpson')
    return {
      out: values.out,
      options: completeOptions({
        creators,
        months,
        seed: Number(values.seed ?? defaultSampleOptions.seed),
        campaigns: Number(values.campaigns ?? Math.max(1, Math.round((months * creators) / 54))),
        resultRows: Number(values.rows ?? creators * 200),
        end: values.end ?? defaultSampleOptions.end,
        mix: values.mix ?? defaultSampleOptions.mix,
      }),
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n${usage}\n`)
    process.exit(2)
  }
}
