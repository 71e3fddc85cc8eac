import { describe, expect, test } from 'vitest'
import { temporaryHome } from '../support/temporary-home.ts'
import { type Loaded, loadedByImport, loadedByRequire } from './loaded.ts'

const ways: readonly {
  readonly way: string
  readonly extension: string
  readonly run: (name: string, from: string, then?: string) => Loaded
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

const commandLine = ({ files, sources }: Loaded) => [
  ...files.filter(file => file === 'main.cjs'),
  ...sources.filter(source => /^src\/cli\/|node_modules\/(?:commander|inquirer|chalk)\//.test(source)),
]

describe.each(ways)('$way', ({ extension, run }) => {
  test('wxauth loads nothing that touches a terminal or a file, and no package', () => {
    const loaded = run('createWxAuth', 'wxauth')
    expect(loaded.files).toContain(`index.${extension}`)
    expect(loaded.sources).toContain('src/wx/create.ts')
    expect(loaded.sources.filter(source => source.startsWith('node_modules/'))).toEqual([])
    expect(loaded.builtins).toEqual([])
    expect(commandLine(loaded)).toEqual([])
  })

  test('a call with a user kept in memory loads what signs its answer, and no more', () => {
    const call = `createWxAuth({ answers: 'accept' }).wx.getUserInfo({ success() {} })`
    const { builtins, ...loaded } = run('createWxAuth', 'wxauth', call)
    // Required by `require`: Jest cannot do an import().
    expect(builtins).toEqual(['crypto'])
    expect({ builtins: [], ...loaded }).toEqual(run('createWxAuth', 'wxauth'))
  })

  test('a profile on disk brings the store, and no command line', () => {
    const home = temporaryHome()
    const call = `process.env.WXAUTH_HOME = ${JSON.stringify(home)}
      createWxAuth({ profile: 'default' }).wx.getSetting({ success() {} })`
    const loaded = run('createWxAuth', 'wxauth', call)
    expect(loaded.builtins).toContain('fs')
    expect(loaded.sources).toContain('src/store/conf-store.ts')
    expect(commandLine(loaded)).toEqual([])
  })

  test('wxauth/simulate is one file that loads nothing', () => {
    const loaded = run('install', 'wxauth/simulate')
    expect(loaded.files).toEqual([`simulate.${extension}`])
    expect(loaded.builtins).toEqual([])
  })
})
