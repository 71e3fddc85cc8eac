import { expect, test } from 'vitest'
import { temporaryHome } from '../support/temporary-home.ts'
import { type LoadedModules, loadedByImport, loadedByRequire } from './loaded.ts'

const commandLine = ({ files, sources }: LoadedModules) => [
  ...files.filter(file => file === 'main.cjs'),
  ...sources.filter(source => /^src\/cli\/|node_modules\/(?:commander|inquirer|chalk)\//.test(source)),
]

const required = (name: string, from: string, then = '') =>
  loadedByRequire(`const { ${name} } = require('${from}'); ${then}`)

test('wxauth is one file, without a package, the texts of errors, and code for terminals and files', () => {
  const modules = required('createWxAuth', 'wxauth')
  expect(modules.files).toEqual(['index.cjs'])
  expect(modules.sources).toContain('src/wx/create.ts')
  expect(modules.sources.filter(source => source.startsWith('node_modules/'))).toEqual([])
  // Node itself has loaded these before.
  expect(modules.builtins).toEqual(['path', 'process', 'url'])
  expect(commandLine(modules)).toEqual([])
})

test('only who asks for Chinese loads it, at once', () => {
  const throwing = (options: string) =>
    `try { createWxAuth(${options}) } catch (error) { require('fs').writeSync(2, '') }`
  const english = required('createWxAuth', 'wxauth', throwing('{ app: 1 }'))
  expect(english.files.filter(file => file.includes('zh-CN'))).toEqual([])
  const chinese = required('createWxAuth', 'wxauth', throwing("{ app: 1, language: 'zh-CN' }"))
  expect(chinese.files.filter(file => !english.files.includes(file))).toEqual(['library-zh-CN.cjs'])
})

test('a call with a user in memory loads only what signs its answer', () => {
  const call = `createWxAuth({ answers: 'accept' }).wx.getUserInfo({ success() {} })`
  const before = required('createWxAuth', 'wxauth')
  // Loaded with `require`, because Jest has no import().
  const builtins = [...before.builtins, 'crypto'].toSorted()
  expect(required('createWxAuth', 'wxauth', call)).toEqual({ ...before, builtins })
})

test('a call with a profile on disk loads what reads it, but not what changes it', () => {
  const home = temporaryHome()
  const call = `process.env.WXAUTH_HOME = ${JSON.stringify(home)}
    createWxAuth({ profile: 'default' }).wx.getSetting({ success() {} })`
  const { files } = required('createWxAuth', 'wxauth', call)
  expect(files).toContain('library-on-disk.cjs')
  for (const late of ['library-rewrite.cjs', 'library-source.cjs', 'library-en.cjs'])
    expect(files).not.toContain(late)
})

test('wxauth/simulate is one file', () => {
  const modules = required('install', 'wxauth/simulate')
  expect(modules.files).toEqual(['simulate.cjs'])
  expect(modules.builtins).toEqual(['fs', 'path'])
})

test.each([
  { from: 'wxauth', name: 'createWxAuth', files: ['index.cjs', 'index.mjs'] },
  { from: 'wxauth/simulate', name: 'install', files: ['simulate.cjs', 'simulate.mjs'] },
  { from: 'wxauth/miniprogram', name: 'launch', files: ['miniprogram.cjs', 'miniprogram.mjs'] },
])('import loads the code of require: $from', ({ from, name, files }) => {
  const modules = loadedByImport(`import { ${name} } from '${from}'`)
  expect(modules.files.filter(file => !file.startsWith('library-'))).toEqual(files)
})

test('an error is of one class for import and require', () => {
  const code = `import { createWxAuth, WxauthError } from 'wxauth'
    import { createRequire } from 'node:module'
    const other = createRequire(${JSON.stringify(import.meta.url)})('wxauth')
    try { other.createWxAuth({ app: null }) } catch (error) { process.exitCode = error instanceof WxauthError ? 0 : 1 }`
  expect(() => loadedByImport(code)).not.toThrow()
})
