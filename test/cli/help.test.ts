import { describe, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { inWorld, linesOf, profileWith } from '../support/cli-world.ts'

const names = [
  'call',
  'authorize',
  'get-setting',
  'open-setting',
  'tap',
  'reset',
  'list-scopes',
  'set',
  'profile list',
  'profile path',
  'profile remove',
]

/** The commands under "Examples", as they are printed. */
function examplesIn(help: string): readonly string[] {
  const lines = linesOf(help)
  const from = lines.findIndex(line => line.startsWith('Examples'))
  return lines
    .slice(from + 1)
    .map(line => line.trim())
    .filter(line => line.startsWith('wxauth '))
}

/** A line as a shell splits it: single quotes hold words together. */
const shellWords = (line: string) =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, inQuotes, bare]) => inQuotes ?? bare ?? '')

/** The examples that do not exit with 0, because nobody can be asked, or location is rejected. */
const codes: Readonly<Record<string, number>> = {
  'wxauth authorize scope.camera': 3,
  'wxauth open-setting': 3,
  'wxauth call wx.getLocation': 1,
}

describe('help', () => {
  test.concurrent('of wxauth lists every command with one example each', () =>
    inWorld(async world => {
      const ways = [[], ['--help'], ['-h'], ['help']]
      const [first, ...others] = await Promise.all(ways.map(args => world.run(args)))
      expect(first).toMatchObject({ code: 0, stderr: '' })
      for (const run of others) expect(run).toEqual(first)
      const help = first?.stdout ?? ''
      for (const name of names) expect(help).toMatch(new RegExp(`^ +(wxauth )?${name}( |$)`, 'm'))
      const examples = examplesIn(help)
      for (const name of names) {
        expect(examples.filter(line => `${line} `.startsWith(`wxauth ${name} `))).toHaveLength(1)
      }
      // Each example is of a command in the list.
      for (const line of examples) expect(help).toContain(` ${line.split(' ')[1]}`)
      expect(Math.max(...linesOf(help).map(line => line.length))).toBeLessThanOrEqual(100)
    }))

  test.concurrent.each(names)('of %s is the same however you ask, with its flags and examples', name =>
    inWorld(async world => {
      const words = name.split(' ')
      const ways = [
        [...words, '--help'],
        ['-h', ...words],
        ...(words.length === 1 ? [['help', ...words]] : []),
      ]
      const [first, ...others] = await Promise.all(ways.map(args => world.run(args)))
      expect(first).toMatchObject({ code: 0, stderr: '' })
      for (const run of others) expect(run).toEqual(first)
      const help = first?.stdout ?? ''
      expect(help).toContain(`wxauth ${name}`)
      const common = ['--profile', '--project', '--json', '--color', '--no-color', '-q, --quiet', '--verbose']
      for (const flag of [...common, '-h, --help', '-V, --version']) expect(help).toContain(flag)
      const popsUp = ['call', 'authorize', 'tap'].includes(name)
      for (const flag of ['--accept', '--reject', '--dismiss', '--answer', '--no-input', '--expect']) {
        expect(help.includes(flag)).toBe(popsUp)
      }
      expect(help.includes('--reply')).toBe(name === 'call' || name === 'tap')
      expect(/^ +--enable/m.test(help)).toBe(name === 'open-setting' || name === 'tap')
      expect(examplesIn(help).length).toBeGreaterThan(0)
    }),
  )

  test.concurrent.each(names)('of %s has examples that run', name =>
    inWorld(async world => {
      const help = await world.run([...name.split(' '), '--help'])
      const examples = examplesIn(help.stdout)
      expect(examples.length).toBeGreaterThan(0)
      for (const example of examples) {
        world.write('profiles/tester.json', profileWith({}))
        world.write(
          'profiles/default.json',
          profileWith({ 'scope.userLocation': 'rejected', 'scope.record': 'accepted' }),
        )
        const [program, ...args] = shellWords(example)
        expect(program).toBe('wxauth')
        const { code } = await world.run(args)
        expect({ example, code }).toEqual({ example, code: codes[example] ?? 0 })
      }
    }),
  )

  test.concurrent('works for a command of two words', () =>
    inWorld(async world => {
      const [flag, word] = await Promise.all([
        world.run('profile list --help'),
        world.run('help profile list'),
      ])
      expect(word).toEqual(flag)
    }))

  test.concurrent('of a group lists its commands', () =>
    inWorld(async world => {
      const [bare, help] = await Promise.all([world.run('profile'), world.run('help profile')])
      expect(bare).toMatchObject({ code: 0, stderr: '' })
      expect(bare).toEqual(help)
      for (const name of ['profile list', 'profile path', 'profile remove'])
        expect(bare.stdout).toContain(name)
    }))

  test.concurrent('has a --version beside it, which prints one line', () =>
    inWorld(async world => {
      for (const args of ['--version', '-V', 'call -V', '-V reset']) {
        expect(await world.run(args)).toMatchObject({ code: 0, stdout: `${manifest.version}\n`, stderr: '' })
      }
    }))

  test.concurrent('needs no profile and no project', () =>
    inWorld(async world => {
      world.write('profiles/default.json', '{')
      world.write('work/project.config.json', '{')
      expect((await world.run('call --help')).code).toBe(0)
      expect((await world.run('--project nowhere --profile ../x --help')).code).toBe(0)
    }))
})
