import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { LaunchOptions, Page } from '../../src/pages/index.ts'
import { launch } from '../../src/pages/index.ts'

/** A tap on this text, or a text that is typed into an input. */
type Step = string | readonly [target: string, text: string]

interface Row {
  readonly program: string
  /** How it is written. */
  readonly style: string
  readonly page?: string
  readonly options?: Partial<LaunchOptions>
  /** What a phone shows, at first and after each step, line by line. */
  readonly shows: readonly string[]
  readonly steps?: readonly (readonly [step: Step, ...shows: readonly string[]])[]
  readonly notices?: readonly object[]
}

const shopFixtures = {
  'wx.request': [
    { url: '*/list?page=1', reply: { statusCode: 200, data: [{ id: 1, title: 'One' }] } },
    { url: '*', reply: { statusCode: 404 } },
  ],
}

const rows: readonly Row[] = [
  {
    style: 'callbacks of ES5, with `that`',
    program: 'callbacks',
    options: { answers: 'reject' },
    shows: ['Hello', 'https://example.com not signed in', 'Check'],
    steps: [['Check', 'authorize:fail auth deny', 'https://example.com signed in', 'Check']],
  },
  {
    style: 'promises around wx, and those of wx itself',
    program: 'promises',
    options: { answers: ['reject'] },
    shows: ['Locate', 'Natively'],
    steps: [
      ['Locate', 'Locate', 'Natively', '1. asked', '2. getLocation:fail auth deny', '3. done'],
      [
        'Natively',
        'Locate',
        'Natively',
        '1. asked',
        '2. getLocation:fail auth deny',
        '3. done',
        '4. native refused',
      ],
    ],
  },
  {
    style: 'async functions and ES modules',
    program: 'async',
    options: { fixtures: shopFixtures },
    shows: ['ready', '1: One', 'Fail'],
    steps: [['Fail', 'status 404', '1: One', 'Fail']],
  },
  {
    style: 'TypeScript',
    program: 'typescript',
    shows: ['1 mi', 'Again'],
    steps: [['Again', '5 m', 'Again', '1 visit at 5']],
  },
  {
    style: 'behaviors and observers',
    program: 'behaviors',
    shows: ['Cups: 0', 'behavior attached, component attached'],
    steps: [
      ['Cups: 0', 'Cups: 2', 'behavior attached, component attached'],
      ['Cups', 'Cups: 4', 'behavior attached, component attached', 'That is 4, too many'],
    ],
  },
  {
    style: 'nested components with slots',
    program: 'slots',
    shows: ['First', '(0!)', 'Rename', 'Toggled:'],
    steps: [
      ['First', 'First', '(1!)', 'Hello, Ann', 'Rename', 'Toggled: outer true'],
      ['Rename', 'Renamed', '(1!)', 'Hello, Ann', 'Rename', 'Toggled: outer true'],
    ],
  },
  {
    style: 'wxs in files and in templates',
    program: 'wxs',
    shows: ['0 Tea ¥12.50', '1 Cup ¥0.99', 'Sum ¥13.49', '2025.01.01 new', 'Drop'],
    steps: [['Drop', '0 Bowl ¥0.99', 'Sum ¥0.99', '2025.01.01 new', 'Drop']],
  },
  {
    style: 'templates, import and include',
    program: 'templates',
    shows: ['One (new since 2024)', 'Two (old)', 'The foot of Templates', 'Swap'],
    steps: [['Swap', 'Two (old)', 'One (new since 2024)', 'The foot of Templates', 'Swap']],
  },
  {
    style: 'subpackages, with relative addresses',
    program: 'subpackages',
    shows: ['Shop', 'To the shop', 'Lazily'],
    steps: [
      ['To the shop', 'List from the shop, home', 'One'],
      ['One', '3 pages/index/index shop/one/one'],
    ],
  },
  {
    style: 'a module of a subpackage, required when it is needed; a navigator',
    program: 'subpackages',
    shows: ['Shop', 'To the shop', 'Lazily'],
    steps: [
      ['Lazily', 'Shop', 'To the shop', 'Lazily', 'from the shop'],
      ['Shop', 'List from the shop, nowhere', 'One'],
    ],
  },
  {
    style: 'rooted and bare requires, an alias, miniprogram_npm and node_modules',
    program: 'requires',
    shows: ['rooted, one module, alias and index, tiny, whole', '1'],
  },
  {
    style: 'a wrapper that replaces wx',
    program: 'wrapped-wx',
    options: { answers: 'dismiss' },
    shows: ['Go'],
    steps: [['Go', 'Go', 'getLocation:fail auth canceled after getLocation']],
  },
  {
    style: 'lines that end as on Windows',
    program: 'crlf',
    shows: ['Lines', 'Boom'],
    steps: [],
  },
  {
    style: 'conflict markers in app.json',
    program: 'conflict',
    shows: ['Merged badly'],
    notices: [{ code: 'conflict-markers', file: 'app.json', line: 2, column: 1 }],
  },
  {
    style: 'a missing package, a module that throws, an unusable template, lost components and pages',
    program: 'broken',
    shows: ['Still here', 'Inside', 'Go'],
    steps: [['Go', 'Went on', 'Inside', 'Go']],
    notices: [
      { code: 'component-missing', file: 'pages/index/index.json', subject: '/components/lost/lost' },
      { code: 'unusable-template', file: 'components/bad/bad.wxml', line: 1, column: 14 },
      { code: 'module-threw', file: 'utils/throws.js', line: 3, column: 27 },
      { code: 'package-missing', file: 'pages/index/index.js', line: 2, column: 13, subject: 'missing-sdk' },
    ],
  },
  {
    style: 'a tab bar of its own, and event channels',
    program: 'tabs',
    page: 'pages/home/home',
    shows: ['Home, shown 1', 'Detail', '> home', 'me'],
    steps: [
      ['me', 'Me', 'home', '> me'],
      ['home', 'Home, shown 2', 'Detail', '> home', 'me'],
      ['Detail', 'Detail for Ann', 'Choose'],
      ['Choose', 'Home, shown 3', 'Chosen 42', 'Detail', '> home', 'me'],
    ],
  },
  {
    style: 'a form',
    program: 'form',
    shows: ['Name', 'Phone', 'Size S', 'A', 'B', 'Send'],
    steps: [
      ['Send', 'Name', 'Phone', 'Size S', 'A', 'B', 'Send'],
      [['Name', 'Ann'], 'Ann', 'Phone', 'Size S', 'A', 'B', 'Send'],
      [['Phone', '13800138000'], 'Ann', '13800138000', 'Size S', 'A', 'B', 'Send'],
      ['Size S', 'Ann', '13800138000', 'Size M', 'A', 'B', 'Send'],
      ['tag:switch', 'Ann', '13800138000', 'Size M', 'A', 'B', 'Send'],
      ['B', 'Ann', '13800138000', 'Size M', 'A', 'B', 'Send'],
      ['Send', 'Ann', '13800138000', 'Size M', 'A', 'B', 'Send', 'Ann 13800138000 1 true b'],
    ],
  },
  {
    style: 'a camera behind wx:if, and a photo that may not be saved',
    program: 'camera',
    options: { answers: { 'scope.camera': 'accept', 'scope.writePhotosAlbum': 'reject' } },
    shows: ['off', 'Start'],
    steps: [
      ['Start', 'on', 'Start', 'Shoot'],
      ['Shoot', 'saveImageToPhotosAlbum:fail auth deny', 'Start'],
    ],
  },
  {
    style: 'a camera that is refused',
    program: 'camera',
    options: { answers: 'reject' },
    shows: ['off', 'Start'],
    steps: [['Start', 'refused', 'Start']],
  },
  {
    style: 'a component as a page, two-way binding, a root below the project',
    program: 'rooted',
    shows: ['Word', '{} true', 'Boom'],
    steps: [[['Word', 'x'], 'x', 'none/x {} true', 'Boom']],
  },
  {
    style: 'timers, which nobody waits for',
    program: 'timers',
    shows: ['60', 'Send', 'Later', 'Tick'],
    steps: [
      ['Send', '0 after 30 s', 'Send', 'Later', 'Tick'],
      ['Tick', '0 ticked', 'Send', 'Later', 'Tick'],
    ],
  },
]

