import type { Page } from 'playwright-core'

/** What is not needed at first has loaded, on a page that answers from a report. */
export const whenWhole = (page: Page) => page.locator('.printed-question').waitFor({ state: 'attached' })
