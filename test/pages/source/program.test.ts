import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { templateCompiler } from '../../../src/pages/context/assets.ts'
import { openProgram } from '../../../src/pages/source/program.ts'
import { written } from '../support/open.ts'

const open = (files: Readonly<Record<string, string>>) => openProgram(written(files), templateCompiler())
const routes = (files: Readonly<Record<string, string>>) => open(files).config.pages.map(({ route }) => route)

describe('app.json', () => {
  test('Pages of the app and of its subpackages, in both spellings', () => {
    const app = {
      pages: ['pages/a/a', '/pages/b/b'],
      subpackages: [{ root: 'shop/', pages: ['list/list'] }],
      subPackages: [{ root: 'user', pages: ['me'] }],
    }
    expect(routes({ 'app.json': JSON.stringify(app) })).toEqual([
      'pages/a/a',
      'pages/b/b',
      'shop/list/list',
      'user/me',
    ])
  })

  test.each([
    [
      'a comment and a comma too many',
      '{ "pages": [\n  "a/a", // first\n  "b/b",\n] }',
      'broken-json',
      2,
      10,
    ],
    ['no end', '{ "pages": ["a/a",\n"b/b"', 'broken-json', 2, 6],
    ['single quotes', "{ 'pages': ['a/a', 'b/b'] }", 'broken-json', 1, 3],
    [
      'two versions in conflict: the first is used',
      '{ "pages": [\r\n<<<<<<< HEAD\r\n"a/a", "b/b"\r\n=======\r\n"c/c"\r\n>>>>>>> other\r\n] }',
      'conflict-markers',
      2,
      1,
    ],
  ])('What can be read of a broken one is used: %s', (_name, text, code, line, column) => {
    const program = open({ 'app.json': text })
    expect(program.config.pages.map(({ route }) => route)).toEqual(['a/a', 'b/b'])
    expect(program.notices.all()).toEqual([{ code, file: 'app.json', line, column }])
  })

  test('The source root is miniprogramRoot, with the backslashes of Windows, too', () => {
    const program = open({
      'project.config.json': '{ "appid": "wx1", "miniprogramRoot": "client\\\\mini/" }',
      'client/mini/app.json': '{ "pages": ["a/a"] }',
      'client/mini/a/a.js': '',
    })
    expect(program.app).toEqual({ appid: 'wx1', name: 'wx1', root: 'client/mini', libVersion: undefined })
    expect(program.units.page('a/a')?.script).toBe('client/mini/a/a.js')
    expect(program.config.pages[0]?.place).toEqual({ file: 'client/mini/app.json', line: 1, column: 13 })
  })

  test('A page without files is one notice, at its place in app.json', () => {
    const program = open({ 'app.json': '{ "pages": [\n  "a/a"\n] }' })
    expect([program.units.page('a/a'), program.units.page('a/a')]).toEqual([undefined, undefined])
    expect(program.notices.all()).toEqual([
      { code: 'page-missing', subject: 'a/a', file: 'app.json', line: 2, column: 3 },
    ])
  })

  test('What a page names and what is not there has its place', () => {
    const program = open({
      'app.json':
        '{ "pages": ["a/a", "b/b"],\n  "usingComponents": { "gone": "/gone" },\n  "renderer": "skyline" }',
      'a/a.js': '',
      'a/a.wxml': '<gone />\r\n<view /><include src="./no" />\n<wxs module="m" src="../m.wxs" />',
      'b/b.js': '',
      'm.wxs': 'var a = 1\nvar b = require("./n.wxs")',
    })
    program.units.page('a/a')
    program.units.page('b/b')
    const places = program.notices
      .all()
      .map(({ code, file, line, column }) => [code, `${file}:${line}:${column}`])
    expect(places).toEqual([
      ['unsupported', 'app.json:3:15'],
      ['module-missing', 'm.wxs:2:9'],
      ['template-missing', 'a/a.wxml:2:18'],
      ['component-missing', 'app.json:2:32'],
      ['template-missing', 'app.json:1:20'],
    ])
  })

  test('The place of a page of a subpackage is behind the root of its package', () => {
    const text =
      '{ "subpackages": [\n{ "root": "a", "pages": ["index"] },\n{ "root": "b/", "pages": [\n"index"] }] }'
    const places = open({ 'app.json': text }).config.pages.map(({ place }) => [place.line, place.column])
    expect(places).toEqual([
      [2, 26],
      [4, 1],
    ])
  })

  test.each([
    ['Taro', { 'src/app.config.ts': '' }],
    ['uni-app', { 'src/pages.json': '{}' }],
    ['mpx', { 'package.json': '{ "dependencies": { "@mpxjs/core": "2" } }' }],
    ['WePY', { 'src/app.wpy': '' }],
  ])('The source of %s is no Mini Program', (framework, files) => {
    expect(() => open(files)).toThrow(
      expect.objectContaining({
        code: 'ERR_FRAMEWORK_SOURCE',
        facts: expect.objectContaining({ framework }),
      }),
    )
  })

  test('A folder without an app.json is none, either', () => {
    expect(() => open({ 'readme.md': '' })).toThrow(expect.objectContaining({ code: 'ERR_PROJECT_MISSING' }))
  })
})

