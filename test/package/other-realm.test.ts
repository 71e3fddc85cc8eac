import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { createContext, runInContext } from 'node:vm'
import { afterEach, describe, expect, test } from 'vitest'
import type * as wxauth from '../../src/index.ts'
import { temporaryHome } from '../support/temporary-home.ts'

const dist = join(import.meta.dirname, '../../dist')
const nodeRequire = createRequire(import.meta.url)

/**
 * Loads the built library as Jest does: in a realm with its own `Error`, `Array` and `Promise`, but with Node's modules
 * from outside, whose errors are therefore not instances of that `Error`.
 * @param without globals of Node that the realm lacks
 */
function loadInNewRealm(without: readonly string[]): typeof wxauth {
  const context = createContext({})
  const languageNames = new Set<string>(runInContext('Object.getOwnPropertyNames(globalThis)', context))
  // What Node adds to the language is the same in every realm.
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (!languageNames.has(name) && !without.includes(name)) context[name] = Reflect.get(globalThis, name)
  }
  const modules = new Map<string, { exports: unknown }>()
  function load(path: string): unknown {
    const earlier = modules.get(path)
    if (earlier !== undefined) return earlier.exports
    const module = { exports: {} }
    modules.set(path, module)
    const code = `(function (exports, require, module, __filename, __dirname) {${readFileSync(path, 'utf8')}\n})`
    const require = (name: string) => (isBuiltin(name) ? nodeRequire(name) : load(join(dirname(path), name)))
    runInContext(code, context, { filename: path })(module.exports, require, module, path, dirname(path))
    return module.exports
  }
  return load(join(dist, 'index.cjs')) as typeof wxauth
}

afterEach(() => {
  delete process.env.WXAUTH_HOME
})

describe.each([
  { realm: 'as in Jest', without: [] },
  {
    realm: 'as in Jest with jsdom, from 26 to 30',
    without: [
      'MessageChannel',
      'TextDecoder',
      'TextEncoder',
      'clearImmediate',
      'fetch',
      'setImmediate',
      'structuredClone',
    ],
  },
])('In a new realm, $realm,', ({ without }) => {
  const scopes = ['scope.camera', 'scope.record', 'scope.werun', 'scope.address', 'scope.invoice'] as const

  test('calls are answered', async () => {
    const { wx, auth } = loadInNewRealm(without).createWxAuth({
      answers: { 'scope.userLocation': ['reject'] },
    })
    await expect(wx.getLocation({})).rejects.toMatchObject({ errMsg: 'getLocation:fail auth deny' })
    await expect(wx.chooseAddress()).rejects.toMatchObject({ code: 'ERR_UNANSWERED' })
    await auth.set({ 'scope.userInfo': 'accepted' })
    await expect(wx.getUserInfo({})).resolves.toMatchObject({ signature: expect.any(String) })
  })

  test('concurrent users of one profile lose no decision', async () => {
    process.env.WXAUTH_HOME = temporaryHome()
    const { createWxAuth } = loadInNewRealm(without)
    const calls = scopes.map(scope =>
      createWxAuth({ profile: 'shared', answers: 'accept' }).wx.authorize({ scope }),
    )
    await Promise.all(calls)
    const { authSetting } = await createWxAuth({ profile: 'shared' }).wx.getSetting()
    expect(Object.keys(authSetting).toSorted()).toEqual([...scopes].toSorted())
  })

  test('a missing folder is reported', async () => {
    const home = temporaryHome()
    const { createWxAuth } = loadInNewRealm(without)
    await expect(createWxAuth({ project: join(home, 'nowhere') }).wx.getSetting()).rejects.toMatchObject({
      code: 'ERR_PROJECT_MISSING',
    })
    process.env.WXAUTH_HOME = join(home, 'file')
    writeFileSync(join(home, 'file'), '')
    await expect(createWxAuth({ profile: 'alice' }).wx.getSetting()).rejects.toMatchObject({
      code: 'ERR_PROFILE_UNREADABLE',
      message: expect.stringContaining('ENOTDIR'),
    })
  })
})
