import type { Page } from 'playwright-core'
import { eventually } from './eventually.ts'

export const csv = (name: string, lines: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
})
export const spend = csv('spend.csv', [
  'date,campaign,creator,platform,line_id,amount,currency',
  '2026-03-02,Spring,@anna,instagram,S-1,1000.00,USD',
  '2026-03-03,Spring,@big,instagram,S-2,4000.00,USD',
])
export const results = csv('results.csv', [
  'date,campaign,creator,platform,post,published,followers,impressions,clicks,conversions,revenue,currency',
  '2026-03-02,Spring,@anna,instagram,p1,2026-03-02,20000,30000,300,50,2500.00,USD',
  '2026-03-03,Spring,@big,instagram,p2,2026-03-03,900000,200000,900,80,4000.00,USD',
])
export const nasty = `<script>alert(1)</script> مرحبا بالعالم 😀 ${'x'.repeat(180)}`
export const broken = csv(`${nasty}.csv`, [
  'date,campaign,creator,platform,line_id,amount,currency',
  '2026-04-02,Summer,@anna,instagram,B-1,500.00,USD',
  `2026-04-03,Summer,@anna,instagram,B-2,"<script>alert(2)</script> مرحبا 😀 ${'y'.repeat(250)}",USD`,
])

/** Goes to an element by its name and presses a key on it: what a keyboard can do, and no more. */
export async function press(page: Page, role: 'button' | 'link', name: string | RegExp, key = 'Enter'): Promise<void> {
  const target = page.getByRole(role, { name }).first()
  await eventually(async () => {
    // A page that comes takes the focus once.
    await target.focus()
    return target.evaluate((element) => element === document.activeElement)
  }).toBe(true)
  await page.keyboard.press(key)
}

export async function chooseByKeyboard(
  page: Page,
  name: string | RegExp,
  files: ReturnType<typeof csv>[],
): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await press(page, 'button', name)
  await (await chooser).setFiles(files)
}

export async function readDownload(download: { createReadStream(): Promise<NodeJS.ReadableStream> }): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}
