// @vitest-environment jsdom
import { expect, onTestFinished, test } from 'vitest'
import { createWxAuth } from '../../src/index.ts'
import { install } from '../../src/simulate/index.ts'
import { temporaryHome } from '../support/temporary-home.ts'
import { miniProgramIn } from './mini-program.ts'
import { globals, simulate } from './opened-page.ts'

interface Row {
  /** Beside a page of a `{}`, a `<view/>` and no script. */
  readonly files: Readonly<Record<string, string>>
  readonly says: string
  readonly advises: string
  readonly compiler?: 'official'
}

const commonJsOnly = 'miniprogram-simulate runs CommonJS only'

const rows: Readonly<Record<string, Row>> = {
  'The page has no JSON file': {
    files: { 'page/index.json': '', 'page/index.js': 'Page({})' },
    says: 'page/index.json is missing or is not valid JSON',
    advises: '{} is enough',
  },
  'A component has a JSON file that is not valid': {
    files: {
      'page/index.json': '{ "usingComponents": { "card": "../card/card" } }',
      'page/index.js': 'Page({})',
      'card/card.json': '{',
    },
    says: 'card/card.json is missing or is not valid JSON',
    advises: '{} is enough',
  },
  'The page is written in TypeScript': {
    files: { 'page/index.ts': 'Page({})' },
    says: 'page/index is written in TypeScript',
    advises: commonJsOnly,
  },
  'A component is written in TypeScript': {
    files: {
      'page/index.json': '{ "usingComponents": { "card": "../card/card" } }',
      'page/index.js': 'Page({})',
      'card/card.json': '{}',
      'card/card.wxml': '<view/>',
      'card/card.ts': 'Component({})',
    },
    says: 'card/card is written in TypeScript',
    advises: commonJsOnly,
  },
  'The page has no script': { files: {}, says: 'page/index has no .js file', advises: commonJsOnly },
  'The page is an ES module': {
    files: {
      'page/index.js': "import { a } from '../utils/a'\nPage({})",
      'utils/a.js': 'export const a = 1',
    },
    says: 'page/index.js is an ES module',
    advises: commonJsOnly,
  },
  'A file that the page requires is an ES module': {
    files: { 'page/index.js': "require('../utils/a')\nPage({})", 'utils/a.js': 'export const a = 1' },
    says: 'utils/a.js is an ES module',
    advises: commonJsOnly,
  },
  'The page requires a path from the root of the Mini Program': {
    files: { 'page/index.js': "require('/utils/a')\nPage({})", 'utils/a.js': '' },
    says: 'Node cannot find "/utils/a"',
    advises: 'Node resolves only relative paths as WeChat does',
  },
  'The page requires a relative path without a dot': {
    files: { 'page/index.js': "require('utils/a.js')\nPage({})", 'page/utils/a.js': '' },
    says: 'Node cannot find "utils/a.js"',
    advises: 'make it relative',
  },
  'The page requires a file that does not exist': {
    files: { 'page/index.js': "require('../utils/a')\nPage({})" },
    says: 'Node cannot find "../utils/a"',
    advises: 'Check the path.',
  },
  'The code of the page throws': {
    files: { 'page/index.js': 'getApp().globalData.user\nPage({})' },
    says: "TypeError: Cannot read properties of undefined (reading 'user')",
    advises: 'require app.js first',
  },
  'The page uses an unknown component': {
    files: { 'page/index.js': 'Page({})', 'page/index.wxml': '<magic-card/>' },
    says: 'component magic-card not found',
    advises: 'The cause property',
  },
  'The code of the page calls neither Page nor Component': {
    files: { 'page/index.js': 'module.exports = { data: {} }' },
    says: 'its code does not call Page() or Component()',
    advises: 'while the file is loaded',
  },
  'The code of a component calls neither': {
    files: {
      'page/index.json': '{ "usingComponents": { "card": "/card/card" } }',
      'page/index.js': 'Page({})',
      'card/card.json': '{}',
      'card/card.wxml': '<view/>',
      'card/card.js': 'module.exports = {}',
    },
    says: 'card/card), does not call Page() or Component()',
    advises: 'while the file is loaded',
  },
  'The WXML is not valid': {
    files: { 'page/index.js': 'Page({})', 'page/index.wxml': '<view>' },
    says: 'the WXML compiler failed: page/index.wxml:1:',
    advises: "pass { compiler: 'simulate' }",
    compiler: 'official',
  },
}

