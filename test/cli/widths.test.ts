import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import type { ScopeName } from '../../src/catalogue/names.ts'
import { zhCN } from '../../src/messages/zh-CN/index.ts'
import { widthOf } from '../../src/text/width.ts'
import { inWorld, linesOf, profileWith, type World } from '../support/cli-world.ts'

const widths = [28, 40, 60, 80, 200]

/** Commands whose output has notes, warnings, errors and hints. */
const commands: readonly (readonly string[])[] = [
  ['call', 'camera', '--reject'],
  ['call', 'wx.getLocation', '--accept', '--expect', 'fail', '--verbose'],
  ['call', 'wx.chooseAddress', '--expect', 'popup'],
  ['call', 'wx.getUserInfo', '--reject'],
  ['call', 'wx.getLocation', '{"type":1}', '--accept'],
  ['authorize', 'scope.userInfo', '--accept'],
  ['open-setting'],
  ['open-setting', '--enable', 'scope.camera', '--enable', 'scope.writePhotosAlbum'],
  ['call', 'camera'],
  ['call', 'chooseAdress'],
  ['call', 'scope.userLocation'],
  ['call', 'getPhoneNumber'],
  ['authorize', 'getLocation'],
  ['call', 'camera', '--acept'],
  ['call', 'camera', 'x'.repeat(200)],
  ['set', 'scope.camera'],
  ['frobnicate'],
  ['profile', 'remove', 'nobody'],
  ['reset', '--profile', 'no name'],
  ['reset', '--profile', 'broken'],
  ['reset', '--project', 'nowhere'],
]

function prepare(world: World): void {
  world.write('profiles/default.json', profileWith({ 'scope.address': 'rejected' }))
  world.write('profiles/broken.json', '{')
}

/** What no line may be broken in: commands, and whatever has no space and no Chinese. */
const unbroken =
  /wxauth (?:set|reset|authorize|open-setting|tap|list-scopes|call|profile remove|profile list)[a-z-]*(?: (?:--[a-z]+|[\w.]*[.=][\w.=]+|broken|getUserInfo))*|--answer [\w.=]+|[!-~]+/g

/** What no line may begin with, and what none may end with. */
const [closing, opening] = [/^ *[，。、：；！？）》」”…]/, /[（《「“]$/]

interface Spoken {
  readonly language: 'en' | 'zh-CN'
  /** Before each message. */
  readonly labels: RegExp
  readonly states: RegExp
  /** What the state is in a list of changes. */
  readonly rejected: RegExp
  readonly guarded: RegExp
  readonly nameOf: (scope: ScopeName) => string
}

const spoken: readonly Spoken[] = [
  {
    language: 'en',
    labels: /\n(?!note:|warning:|error:|hint:|$) */g,
    states: /\b(?:undecided|accepted|rejected)\b/g,
    rejected: /(?:undecided → )?rejected$/,
    guarded: /\bwx\.\w+|\bcamera component/g,
    nameOf: scope => guideCatalogue.rowOf(scope).description,
  },
  {
    language: 'zh-CN',
    labels: /\n(?!说明：|警告：|错误：|提示：|$) */g,
    states: /未决定|已授权|已拒绝/g,
    rejected: /(?:未决定 → )?已拒绝$/,
    guarded: /\bwx\.\w+|\bcamera 组件/g,
    nameOf: scope => zhCN.scopes.name(scope, ''),
  },
]

const windows = spoken.flatMap(row => widths.map(columns => ({ ...row, columns })))

