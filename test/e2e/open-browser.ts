import { type Browser, chromium } from 'playwright-core'

/** A Chromium that comes with npm: no browser and no library has to be installed. */
export async function openBrowser(): Promise<Browser> {
  // Read when the package is imported: it then unpacks the libraries that a bare machine lacks.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs24.x'
  const { default: packed } = await import('@sparticuz/chromium')
  return chromium.launch({
    executablePath: await packed.executablePath(),
    headless: true,
    // Not the package's own arguments: they switch web security off and run everything in one process.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