describe('What a phone logs has its place:', () => {
  test.each([
    ['crlf', 'Boom', 'pages/index/index.js:5:11', 'Error: here'],
    ['rooted', 'Boom', 'src/miniprogram/pages/index/index.js:10:12', 'TypeError'],
    ['timers', 'Later', 'pages/index/index.js:17:13', 'Error: late'],
  ])('%s', async (program, target, place, words) => {
    const app = await launch({ project: join(import.meta.dirname, 'programs', program) })
    const page = await app.open('pages/index/index')
    await expect(page.tap(target)).rejects.toThrow(`The program threw at ${place}: ${words}`)
  })
})

async function take(page: Page, step: Step): Promise<void> {
  if (typeof step === 'string') await page.tap(step)
  else await page.input(...step)
}

describe('A phone shows the same:', () => {
  test.each(rows)(
    '$style',
    async ({ program, page: url = 'pages/index/index', options, shows, steps = [], notices = [] }) => {
      const app = await launch({ project: join(import.meta.dirname, 'programs', program), ...options })
      const page = await app.open(url)
      const seen = [page.text.split('\n')]
      for (const [step] of steps) {
        await take(app.page ?? page, step)
        seen.push((app.page ?? page).text.split('\n'))
      }
      expect(seen).toEqual([shows, ...steps.map(([, ...lines]) => lines)])
      expect(app.notices).toMatchObject(notices)
      expect(app.notices).toHaveLength(notices.length)
    },
  )
})