function miniProgram(files: Row['files']) {
  return miniProgramIn(temporaryHome(), {
    'app.json': '{}',
    'page/index.json': '{}',
    'page/index.wxml': '<view/>',
    ...files,
  })
}

test.each(Object.entries(rows))(
  '%s: the error says so',
  (_, { files, says, advises, compiler = 'simulate' as const }) => {
    onTestFinished(install({ ...createWxAuth(), simulate }))
    const page = miniProgram(files)('page/index')
    expect(() => simulate.load(page, { compiler })).toThrow(
      expect.objectContaining({
        name: 'WxauthError',
        code: 'ERR_PAGE',
        facts: expect.objectContaining({ page }),
        message: expect.stringContaining(`${page} cannot be loaded: `),
        hint: expect.stringContaining(advises),
        // The stack begins at the test's call.
        stack: expect.stringMatching(/\n {4}at .*loader\.test\.ts/),
      }),
    )
    expect(() => simulate.load(page, { compiler })).toThrow(says)
  },
)

test('The error has the error of the page as its cause', () => {
  onTestFinished(install({ ...createWxAuth(), simulate }))
  const page = miniProgram({ 'page/index.js': '\n\nmissing()' })('page/index')
  expect(() => simulate.load(page, { compiler: 'simulate' })).toThrow(
    expect.objectContaining({
      cause: expect.objectContaining({
        name: 'ReferenceError',
        stack: expect.stringContaining('index.js:3'),
      }),
    }),
  )
})

test.each(Object.entries(rows))(
  '%s: with an auth in Chinese, the error says so in Chinese',
  (_, { files, compiler = 'simulate' as const }) => {
    onTestFinished(install({ ...createWxAuth({ language: 'zh-CN' }), simulate }))
    const page = miniProgram(files)('page/index')
    expect(() => simulate.load(page, { compiler })).toThrow(
      expect.objectContaining({
        code: 'ERR_PAGE',
        message: expect.stringMatching(/^无法加载 .*。.*[\u4e00-\u9fff]/),
        hint: expect.stringMatching(/[\u4e00-\u9fff]/),
      }),
    )
  },
)

test('A file that runs only once, as in Jest, cannot be loaded a second time', () => {
  onTestFinished(install({ ...createWxAuth(), simulate }))
  Object.assign(globals, { isDefined: {} })
  const pathOf = miniProgram({
    'page/index.json': '{ "usingComponents": { "card": "../card/card" } }',
    'page/index.js': 'Page({})',
    'other/index.json': '{ "usingComponents": { "card": "../card/card" } }',
    'other/index.wxml': '<card/>',
    'other/index.js': 'Page({})',
    'card/card.json': '{}',
    'card/card.wxml': '<view/>',
    'card/card.js': 'if (!isDefined.card) { isDefined.card = true; Component({}) }',
  })
  simulate.load(pathOf('page/index'), { compiler: 'simulate' })
  expect(() => simulate.load(pathOf('other/index'), { compiler: 'simulate' })).toThrow(
    expect.objectContaining({
      code: 'ERR_PAGE',
      message: expect.stringContaining(`${pathOf('card/card')} has been loaded before`),
      hint: expect.stringContaining('jest.resetModules()'),
    }),
  )
})

test('The options of load and its second form are the simulator’s', () => {
  onTestFinished(install({ ...createWxAuth(), simulate }))
  const pathOf = miniProgram({
    // The simulator overlooks its option if this key is missing.
    'page/index.json': '{ "usingComponents": {} }',
    'page/index.js': 'Page({})',
    'page/index.wxml': '<card/>',
    'card/card.json': '{}',
    'card/card.wxml': '<view>the card</view>',
    'card/card.js': 'Component({})',
  })
  const load = simulate.load as (path: string, tagName: string, options: object) => string
  const page = simulate.render(
    load(pathOf('page/index'), 'my-page', {
      compiler: 'simulate',
      usingComponents: { card: '/card/card' },
      rootPath: undefined,
    }),
  )
  page.attach(globals.document.body)
  onTestFinished(() => page.detach())
  expect(page.dom).toMatchObject({ tagName: 'MY-PAGE', textContent: 'the card' })
})

test('A simulator that cannot be changed, as a namespace, keeps its own load', () => {
  const namespace = Object.freeze({ ...simulate })
  const uninstall = install({ ...createWxAuth(), simulate: namespace })
  expect(namespace.load).toBe(simulate.load)
  uninstall()
})
