import { expect, test } from 'vitest'
import { launch, launchWritten, page, tap } from '../support/open.ts'

test('Nothing of the realm of wxauth is reachable for a program, through no object and no constructor', async () => {
  const app = launch('walker')
  expect(await app.open('pages/home/home', { a: '1' })).toBe(true)
  await tap(app, 'Walk')
  const { leaks, size } = app.data() as { readonly leaks: readonly string[]; readonly size: number }
  expect(leaks).toEqual([])
  expect(app.errors()).toEqual([])
  expect(size).toBeGreaterThan(1000)
})

test.each(['window', 'document', 'location', 'navigator', 'process', 'Buffer', 'WebAssembly'])(
  'typeof %s is undefined',
  async name => {
    const app = launchWritten(page(`Page({ data: { type: typeof ${name} } })`))
    await app.open('pages/a/a')
    expect(app.data()).toMatchObject({ type: 'undefined' })
  },
)

test('Function makes sloppy functions, as libraries that set a global need', async () => {
  const app = launchWritten(page(`Function('r', 'madeGlobal = r')(7); Page({ data: { value: madeGlobal } })`))
  await app.open('pages/a/a')
  expect(app.data()).toMatchObject({ value: 7 })
})

test.each([
  ["import('fs')"],
  ["import/**/('fs')"],
  ["import <!-- no\n('fs')"],
  ['Function(\'return import("fs")\')()'],
  ["Function('a = import(\"fs\")', 'return a')()"],
  ['(() => {}).constructor(\'return import("fs")\')()'],
  ['(async () => {}).constructor(\'return import("fs")\')()'],
  ['eval(\'import("fs")\')'],
])('%s gives nothing of the realm of wxauth', async code => {
  const app = launchWritten(
    page(`Page({ async onLoad() { let thrown; try { await ${code} } catch (error) { thrown = error }
      const { constructor } = thrown ?? {}
      this.setData({ type: constructor === undefined ? 'none' : constructor.constructor('return typeof process')() }) } })`),
  )
  await app.open('pages/a/a')
  expect(app.errors()).toEqual([])
  expect(app.data()).not.toMatchObject({ type: 'object' })
})

test('A script of WXML has no import, either', async () => {
  const wxs =
    'module.exports = { f: function () { try { return "" + import("fs") } catch (e) { return "none" } } }'
  const files = page(
    'Page({})',
    `<wxs module="m">${wxs}</wxs><wxs module="n" src="./n.wxs" />{{m.f()}} {{n.f()}}`,
  )
  const app = launchWritten({ ...files, 'pages/a/n.wxs': wxs })
  await app.open('pages/a/a')
  expect(app.text()).toBe('none none')
})

test('Time and chance are the same in each run', async () => {
  const files = page(
    'Page({ data: { now: Date.now(), chance: [Math.random(), Math.random()], date: new Date().getTime() } })',
  )
  const runs = await Promise.all(
    [1, 2].map(async () => {
      const app = launchWritten(files)
      await app.open('pages/a/a')
      return app.data()
    }),
  )
  expect(runs[0]).toEqual(runs[1])
})

test('A rejection that nobody caught belongs to the launch whose promise it is', async () => {
  const [guilty, innocent] = [
    launchWritten(page(`Page({ onLoad() { Promise.reject(new Error('mine')) } })`)),
    launchWritten(page('Page({})')),
  ]
  await Promise.all([guilty.open('pages/a/a'), innocent.open('pages/a/a')])
  expect(guilty.errors()).toMatchObject([{ kind: 'rejection', message: 'Error: mine', phase: 'open' }])
  expect(innocent.errors()).toEqual([])
})

test.each([
  ['new Date(2025, 0, 1).getTime()', Date.UTC(2024, 11, 31, 16)],
  ["new Date('2025/01/01 08:00').getTime()", Date.UTC(2025, 0, 1)],
  ["new Date('2025-01-01').getTime()", Date.UTC(2025, 0, 1)],
  ["new Date('2025-01-01T00:00:00Z').getHours()", 8],
  ['new Date(0).getTimezoneOffset()', -480],
  ['new Date(0).toString()', 'Thu Jan 01 1970 08:00:00 GMT+0800 (China Standard Time)'],
  ["new Date(0).toLocaleTimeString('en-GB')", '08:00:00'],
  ['(() => { const d = new Date(0); d.setHours(0, 0, 0, 0); return d.getTime() })()', -8 * 3_600_000],
  ['new Date() instanceof Date && new Date().constructor === Date', true],
])('Time is that of Shanghai: %s', async (code, value) => {
  const app = launchWritten(page(`Page({ data: { value: ${code} } })`))
  await app.open('pages/a/a')
  expect(app.data()).toEqual({ value })
})
