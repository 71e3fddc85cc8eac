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
  test('wxauth loads no package, and no code for terminals or files', () => {
    const modules = run('createWxAuth', 'wxauth')
    expect(modules.files).toContain(`index.${extension}`)
    expect(modules.sources).toContain('src/wx/create.ts')
    expect(modules.sources.filter(source => source.startsWith('node_modules/'))).toEqual([])
    expect(modules.builtins).toEqual([])
    expect(commandLine(modules)).toEqual([])
  })

  test('a call with a user in memory loads only what signs its answer', () => {
    const call = `createWxAuth({ answers: 'accept' }).wx.getUserInfo({ success() {} })`
    const { builtins, ...modules } = run('createWxAuth', 'wxauth', call)
    // Loaded with `require`, because Jest has no import().
    expect(builtins).toEqual(['crypto'])
    expect({ builtins: [], ...modules }).toEqual(run('createWxAuth', 'wxauth'))
  })

  test('a profile on disk loads the store, but no command line', () => {
    const home = temporaryHome()
    const call = `process.env.WXAUTH_HOME = ${JSON.stringify(home)}
      createWxAuth({ profile: 'default' }).wx.getSetting({ success() {} })`
    const modules = run('createWxAuth', 'wxauth', call)
    expect(modules.builtins).toContain('fs')
    expect(modules.sources).toContain('src/store/conf-store.ts')
    expect(commandLine(modules)).toEqual([])
  })

  test('wxauth/simulate is one file that loads nothing', () => {
    const modules = run('install', 'wxauth/simulate')
    expect(modules.files).toEqual([`simulate.${extension}`])
    expect(modules.builtins).toEqual([])
  })
})
