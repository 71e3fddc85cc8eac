import { expect, test } from 'vitest'
import * as wxauth from '../../src/index.ts'
import { fenced, readme } from '../readme/blocks.ts'

test('the README’s chapter on the library runs as it is written', async () => {
  const code = fenced('js').find(block => block.includes("from 'wxauth'")) ?? ''
  const tests: [string, () => Promise<void>][] = []
  const given = {
    wxauth,
    vitest: { expect, test: (title: string, body: () => Promise<void>) => tests.push([title, body]) },
  }
  // What is between imports and exports is plain code; the modules are those of the source.
  const body = code.replaceAll(/^import (\{.*\}) from '(\w+)'$/gm, 'const $1 = given.$2')
  new Function('given', body)(given)
  expect(tests).toHaveLength(4)
  for (const [title, run] of tests) await expect(run(), title).resolves.toBeUndefined()
})

test('the README’s check at the end of a test finds what nobody answered, and what nobody used', async () => {
  const code = fenced('js').find(block => block.startsWith('afterEach(')) ?? ''
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

test('the README’s tables name all that auth and createWxAuth have', () => {
  const chapter = /^## In your own code and tests\n(.*?)^##+ /ms.exec(readme())?.[1] ?? ''
  const rows = chapter.split('\n').filter(line => line.startsWith('| `'))
  for (const name of Object.keys(wxauth.createWxAuth().auth)) {
    expect(
      rows.some(row => new RegExp(`\`${name}\\b`).test(row)),
      name,
    ).toBe(true)
  }
})
