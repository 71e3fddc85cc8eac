import { execFileSync } from 'node:child_process'
import process from 'node:process'
import { chromium } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The Chromium of this machine: $WXAUTH_CHROMIUM, else the one in $PATH. */
function chromiumPath() {
  if (process.env.WXAUTH_CHROMIUM) return process.env.WXAUTH_CHROMIUM
  if (process.platform === 'win32') return undefined
  for (const name of names) {
    try {
      return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim()
    } catch {
      // Not this one.
    }
  }
  return undefined
}

/**
 * Runs something with a headless Chromium.
 * @param {(browser: import('playwright-core').Browser) => Promise<void>} use
 * @returns {Promise<boolean>} false if there is no Chromium
 */
export async function inBrowser(use) {
  const executablePath = chromiumPath()
  if (executablePath === undefined) return false
  const browser = await chromium.launch({ executablePath, args: ['--disable-dev-shm-usage'] })
  try {
    await use(browser)
  } finally {
    await browser.close()
  }
  return true
}