describe('Modules', () => {
  const files = {
    'project.config.json': '{ "miniprogramRoot": "mini" }',
    'mini/app.json': '{ "pages": [], "resolveAlias": { "~/*": "/lib/*" } }',
    'mini/pages/a/a.js': '',
    'mini/pages/a/b.js': '',
    'mini/lib/c.ts': '',
    'mini/lib/dir/index.js': '',
    'mini/lib/data.json': '{}',
    'mini/miniprogram_npm/built/index.js': '',
    'node_modules/main/package.json': '{ "main": "dist/main.js" }',
    'node_modules/main/dist/main.js': '',
    'node_modules/@x/mini/package.json': '{ "miniprogram": "out" }',
    'node_modules/@x/mini/out/index.js': '',
    'node_modules/@x/mini/out/part.js': '',
  }

  test.each([
    ['./b', 'mini/pages/a/b.js'],
    ['./b.js', 'mini/pages/a/b.js'],
    ['/lib/c', 'mini/lib/c.ts'],
    ['lib/c', 'mini/lib/c.ts'],
    ['../../lib/dir', 'mini/lib/dir/index.js'],
    ['~/dir', 'mini/lib/dir/index.js'],
    ['built', 'mini/miniprogram_npm/built/index.js'],
    ['main', 'node_modules/main/dist/main.js'],
    ['@x/mini', 'node_modules/@x/mini/out/index.js'],
    ['@x/mini/part', 'node_modules/@x/mini/out/part.js'],
  ])('%s', (request, file) => {
    expect(open(files).resolver.module(request, 'mini/pages/a/a.js')).toEqual({ file })
  })

  test.each([
    ['./nothing', 'module'],
    ['/lib/data', 'module'],
    ['lodash', 'package'],
    ['plugin://x', 'plugin'],
    ['../../../../secret', 'outside'],
  ])('%s is missing: %s', (request, missing) => {
    expect(open(files).resolver.module(request, 'mini/pages/a/a.js')).toEqual({ missing, subject: request })
  })

  test('A link that leads out of the project is not followed, one below node_modules is', () => {
    const elsewhere = written({ 'secret.js': '', 'pkg/index.js': '' })
    const directory = written({ 'app.json': '{}', 'node_modules/x.txt': '' })
    symlinkSync(elsewhere, join(directory, 'link'))
    symlinkSync(join(elsewhere, 'pkg'), join(directory, 'node_modules/pkg'))
    const { resolver, files } = openProgram(directory, templateCompiler())
    expect(resolver.module('./link/secret', 'app.js')).toMatchObject({ missing: 'outside' })
    expect(files.read('link/secret.js')).toBeUndefined()
    expect(resolver.module('pkg', 'app.js')).toEqual({ file: 'node_modules/pkg/index.js' })
  })

  test('All of node_modules may be a link', () => {
    const directory = written({ 'app.json': '{}' })
    symlinkSync(written({ 'pkg/index.js': '' }), join(directory, 'node_modules'))
    const { resolver } = openProgram(directory, templateCompiler())
    expect(resolver.module('pkg', 'app.js')).toEqual({ file: 'node_modules/pkg/index.js' })
  })

  test.each([
    ['@x/kit/button/button', '@x/kit'],
    ['kit/button', 'kit'],
    ['miniprogram_npm/kit/button', 'kit'],
    ['lib/gone', 'lib/gone'],
  ])('of %s, the package %s is missing', (request, subject) => {
    const { resolver } = openProgram(written({ 'app.json': '{}', 'lib/a.js': '' }), templateCompiler())
    expect(resolver.component(request, 'pages/a/a.json')).toEqual({ missing: 'package', subject })
  })
})
