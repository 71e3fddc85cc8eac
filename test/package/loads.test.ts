import { describe, expect, test } from 'vitest'
import { temporaryHome } from '../support/temporary-home.ts'
import { type LoadedModules, loadedByImport, loadedByRequire } from './loaded.ts'

const ways: readonly {
  readonly way: string
  readonly extension: string
  readonly run: (name: string, from: string, then?: string) => LoadedModules
}[] = [
  {
    way: 'import',
    extension: 'mjs',
    run: (name, from, then = '') => loadedByImport(`import { ${name} } from '${from}'; ${then}`),
  },
  {
    way: 'require',
    extension: 'cjs',
    run: (name, from, then = '') => loadedByRequire(`const { ${name} } = require('${from}'); ${then}`),
  },
]

const commandLine = ({ files, sources }: LoadedModules) => [
  ...files.filter(file => file === 'main.cjs'),
  ...sources.filter(source => /^src\/cli\/|node_modules\/(?:commander|inquirer|chalk)\//.test(source)),
]

describe.each(ways)('$way', ({ extension, run }) => {
  test('wxauth loads no package, and no code for terminals', () => {
    const modules = run('createWxAuth', 'wxauth')
    expect(modules.files).toContain(`index.${extension}`)
    expect(modules.sources).toContain('src/wx/create.ts')
    expect(modules.sources.filter(source => source.startsWith('node_modules/'))).toEqual([])
    // Node itself has loaded these before.
    expect(modules.builtins).toEqual(['buffer', 'fs', 'os', 'path', 'perf_hooks', 'process', 'url'])
    expect(commandLine(modules)).toEqual([])
  })

  test('a call with a user in memory loads only what signs its answer', () => {
    const call = `createWxAuth({ answers: 'accept' }).wx.getUserInfo({ success() {} })`
    const before = run('createWxAuth', 'wxauth')
    // Loaded with `require`, because Jest has no import().
    const builtins = [...before.builtins, 'crypto'].toSorted()
    expect(run('createWxAuth', 'wxauth', call)).toEqual({ ...before, builtins })
  })

  test('a call with a profile on disk loads no more, until it changes the profile', () => {
    const home = temporaryHome()
    const call = `process.env.WXAUTH_HOME = ${JSON.stringify(home)}
      createWxAuth({ profile: 'default' }).wx.getSetting({ success() {} })`
    const modules = run('createWxAuth', 'wxauth', call)
    expect(modules).toEqual(run('createWxAuth', 'wxauth'))
  })

  test('wxauth/simulate is one file', () => {
    const modules = run('install', 'wxauth/simulate')
    expect(modules.files).toEqual([`simulate.${extension}`])
    expect(modules.builtins).toEqual(['fs', 'path'])
  })
})