describe.each(windows)('In $language, in a window of $columns columns', window => {
  const { language, columns } = window
  const inWindow = { columns, env: { WXAUTH_LANG: language } }
  const elsewhere = { env: { WXAUTH_LANG: language } }

  test.concurrent.each(commands.map(args => ({ args, line: args.join(' ').slice(0, 60) })))(
    'messages break between words, and commands stay whole: wxauth $line',
    ({ args }) =>
      inWorld(async world => {
        prepare(world)
        const onPipe = await world.run(args, elsewhere)
        prepare(world)
        const { stderr } = await world.run([...args, '--no-color'], inWindow)
        expect(stderr.length).toBeGreaterThan(20)
        // The lines are those of the pipe, broken: in Chinese not only at spaces.
        const withoutSpaces = (text: string) => text.replaceAll(' ', '')
        if (language === 'en') expect(stderr.replace(window.labels, ' ')).toBe(onPipe.stderr)
        expect(withoutSpaces(stderr.replace(window.labels, ''))).toBe(withoutSpaces(onPipe.stderr))
        const parts = [...onPipe.stderr.matchAll(unbroken)].map(([part]) => part)
        for (const part of parts) expect(stderr).toContain(part)
        for (const line of linesOf(stderr)) {
          const isWhole = parts.some(part => line.includes(part) && widthOf(part) > columns - 8)
          expect(widthOf(line) <= columns || isWhole || line.includes('"'), line).toBe(true)
          expect(line).not.toMatch(closing)
          expect(line).not.toMatch(opening)
        }
      }),
  )

  test.concurrent.each(['', 'call', 'authorize', 'profile', 'tap'])(
    'the help breaks between words: wxauth %s --help',
    name =>
      inWorld(async world => {
        const args = [...name.split(' ').filter(Boolean), '--help']
        const [onPipe, onTerminal] = [await world.run(args, elsewhere), await world.run(args, inWindow)]
        const words = (text: string) => (language === 'en' ? text.split(/\s+/) : text.replace(/\s+/g, ''))
        expect(words(onTerminal.stdout)).toEqual(words(onPipe.stdout))
        const [head = '', examples = ''] = onTerminal.stdout.split(/\n(?:Examples:|示例：)\n/)
        expect(examples !== '' || name === 'profile').toBe(true)
        // Examples are commands, and the usage is one too.
        for (const line of linesOf(head).slice(1)) {
          expect(widthOf(line), line).toBeLessThanOrEqual(columns)
          expect(line).not.toMatch(closing)
          expect(line).not.toMatch(opening)
        }
        expect(onPipe.stdout.endsWith(examples)).toBe(true)
        for (const line of linesOf(examples)) expect(line).toMatch(/^ {2}wxauth /)
      }),
  )

  test.concurrent('list-scopes keeps its columns', () =>
    inWorld(async world => {
      await world.run('set all=rejected scope.camera=accepted scope.werun=undecided')
      const { stdout } = await world.run('list-scopes --no-color', inWindow)
      const lines = linesOf(stdout)
      for (const line of lines) expect(widthOf(line), line).toBeLessThanOrEqual(columns)
      /** The columns of the screen in which matches of the pattern begin. */
      const columnsOf = (pattern: RegExp) =>
        new Set(
          lines.flatMap(line =>
            [...line.matchAll(pattern)].map(({ index }) => widthOf(line.slice(0, index))),
          ),
        )
      expect(columnsOf(/\bscope\.\w+/g)).toEqual(new Set([0]))
      expect(columnsOf(window.states).size).toBe(1)
      expect(columnsOf(window.guarded).size).toBe(1)
      const names = guideCatalogue.scopeNames.map(window.nameOf)
      expect(columnsOf(new RegExp(`(?<=^| )(?:${names.join('|')})$`, 'g')).size).toBe(1)
    }))

  test.concurrent('the states in changes and profiles are aligned', () =>
    inWorld(async world => {
      for (const args of ['set all=rejected', 'profile list']) {
        const { stdout } = await world.run(`${args} --no-color`, inWindow)
        const starts = linesOf(stdout).flatMap(line => {
          const at = line.search(window.rejected)
          return at === -1 ? [] : [widthOf(line.slice(0, at))]
        })
        expect(starts).toHaveLength(9)
        expect(new Set(starts).size).toBe(1)
      }
    }))
})

test.concurrent('What is not on a terminal is not wrapped', () =>
  inWorld(async world => {
    const { stderr } = await world.run('call camera')
    expect(linesOf(stderr)).toHaveLength(3)
    const { stdout } = await world.run('call --help')
    expect(Math.max(...linesOf(stdout).map(widthOf))).toBeGreaterThan(100)
  }))
