import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
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

/** What no line may be broken in: commands, and whatever has no space. */
const unbroken =
  /wxauth (?:set|reset|authorize|open-setting|tap|list-scopes|call|profile remove|profile list)[a-z-]*(?: (?:--[a-z]+|[\w.]*[.=][\w.=]+|broken|getUserInfo))*|--answer \S+|\S+/g

describe.each(widths)('In a window of %i columns', columns => {
  test.concurrent.each(commands.map(args => ({ args, line: args.join(' ').slice(0, 60) })))(
    'messages break between words, and commands stay whole: wxauth $line',
    ({ args }) =>
      inWorld(async world => {
        prepare(world)
        const onPipe = await world.run(args)
        prepare(world)
        const { stderr } = await world.run([...args, '--no-color'], { columns })
        expect(stderr.length).toBeGreaterThan(20)
        // The lines are those of the pipe, broken.
        const joined = stderr.replace(/\n(?!note:|warning:|error:|hint:|$) */g, ' ')
        expect(joined).toBe(onPipe.stderr)
        const parts = [...onPipe.stderr.matchAll(unbroken)].map(([part]) => part)
        for (const part of parts) expect(stderr).toContain(part)
        for (const line of linesOf(stderr)) {
          const isWhole = parts.some(part => line.trim().startsWith(part) && widthOf(part) > columns - 3)
          expect(widthOf(line) <= columns || isWhole || line.includes('"'), line).toBe(true)
        }
      }),
  )

  test.concurrent.each(['', 'call', 'authorize', 'profile', 'tap'])(
    'the help breaks between words: wxauth %s --help',
    name =>
      inWorld(async world => {
        const args = [...name.split(' ').filter(Boolean), '--help']
        const [onPipe, onTerminal] = [await world.run(args), await world.run(args, { columns })]
        const words = (text: string) => text.split(/\s+/)
        expect(words(onTerminal.stdout)).toEqual(words(onPipe.stdout))
        const [head = '', examples = ''] = onTerminal.stdout.split('\nExamples:\n')
        // Examples are commands, and the usage is one too.
        for (const line of linesOf(head).slice(1)) expect(widthOf(line), line).toBeLessThanOrEqual(columns)
        expect(onPipe.stdout.endsWith(`\nExamples:\n${examples}`) || examples === '').toBe(true)
      }),
  )

  test.concurrent('list-scopes keeps its columns', () =>
    inWorld(async world => {
      await world.run('set all=rejected scope.camera=accepted scope.werun=undecided')
      const { stdout } = await world.run('list-scopes --no-color', { columns })
      const lines = linesOf(stdout)
      for (const line of lines) expect(widthOf(line), line).toBeLessThanOrEqual(columns)
      const columnsOf = (pattern: RegExp) =>
        new Set(lines.flatMap(line => [...line.matchAll(pattern)].map(({ index }) => index)))
      expect(columnsOf(/\bscope\.\w+/g)).toEqual(new Set([0]))
      expect(columnsOf(/\b(?:undecided|accepted|rejected)\b/g).size).toBe(1)
      expect(columnsOf(/\bwx\.\w+|\bcamera component/g).size).toBe(1)
      const descriptions = guideCatalogue.scopeNames.map(scope => guideCatalogue.rowOf(scope).description)
      expect(columnsOf(new RegExp(`(?<=^| )(?:${descriptions.join('|')})$`, 'g')).size).toBe(1)
    }))

  test.concurrent('the states in changes and profiles are aligned', () =>
    inWorld(async world => {
      for (const args of ['set all=rejected', 'profile list']) {
        const { stdout } = await world.run(`${args} --no-color`, { columns })
        const starts = linesOf(stdout).flatMap(line => {
          const at = line.search(/(?:undecided → )?rejected$/)
          return at === -1 ? [] : [at]
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
