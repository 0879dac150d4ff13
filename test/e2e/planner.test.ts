import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Plan } from '../../functions/contract/plan.ts'
import { eventually } from './eventually.ts'
import { setScene } from './set-scene.ts'

const scene = setScene()
const { open, ask } = scene

const answer = (page: Page) => page.locator('.plan-sentence')
const field = (page: Page, label: string | RegExp) => page.getByLabel(label, { exact: true })
const choice = (page: Page, name: string) => page.getByRole('combobox', { name })
const work = (page: Page) => page.getByRole('button', { name: 'Work it out' })
const table = (page: Page, name: string) => page.getByRole('table', { name })

/** Away from the page and to another of its addresses. */
async function go(page: Page, path: string): Promise<void> {
  await page.goto(`${scene.service.address}${path}`)
  await answer(page).waitFor()
}

test('the page says what the API says, of what was spent so far', async () => {
  const plan = await ask<Plan>('/plan')
  const { page, complaints } = await open('/planner', { role: 'executive' })
  await eventually(() => answer(page).textContent()).toBe(plan.sentence)
  await page.getByRole('heading', { name: 'Another split would bring more' }).waitFor()
  await table(page, 'Current and proposed split')
    .getByRole('row', { name: /^Spend, micro/ })
    .waitFor()
  await page.getByRole('img', { name: /Twice the money would multiply conversions/ }).waitFor()
  for (const { message } of plan.caveats) await page.getByText(message).waitFor()
  expect(complaints).toEqual([])
})

test('a plan is asked by budget, goal, campaigns and months; it stands in the address, and back leads back', async () => {
  const { page } = await open('/planner')
  await answer(page).waitFor()
  await field(page, 'Budget (USD)').fill('360,000')
  await choice(page, 'What it is to bring').selectOption('revenue')
  await field(page, 'Campaigns').fill('4')
  await field(page, 'Months of each').fill('5')
  await page.getByText('$18,000 a campaign-month').waitFor()
  await work(page).click()
  await page.waitForURL(/budget=36000000/)
  const plan = await ask<Plan>('/plan?budgetMinor=36000000&goal=revenue&campaigns=4&months=5')
  await eventually(() => answer(page).textContent()).toBe(plan.sentence)
  await table(page, 'Current and proposed split')
    .getByRole('row', { name: /^Next \$1 brings, micro/ })
    .waitFor()
  await page.reload()
  await eventually(() => field(page, 'Budget (USD)').inputValue()).toBe('360000')
  await page.goBack()
  await eventually(() => field(page, 'Campaigns').inputValue()).toBe('1')
})

test('what cannot be asked says what was expected, and is not sent', async () => {
  const { page } = await open('/planner')
  await answer(page).waitFor()
  await field(page, 'Budget (USD)').fill('lots')
  await page.getByText('Write an amount above 0').waitFor()
  await field(page, 'Months of each').fill('61')
  await page.getByText('Write a whole number from 1 to 60.').waitFor()
  expect(await work(page).isDisabled()).toBe(true)
})

test('a budget that was never tried says which were, and takes the nearest by a button', async () => {
  const { page } = await open('/planner?budget=1000')
  await page.getByRole('heading', { name: 'This budget was never tried' }).waitFor()
  await page.getByRole('button', { name: /^Take \$[\d,.]+, the least$/ }).click()
  await page.waitForURL((url) => url.searchParams.get('budget') !== '1000')
  await eventually(() => page.getByRole('heading', { name: 'This budget was never tried' }).count()).toBe(0)
})

test('where the data do not carry a curve it says why, and what would help', async () => {
  const plan = await ask<Plan>('/plan?objective=sales')
  const { page } = await open('/planner?objective=sales&tier=micro')
  await page.getByRole('heading', { name: 'Not enough data yet' }).waitFor()
  for (const { message, help } of plan.reasons) {
    await page.getByText(message).waitFor()
    await page.getByText(help).first().waitFor()
  }
  await page.getByText('The filter by tier does not apply').waitFor()
  expect(await page.getByRole('img', { name: /Twice the money/ }).count()).toBe(0)
})

test('plans are saved by name, opened again, compared and deleted', async () => {
  const { page } = await open('/planner?platform=tiktok', { role: 'finance' })
  await answer(page).waitFor()
  const save = async (name: string) => {
    await field(page, 'Name of this plan').fill(name)
    await page.getByRole('button', { name: 'Save this plan' }).click()
  }
  await save('TikTok')
  await page.getByText('“TikTok” is saved.').waitFor()
  await save('tiktok')
  await page.getByText('Choose another name').waitFor()
  await go(page, '/planner?budget=3000000')
  await save('Large')
  await table(page, 'Saved plans').getByRole('link', { name: 'TikTok' }).click()
  await page.waitForURL(/platform=tiktok/)
  const plan = await ask<Plan>('/plan?platform=tiktok')
  await eventually(() => answer(page).textContent()).toBe(plan.sentence)
  expect(new URL(page.url()).searchParams.get('snapshot')).toBe(String(plan.snapshot.number))

  await choice(page, 'First plan').selectOption('TikTok')
  await choice(page, 'Second plan').selectOption('Large')
  await page.waitForURL(/left=.*right=/)
  const compared = table(page, 'Two plans side by side')
  await compared.getByRole('row', { name: /^Filters tiktok none/ }).waitFor()
  await compared.getByRole('row', { name: /^Budget .* \$30,000/ }).waitFor()

  await page.getByRole('button', { name: 'Delete “Large”' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await page.getByText('“Large” is deleted.').waitFor()
  await eventually(() => table(page, 'Saved plans').locator('tbody tr').count()).toBe(1)
})

test('it is whole for everybody at any width, in light and dark', async () => {
  for (const path of ['/planner', '/planner?budget=1000', '/planner?objective=sales'])
    for (const width of [1440, 390])
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page, complaints } = await open(path, { width, colorScheme })
        await page.getByRole('heading', { name: 'What it rests on' }).waitFor()
        await page.waitForLoadState('networkidle')
        const { violations } = await new AxeBuilder({ page }).analyze()
        const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
        expect(said, `${path} at ${width}, ${colorScheme}`).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width)
        expect(complaints).toEqual([])
      }
})

test('on paper the question is said and the form is not', async () => {
  const { page } = await open('/planner')
  await answer(page).waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await work(page).isVisible()).toBe(false)
  expect(await page.getByText('Campaigns × months').isVisible()).toBe(true)
})
