import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { openBrowser } from './open-browser.ts'
import { type Service, startService } from './start-service.ts'

export type Opened = {
  page: Page
  context: BrowserContext
  /** What the browser complains of: errors, warnings, violations of the policy. */
  complaints: string[]
}

export type OpenOptions = {
  colorScheme?: 'light' | 'dark'
  forcedColors?: 'active'
  width?: number
  /** The tab's session; without it the pages open one of their own, an admin's. */
  role?: string
  /** Before the first request: for answers that are made up or cut off. */
  before?: (page: Page) => Promise<unknown>
}

export type Scene = {
  readonly service: Service
  readonly browser: Browser
  /** A fresh window, closed after the test. */
  open(path: string, options?: OpenOptions): Promise<Opened>
  /** The API's own answer. */
  ask<T>(path: string): Promise<T>
}

/** A service and a browser for the tests of one file. */
export function setScene(options: { sample?: boolean } = {}): Scene {
  let service: Service
  let browser: Browser
  const contexts = new Set<BrowserContext>()
  beforeAll(async () => {
    ;[service, browser] = await Promise.all([startService(options), openBrowser()])
  })
  afterEach(async () => {
    for (const context of contexts) await context.close()
    contexts.clear()
  })
  afterAll(async () => {
    await browser?.close()
    await service?.stop()
  })
  return {
    get service() {
      return service
    },
    get browser() {
      return browser
    },
    async open(path, opening = {}) {
      const opened = await openWindow(browser, service, path, opening)
      contexts.add(opened.context)
      return opened
    },
    async ask<T>(path: string) {
      const headers = { Authorization: `Bearer ${await service.token('admin')}` }
      return (await (await fetch(`${service.address}/api/w/main${path}`, { headers })).json()) as T
    },
  }
}

async function openWindow(browser: Browser, service: Service, path: string, opening: OpenOptions): Promise<Opened> {
  const { colorScheme = 'light', forcedColors = 'none', width = 1440, role, before } = opening
  const viewport = { width, height: 900 }
  const context = await browser.newContext({ colorScheme, forcedColors, viewport, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  if (role) {
    const session = JSON.stringify({ token: await service.token(role), name: `${role}@localhost`, role })
    await page.addInitScript((kept) => sessionStorage.setItem('tierwise.session', kept), session)
  }
  await before?.(page)
  await page.goto(`${service.address}${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return { page, context, complaints }
}
