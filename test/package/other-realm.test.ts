import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { createContext, runInContext } from 'node:vm'
import { afterEach, describe, expect, test } from 'vitest'
import type * as wxauth from '../../src/index.ts'
import { temporaryHome } from '../support/temporary-home.ts'

const dist = join(import.meta.dirname, '../../dist')
const required = createRequire(import.meta.url)

/**
 * Loads what is built as Jest does: in a realm that has an `Error`, an `Array` and a `Promise` of its own, with Node's
 * modules from outside, whose errors are of another kind then.
 */
function loadedInARealmOfItsOwn(): typeof wxauth {
  const context = createContext({})
  const own = new Set<string>(runInContext('Object.getOwnPropertyNames(globalThis)', context))
  // What Node adds to the language: it is the same in every realm.
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (!own.has(name)) context[name] = Reflect.get(globalThis, name)
  }
  const modules = new Map<string, { exports: unknown }>()
  function load(path: string): unknown {
    const known = modules.get(path)
    if (known !== undefined) return known.exports
    const module = { exports: {} }
    modules.set(path, module)
    const code = `(function (exports, require, module, __filename, __dirname) {${readFileSync(path, 'utf8')}\n})`
    const require = (name: string) => (isBuiltin(name) ? required(name) : load(join(dirname(path), name)))
    runInContext(code, context, { filename: path })(module.exports, require, module, path, dirname(path))
    return module.exports
  }
  return load(join(dist, 'index.cjs')) as typeof wxauth
}

afterEach(() => {
  delete process.env.WXAUTH_HOME
})

describe('In a realm of its own, as in Jest,', () => {
  const scopes = ['scope.camera', 'scope.record', 'scope.werun', 'scope.address', 'scope.invoice'] as const

  test('calls are answered', async () => {
    const { wx, auth } = loadedInARealmOfItsOwn().createWxAuth({
      answers: { 'scope.userLocation': ['reject'] },
    })
    await expect(wx.getLocation({})).rejects.toMatchObject({ errMsg: 'getLocation:fail auth deny' })
    await expect(wx.chooseAddress()).rejects.toMatchObject({ code: 'ERR_UNANSWERED' })
    await auth.set({ 'scope.userInfo': 'accepted' })
    await expect(wx.getUserInfo({})).resolves.toMatchObject({ signature: expect.any(String) })
  })

  test('many users of one profile lose nothing', async () => {
    process.env.WXAUTH_HOME = temporaryHome()
    const { createWxAuth } = loadedInARealmOfItsOwn()
    const authorized = scopes.map(scope =>
      createWxAuth({ profile: 'shared', answers: 'accept' }).wx.authorize({ scope }),
    )
    await Promise.all(authorized)
    const { authSetting } = await createWxAuth({ profile: 'shared' }).wx.getSetting()
    expect(Object.keys(authSetting).toSorted()).toEqual([...scopes].toSorted())
  })

  test('a folder that is none is said to be so', async () => {
    const home = temporaryHome()
    const { createWxAuth } = loadedInARealmOfItsOwn()
    await expect(createWxAuth({ project: join(home, 'nowhere') }).wx.getSetting()).rejects.toMatchObject({
      code: 'ERR_PROJECT_MISSING',
    })
    process.env.WXAUTH_HOME = join(home, 'file')
    writeFileSync(join(home, 'file'), '')
    await expect(createWxAuth({ profile: 'alice' }).auth.states()).rejects.toMatchObject({
      code: 'ERR_PROFILE_UNREADABLE',
      message: expect.stringContaining('ENOTDIR'),
    })
  })
})
