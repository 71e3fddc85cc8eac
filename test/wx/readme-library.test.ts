import { afterEach, expect, test, vi } from 'vitest'
import { type FaultKind, faultRows } from '../../src/faults.ts'
import * as wxauth from '../../src/index.ts'
import { fenced, rowsIn, section } from '../readme/blocks.ts'

const file = 'src/wx/README.md'
const examples = [...fenced('README.md', 'js'), ...fenced(file, 'js')].filter(
  code => !/wxauth\/(simulate|miniprogram)/.test(code),
)
const [modules, snippets] = [
  examples.filter(code => code.startsWith('import ')),
  examples.filter(code => !code.startsWith('import ')),
]

const { wx: before } = globalThis as { wx?: unknown }
afterEach(() => {
  Object.assign(globalThis, { wx: before })
})

test('The READMEs contain nine tests that use the library, and three snippets', () => {
  expect(modules.map(code => code.match(/^test\(/gm)?.length)).toEqual([1, 4, 4])
  expect(snippets).toHaveLength(3)
})

test.each(modules.map(code => [/test\('(.*)'/.exec(code)?.[1], code] as const))(
  'The tests of the README that begin with “%s” pass',
  async (_, code) => {
    const tests: [string, () => Promise<void>][] = []
    const packages = {
      wxauth,
      vitest: { expect, test: (title: string, body: () => Promise<void>) => tests.push([title, body]) },
    }
    // Runs as a function body, with the imports taken from the source.
    const body = code.replaceAll(/^import (\{.*\}) from '(\w+)'$/gm, 'const $1 = packages.$2')
    new Function('packages', body)(packages)
    expect(tests.length).toBeGreaterThan(0)
    for (const [title, run] of tests) await expect(run(), title).resolves.toBeUndefined()
  },
)

test('The first snippet replaces the global wx and adds functions to it', async () => {
  const [code = ''] = snippets
  new Function('createWxAuth', code)(wxauth.createWxAuth)
  const { wx } = globalThis as unknown as { wx: wxauth.Wx & { showToast(): void } }
  expect(wx.showToast()).toBeUndefined()
  await expect(wx.getLocation()).resolves.toMatchObject({ errMsg: 'getLocation:ok' })
})

test('The second snippet shows the stack of the refused call, as the README prints it', async () => {
  const [, code = ''] = snippets
  const { wx, auth } = wxauth.createWxAuth({ answers: 'reject' })
  const log = vi.fn()
  new Function('wx', 'auth', 'console', code)(wx, auth, { log })
  await auth.idle()
  const [printed = ''] = fenced(file, 'text')
  const lines = log.mock.calls.flat().join(' ').split('\n')
  expect(lines[0]).toBe(printed.split('\n')[0])
  expect(lines[1]).toMatch(/^ {4}at .*:\d+:\d+\)?$/)
})

test('The third snippet finds popups without an answer and answers without a popup', async () => {
  const [, , code = ''] = snippets
  const { wx, auth } = wxauth.createWxAuth()
  const checks: (() => void)[] = []
  new Function('afterEach', 'auth', 'expect', code)((check: () => void) => checks.push(check), auth, expect)
  const [check = () => undefined] = checks
  expect(check).not.toThrow()
  auth.answer('accept')
  expect(check).toThrow()
  auth.discard()
  expect(check).not.toThrow()
  await wx.getLocation({}).catch(() => undefined)
  expect(check).toThrow()
})

const firstCells = (heading: string) => rowsIn(section(file, heading)).map(([cell = '']) => cell)

test('The tables list every member of auth, every option and every kind of error', () => {
  const members = firstCells('## `auth`').join(' ')
  for (const name of Object.keys(wxauth.createWxAuth().auth)) {
    expect(members).toMatch(new RegExp(`\`${name}\\b`))
  }
  expect(firstCells('## `createWxAuth({ … })`')).toEqual(optionNames().map(name => `\`${name}\``))
  const rows: readonly { readonly kind: FaultKind }[] = Object.values(faultRows)
  expect(firstCells('## Errors').sort()).toEqual([...new Set(rows.map(({ kind }) => `\`${kind}\``))].sort())
})

/** The options that createWxAuth names in its error. */
function optionNames(): readonly string[] {
  try {
    wxauth.createWxAuth({ nonsense: true } as never)
  } catch (error) {
    return (error as wxauth.WxauthError<'ERR_UNKNOWN_OPTION'>).facts.known
  }
  return []
}
