import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { exitCodes } from '../../src/cli/report/exit-codes.ts'
import { en } from '../../src/messages/en/index.ts'
import { errorOf, inWorld, linesOf, profileWith, type World } from '../support/cli-world.ts'
import { writeNear } from '../support/near-program.ts'
import { documentOf, type Run } from '../support/run-cli.ts'

const names = [
  'call',
  'explain',
  'authorize',
  'get-setting',
  'open-setting',
  'tap',
  'reset',
  'list-scopes',
  'set',
  'walkthrough',
  'run',
  'explore',
  'profile list',
  'profile path',
  'profile remove',
  'completion',
  'version',
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

/** The files of TypeScript below a folder. */
function filesIn(folder: string): readonly string[] {
  const root = join(import.meta.dirname, folder)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  return files.filter(file => file.endsWith('.ts')).map(file => join(root, file))
}

/** A line as a shell splits it: single quotes hold words together. */
const shellWords = (line: string) =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, inQuotes, bare]) => inQuotes ?? bare ?? '')

/** The examples that do not exit with 0, because nobody can be asked, or location is rejected. */
const codes: Readonly<Record<string, number>> = {
  'wxauth authorize scope.camera': 3,
  'wxauth open-setting': 3,
  'wxauth walkthrough': 3,
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
      for (const name of names) expect(help).toMatch(new RegExp(`^  ${name}[ |]`, 'm'))
      const examples = examplesIn(help)
      for (const name of names) {
        expect(examples.filter(line => `${line} `.startsWith(`wxauth ${name} `))).toHaveLength(1)
      }
      // Each example is of a command in the list.
      for (const line of examples) expect(help).toContain(` ${line.split(' ')[1]}`)
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
      const common = [
        ...(name === 'explore' ? [] : ['--profile']),
        '--project',
        '--edition',
        '--json',
        '--color',
        '--no-color',
        '-q, --quiet',
        '--verbose',
      ]
      for (const flag of [...common, '-h, --help', '-V, --version']) expect(help).toContain(flag)
      const runsCallbacks = ['call', 'authorize', 'get-setting', 'open-setting', 'tap']
      const popsUp = ['call', 'authorize', 'tap', 'walkthrough', 'run'].includes(name)
      for (const flag of ['--accept', '--reject', '--dismiss', '--answer', '--no-input']) {
        expect(help.includes(flag)).toBe(popsUp || (name === 'explore' && flag === '--answer'))
      }
      expect(help.includes('--expect')).toBe(popsUp && name !== 'walkthrough')
      expect(/^ +--platform/m.test(help)).toBe(runsCallbacks.includes(name))
      expect(help.includes('--reply')).toBe(name === 'call' || name === 'tap')
      expect(/^ +--enable/m.test(help)).toBe(['open-setting', 'tap', 'run'].includes(name))
      expect(examplesIn(help).length).toBeGreaterThan(0)
    }),
  )

  test.concurrent.each(names)('of %s has examples that run', name =>
    inWorld(async world => {
      const help = await world.run([...name.split(' '), '--help'])
      const examples = examplesIn(help.stdout)
      expect(examples.length).toBeGreaterThan(0)
      if (name === 'run') writeNear(world)
      if (name === 'explore') writeSmall(world)
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
      for (const args of ['--version', '-V', 'call -V', '-V reset', 'version']) {
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

  test.concurrent('names the environment variables that the code reads', () =>
    inWorld(async world => {
      const { stdout } = await world.run('--help')
      const source = filesIn('../../src').map(file => readFileSync(file, 'utf8'))
      const read = source.flatMap(text => [...text.matchAll(/\b(?:WXAUTH_[A-Z_]+|(?:FORCE|NO)_COLOR|CI)\b/g)])
      expect(read.length).toBeGreaterThan(6)
      for (const [name] of read) expect(stdout).toMatch(new RegExp(`^  ${name}  `, 'm'))
    }))

  test.concurrent('names every exit code', () =>
    inWorld(async world => {
      const { stdout } = await world.run('--help')
      const [, codes = ''] = stdout.split('\nExit codes:\n')
      const listed = [...codes.matchAll(/^ {2}(\d+) +\S/gm)].map(([, code]) => Number(code))
      expect(listed).toEqual(Object.values(exitCodes))
    }))

  test.concurrent.each(guideCatalogue.guardedApis)('of call names %s with its scope', api =>
    inWorld(async world => {
      const { scope } = guideCatalogue.apiOf(api)
      expect((await world.run('call --help')).stdout).toMatch(new RegExp(`^  ${api} +${scope}$`, 'm'))
    }),
  )

  test.concurrent.each(['authorize', 'reset', 'set', 'open-setting'])('of %s names the scopes', name =>
    inWorld(async world => {
      const { stdout } = await world.run([name, '--help'])
      for (const scope of guideCatalogue.scopeNames) {
        const { description } = guideCatalogue.rowOf(scope)
        expect(stdout).toMatch(new RegExp(`^  ${scope} +${description}$`, 'm'))
      }
    }),
  )

  test('says what to do: a capital verb begins each text, and no full stop ends it', () => {
    const { about, commands, arguments: args, flags, environment } = en.cli
    const { runFlags, exploreFlags } = en.cli
    const tables = [commands, args, flags, runFlags, exploreFlags, environment]
    const texts = [about, ...tables.flatMap(table => Object.values(table))]
    expect(texts.length).toBeGreaterThan(40)
    for (const text of texts) expect(text).toMatch(/^[A-Z][a-z]+ .*[^.]$/)
  })
})

describe('short flags and aliases', () => {
  test.concurrent.each([
    ['-qh', '--help'],
    ['-hq', '--help'],
    ['-qV', '--version'],
    ['call -qh', 'call --help'],
    ['call camera -hq', 'call --help'],
    ['-qh call', 'call --help'],
    ['profile ls', 'profile list'],
    ['profile ls --json', 'profile list --json'],
    ['--json profile ls', 'profile list --json'],
    ['help profile ls', 'help profile list'],
    ['profile rm --help', 'profile remove --help'],
    ['profile rm tester', 'profile remove tester'],
    ['profile rm nobody', 'profile remove nobody'],
    ['version', '--version'],
    ['version --json', '--version --json'],
  ])('wxauth %s is wxauth %s', (short, long) =>
    inWorld(async world => {
      const runs: Run[] = []
      for (const args of [short, long]) {
        world.write('profiles/tester.json', profileWith({}))
        runs.push(await world.run(args))
      }
      expect(runs[0]).toEqual(runs[1])
    }),
  )

  test.concurrent.each([
    ['call camera --accept -q --reply -qh', 'the value of a flag'],
    ['call camera --accept -q -- -qh', 'an argument after --'],
  ])('wxauth %s has -qh as %s', args =>
    inWorld(async world => {
      expect(errorOf(await world.run(`${args.replace('call', '--json call')}`))).toMatchObject({
        code: 'ERR_BAD_JSON',
        message: expect.stringContaining('"-qh"'),
      })
    }),
  )

  test.concurrent.each(['-qx', '-xq', '-quiet', '-version'])('%s is refused', flag =>
    inWorld(async world => {
      expect(await world.run(flag)).toMatchObject({ code: 2, stdout: '' })
    }),
  )
})

describe('with --json', () => {
  const ways = ['help --json', '--help --json', '--json -h', '--json', '-hq --json']
  test.concurrent.each(ways)('wxauth %s prints one document with every command', args =>
    inWorld(async world => {
      const run = await world.run(args)
      expect(run).toMatchObject({ code: 0, stderr: '' })
      const help = documentOf<Readonly<Record<string, object>>>(run)
      expect(Object.keys(help.commands ?? {}).map(term => term.split(/[|] *|( [<[])/)[0])).toEqual(names)
      expect(Object.keys(help.exitCodes ?? {})).toEqual(Object.values(exitCodes).map(String))
      expect(help.examples).toHaveLength(names.length)
    }),
  )

  test.concurrent.each(names)('wxauth %s --help prints one document, with the same texts', name =>
    inWorld(async world => {
      const [text, json] = [await world.run(`${name} --help`), await world.run(`${name} --help --json`)]
      expect(json).toMatchObject({ code: 0, stderr: '' })
      const { edition, usage, about, examples, ...sections } =
        documentOf<Readonly<Record<string, object>>>(json)
      expect(edition).toBe('guide')
      expect(text.stdout.startsWith(`Usage: ${usage}\n\n${about}\n`)).toBe(true)
      const terms = Object.values(sections).flatMap(section => Object.entries(section))
      expect(terms.length).toBeGreaterThan(8)
      for (const [term, meaning] of terms) expect(text.stdout).toMatch(lineOf(term, meaning))
      expect(examplesIn(text.stdout)).toEqual(examples)
    }),
  )

  test.concurrent.each(['--version --json', '--json -V', 'version --json'])(
    'wxauth %s prints one document',
    args =>
      inWorld(async world => {
        const run = await world.run(args)
        expect(run).toMatchObject({ code: 0, stderr: '' })
        expect(documentOf(run)).toEqual({ edition: 'guide', version: manifest.version })
      }),
  )
})

const lineOf = (term: string, meaning: string) =>
  new RegExp(`^  ${[term, meaning].map(text => text.replace(/[^\w ]/g, '\\$&')).join(' +')}$`, 'm')

test.each([
  { name: 'run', words: en.cli.runFlags, others: ['success, fail, popup'] },
  {
    name: 'explore',
    words: en.cli.exploreFlags,
    others: ['--profile', 'the three above', 'without asking anybody'],
  },
])('the help of $name says what is different for it', ({ name, words, others }) =>
  inWorld(async ({ run }) => {
    const { stdout } = await run([name, '--help'])
    for (const text of Object.values(words)) expect(stdout).toContain(text)
    for (const text of others) expect(stdout).not.toContain(text)
    const elsewhere = await Promise.all([run(['call', '--help']), run(['walkthrough', '--help'])])
    for (const text of others) expect(elsewhere.map(({ stdout }) => stdout).join()).toContain(text)
  }),
)

/** A program with nothing wrong in it. */
function writeSmall(world: World): void {
  const files = {
    'project.config.json': '{}',
    'app.json':
      '{ "pages": ["pages/near/index"], "permission": { "scope.userLocation": { "desc": "Near" } } }',
    'pages/near/index.wxml':
      '<view>\n  <view>\n    <button bindtap="locate">Near</button>\n    <button open-type="openSetting">Settings</button>\n  </view>\n</view>',
    'pages/near/index.js':
      "Page({ locate() { wx.getLocation({ fail() { wx.showToast({ title: 'No' }) } }) } })",
  }
  for (const [file, text] of Object.entries(files)) world.write(`work/${file}`, text)
}
