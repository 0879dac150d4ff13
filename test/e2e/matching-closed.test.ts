import { expect, test } from 'vitest'
import { runCli } from '../../functions/local/cli/run-cli.ts'
import { setScene } from './set-scene.ts'
import { chooseByKeyboard, csv, press } from './upload-files.ts'

const scene = setScene({ sample: false })
const spend = csv('spend.csv', ['date,campaign,creator,amount,currency', '2026-03-01,Spring,Anna Smith Ltd,900.00,USD'])
const results = csv('results.csv', [
  'date,campaign,creator,platform,followers,conversions,revenue,currency',
  '2026-03-02,Spring,@annasmith,instagram,5000,1,10.00,USD',
])

async function command(words: string[]): Promise<void> {
  const variables = { TIERWISE_URL: scene.service.address, TIERWISE_TOKEN: await scene.service.token('admin') }
  const complaints: string[] = []
  const output = { print: () => {}, complain: (text: string) => void complaints.push(text), isTerminal: true }
  await runCli(words, variables, output)
  expect(complaints).toEqual([])
}

test('a merge that changes a closed month: finance leaves it to an admin, who commits it with a reason', async () => {
  for (const file of [spend, results]) {
    const { page } = await scene.open('/uploads')
    await chooseByKeyboard(page, /^Choose files/, [file])
    await press(page, 'button', 'Upload 1 file')
    await press(page, 'link', 'Review and commit')
    await press(page, 'button', 'Commit')
    await page.getByRole('heading', { level: 2, name: 'Committed: it counts' }).waitFor()
  }
  await command(['change', 'close', '2026-03', '--commit'])

  const finance = await scene.open('/who-is-who', { role: 'finance' })
  const merge = 'Merge Anna Smith Ltd into @annasmith'
  await press(finance.page, 'button', merge)
  const theirs = finance.page.getByRole('dialog', { name: 'What it would change' })
  await theirs.getByText(/^Ask an admin to look/).waitFor()
  await theirs.getByRole('table', { name: 'Closed months that would say something else' }).waitFor()
  expect(await theirs.getByRole('button', { name: 'Commit' }).count()).toBe(0)
  await theirs.getByRole('button', { name: 'Leave it to somebody who may' }).click()
  const { uploads } = await scene.ask<{ uploads: { state: string; origin: string }[] }>('/uploads?state=ready')
  expect(uploads).toMatchObject([{ origin: 'matching' }])

  const admin = await scene.open('/who-is-who', { role: 'admin' })
  await press(admin.page, 'button', merge)
  const ours = admin.page.getByRole('dialog', { name: 'What it would change' })
  const reason = ours.getByRole('textbox', { name: /^Why/ })
  await reason.waitFor()
  const commit = ours.getByRole('button', { name: 'Commit' })
  expect(await commit.isDisabled()).toBe(true)
  await reason.fill('One person, by her contract')
  await commit.click()
  await ours.waitFor({ state: 'detached' })
  const { snapshots } = await scene.ask<{ snapshots: { reason: string | null }[] }>('/snapshots?limit=1')
  expect(snapshots).toMatchObject([{ reason: 'One person, by her contract' }])
  expect([...finance.complaints, ...admin.complaints]).toEqual([])
})
