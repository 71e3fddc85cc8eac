import { deepEqual, equal, ok } from 'node:assert/strict'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { inBrowser } from './browser.mjs'

// The pages of `wxauth walkthrough --html` and `wxauth explore --html` in headless Chromium: axe finds nothing, nothing is wider than the window,
// and everything can be reached with the keyboard. The screenshots are kept for review.

export const screenshots = join(import.meta.dirname, '../walkthrough/screenshots')

const desktop = { width: 1100, height: 900 }
/** How a page is looked at. */
const looks = [
  { name: 'light', viewport: desktop, colorScheme: 'light' },
  { name: 'dark', viewport: desktop, colorScheme: 'dark' },
  { name: 'phone', viewport: { width: 360, height: 740 }, colorScheme: 'light', deviceScaleFactor: 2 },
  { name: 'phone-dark', viewport: { width: 360, height: 740 }, colorScheme: 'dark', deviceScaleFactor: 2 },
]

/** One walkthrough of each kind of use, one in Chinese, one with the texts of another Mini Program, and the whole Scope List in both languages. */
const pages = [
  { name: 'location', args: ['scope.userLocation'] },
  { name: 'button', args: ['scope.userInfo'] },
  { name: 'component', args: ['camera'] },
  { name: 'hostile', args: ['wx.getLocation'], project: true },
  { name: 'button-zh', args: ['scope.userInfo', '--lang', 'zh-CN'] },
  { name: 'all', args: ['--all'] },
  { name: 'all-zh', args: ['--all', '--lang', 'zh-CN'] },
]

/** Explorations of one program, in both languages. */
const explorations = [
  { name: 'explore', args: [] },
  { name: 'explore-zh', args: ['--lang', 'zh-CN'] },
]

const shop = {
  'project.config.json': '{ "appid": "wx1", "projectname": "<b>Shop</b>" }',
  'app.json': '{ "pages": ["pages/a/a"], "permission": { "scope.userLocation": { "desc": "Near" } } }',
  'pages/a/a.wxml': '<button bindtap="go"><script>alert(1)</script> Near me</button><view>{{word}}</view>',
  'pages/a/a.js': `Page({ data: { word: '' }, go() {
  wx.getLocation({ success: () => this.setData({ word: 'here' }) })
  wx.chooseAddress({ fail: () => wx.showModal({ title: '</p><script>alert(1)</script>', success: ({ confirm }) =>
    confirm && wx.openSetting() }) })
} })`,
}

const long = 'x'.repeat(200)
const project = {
  'project.config.json': { appid: 'wx1', projectname: encodeURIComponent(`<b>"咖啡"</b> ${long}`) },
  'app.json': { permission: { 'scope.userLocation': { desc: `</p><script>alert(1)</script> ${long}` } } },
}

/**
 * @param {(args: readonly string[]) => Promise<{ code: number | null, stdout: string, stderr: string }>} run
 * @param {string} place a folder
 * @returns {Promise<number | undefined>} how many pages were looked at; `undefined` if there is no Chromium
 */
export async function lookAtPages(run, place) {
  mkdirSync(place)
  for (const [name, content] of Object.entries(project))
    writeFileSync(join(place, name), JSON.stringify(content))
  for (const { name, args, project } of pages) {
    const from = project ? ['--project', place] : []
    const result = await run(['walkthrough', ...args, '--html', join(place, `${name}.html`), ...from])
    equal(result.code, 0, JSON.stringify(result))
  }
  const folder = join(place, 'shop')
  for (const [name, content] of Object.entries(shop)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  for (const { name, args } of explorations) {
    const words = [
      'explore',
      '--project',
      folder,
      '--jobs',
      '1',
      '--html',
      join(place, `${name}.html`),
      ...args,
    ]
    const result = await run(words)
    equal(result.code, 1, JSON.stringify(result))
  }
  rmSync(screenshots, { recursive: true, force: true })
  mkdirSync(screenshots, { recursive: true })
  const wasLookedAt = await inBrowser(async browser => {
    for (const { name } of [...pages, ...explorations])
      await lookAt(browser, name, join(place, `${name}.html`))
  })
  return wasLookedAt ? pages.length + explorations.length : undefined
}

async function lookAt(browser, name, path) {
  for (const { name: look, ...options } of looks) {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    const problems = []
    page.on('pageerror', error => problems.push(String(error)))
    page.on('console', message => problems.push(message.text()))
    page.on('dialog', dialog => problems.push(dialog.message()))
    page.on('request', request => {
      if (request.url() !== pathToFileURL(path).href) problems.push(request.url())
    })
    await page.goto(pathToFileURL(path).href)
    const what = `${name}, ${look}`
    const fullPage = !name.startsWith('all')
    await page.screenshot({ path: join(screenshots, `${name}-${look}.png`), fullPage })
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
    ok(content <= window, `${what}: the page is ${content} pixels wide, the window ${window}`)
    await page.evaluate(axe.source)
    const { violations } = await page.evaluate(() => window.axe.run({ resultTypes: ['violations'] }))
    deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary}`),
      [],
      `${what}: what axe finds`,
    )
    deepEqual(problems, [], `${what}: errors, dialogs and requests`)
    if (look === 'light') {
      await withKeyboard(page, what)
      await page.pdf({ path: join(screenshots, `${name}.pdf`), format: 'A4', printBackground: true })
      await onPaper(page, what)
    }
    await context.close()
  }
}

/** Tab goes through every link and every "More" in the order of the page, and Enter opens. */
async function withKeyboard(page, what) {
  const order = await page.evaluate(() => {
    const reachable = [...document.querySelectorAll('a[href], summary')]
    for (const [index, element] of reachable.entries()) element.dataset.order = String(index)
    return reachable.length
  })
  ok(order > 2, `${what}: there are links`)
  for (let index = 0; index < Math.min(order, 60); index += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => document.activeElement?.dataset.order)
    equal(focused, String(index), `${what}: Tab reaches element ${index}`)
  }
  // The trees of an exploration are details within details.
  if (what.startsWith('explore')) return
  await page.locator('summary').first().focus()
  await page.keyboard.press('Enter')
  ok(await page.locator('details p').first().isVisible(), `${what}: Enter opens "More"`)
  await page.keyboard.press('Enter')
}

/** On paper, nothing can be opened: what "More" says is printed. */
async function onPaper(page, what) {
  await page.emulateMedia({ media: 'print' })
  const hidden = await page.evaluate(
    () =>
      [...document.querySelectorAll('details p')].filter(text => text.getBoundingClientRect().height === 0)
        .length,
  )
  equal(hidden, 0, `${what}: texts that are not printed`)
  const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  equal(background, 'rgb(255, 255, 255)', `${what}: the paper is white`)
}
