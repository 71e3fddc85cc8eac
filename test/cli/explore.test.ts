import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { progressLine } from '../../src/cli/explore/progress.ts'
import { explore as chinese } from '../../src/messages/zh-CN/explore.ts'
import { widthOf } from '../../src/text/width.ts'
import { fenced } from '../readme/blocks.ts'
import { errorOf, inWorld, type World } from '../support/cli-world.ts'

interface Document {
  readonly summary: {
    readonly pages: number
    readonly paths: number
    readonly calls: { readonly written: number; readonly reached: number }
  }
  readonly unreached: readonly { readonly file: string }[]
  readonly findings: readonly {
    readonly rule: string
    readonly file: string
    readonly line: number
    readonly replay: string
    readonly fingerprint: string
  }[]
  readonly notices: readonly { readonly code: string; readonly message: string }[]
}

const shop = {
  'project.config.json': '{ "appid": "wx0123456789abcdef", "projectname": "Shop" }',
  'app.json': JSON.stringify({
    pages: ['pages/a/a', 'pages/b/b', 'pages/c/c'],
    permission: { 'scope.userLocation': { desc: 'To show what is near you' } },
  }),
  'pages/a/a.wxml': '<button bindtap="locate">Near me</button>\n<view>{{word}}</view>\n',
  'pages/a/a.js': `Page({ data: { word: '' },
  locate() {
    wx.getLocation({ success: () => this.setData({ word: 'here' }) })
  },
})
`,
  'pages/b/b.wxml': '<button bindtap="scan">Film</button><button open-type="openSetting">Settings</button>\n',
  'pages/b/b.js': `Page({
  scan() { wx.authorize({ scope: 'scope.camera', fail() { wx.showToast({ title: 'No camera' }) } }) },
})
`,
  'pages/c/c.wxml': '<view>Nothing here</view>\n',
  'pages/c/c.js': 'Page({})\n',
}

/** A program with one mistake. */
const inShop = <T>(work: (world: World) => Promise<T>, others: Readonly<Record<string, string>> = {}) =>
  inWorld(world => {
    for (const [file, text] of Object.entries({ ...shop, ...others })) world.write(join('work', file), text)
    return work(world)
  })

const explored = (world: World, args: readonly string[] = []) =>
  world.json<Document>(['explore', '--jobs', '1', ...args])

describe('A report', () => {
  test('shows the line, the way to it, how to fix it, and the command that plays it again', () =>
    inShop(async world => {
      const { code, stdout, stderr } = await world.run(['explore', '--jobs', '1'])
      expect(code).toBe(1)
      expect(stderr).toContain('1 finding must be fixed')
      expect(stdout).toContain('no-fail-handler')
      expect(stdout).toContain('pages/a/a.js:3:8')
      expect(stdout).toContain('wx.getLocation({ success')
      expect(stdout).toContain('wxauth explore --replay pages/a/a#locate@1:1~r')
      expect(stdout).toContain('2 of 2 guarded calls')
    }))

  test('names files as they can be copied, whatever their names', () =>
    inShop(
      async world => {
        const { stdout } = await world.run(['explore', '--jobs', '1'])
        expect(stdout).toContain('no-fail-handler 页面/首 页.js:3:8')
        expect(stdout).not.toMatch(/[\u2060\u00a0]/)
      },
      {
        'app.json': shop['app.json'].replace('pages/a/a', '页面/首 页'),
        '页面/首 页.js': shop['pages/a/a.js'],
        '页面/首 页.wxml': shop['pages/a/a.wxml'],
      },
    ))

  test('is the same with one thread and with two, at each run, and from the parts of a shard', () =>
    inShop(async world => {
      const one = await world.run(['explore', '--json', '--jobs', '1'])
      expect((await world.run(['explore', '--json', '--jobs', '2'])).stdout).toBe(one.stdout)
      const parts = [await explored(world, ['--shard', '1/2']), await explored(world, ['--shard', '2/2'])]
      const prints = parts.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint))
      const whole: Document = JSON.parse(one.stdout)
      expect(prints.toSorted()).toEqual(whole.findings.map(({ fingerprint }) => fingerprint).toSorted())
      expect(parts.map(({ summary }) => summary.pages).reduce((a, b) => a + b)).toBe(3)
    }))

  test('goes into files, each of its kind', () =>
    inShop(async world => {
      const args = ['--html', 'r.html', '--sarif', 'r.sarif', '--junit', 'r.xml']
      await world.run(['explore', '--jobs', '1', ...args])
      const text = (file: string) => readFileSync(join(world.cwd, file), 'utf8')
      expect(text('r.html')).toContain('<!DOCTYPE html>')
      expect(JSON.parse(text('r.sarif')).runs[0].results).toHaveLength(1)
      expect(text('r.xml')).toContain('<testsuites')
    }))
})

test("A program of today's edition meets today's scopes, and what asks without one", () =>
  inShop(
    async world => {
      const { findings, notices } = await explored(world, ['--edition', 'today', '--start', 'undecided'])
      expect(notices.map(({ code, message }) => `${code} ${message.split(',')[0]}`)).toEqual([
        'private-info-missing requiredPrivateInfos does not name chooseLocation',
        'private-info-missing requiredPrivateInfos does not name getLocation',
      ])
      expect(findings.map(({ rule, line }) => `${rule}:${line}`)).toEqual(['no-fail-handler:3'])
    },
    {
      'pages/c/c.wxml': '<view bindtap="choose">Choose</view>',
      'pages/c/c.js': `Page({ choose() {
  wx.onNeedPrivacyAuthorization(resolve => resolve({ event: 'agree', buttonId: 'agree' }))
  wx.chooseLocation({ fail: () => wx.getUserProfile({ desc: 'For your table' }) })
} })`,
    },
  ))

describe('Guarded calls', () => {
  const never = { 'pages/c/c.js': "Page({ never() { wx.authorize({ scope: 'scope.camera' }) } })" }

  test('are those of the pages that are explored; the parts together have all', () =>
    inShop(async world => {
      const calls = async (args: readonly string[]) => {
        const { summary, unreached } = await explored(world, args)
        return { ...summary.calls, unreached: unreached.map(({ file }) => file) }
      }
      expect(await calls([])).toEqual({ written: 3, reached: 2, unreached: ['pages/c/c.js'] })
      expect(await calls(['pages/b/b'])).toEqual({ written: 1, reached: 1, unreached: [] })
      const parts = [await calls(['--shard', '1/2']), await calls(['--shard', '2/2'])]
      expect(parts.map(({ written }) => written).reduce((a, b) => a + b)).toBe(3)
      const isEnough = async (page: string) => {
        const args = ['explore', page, '--jobs', '1', '--threshold', '90']
        return (await world.run(args)).code === 0
      }
      expect([await isEnough('pages/b/b'), await isEnough('pages/c/c')]).toEqual([true, false])
    }, never))

  test("are no methods that have the name of one of today's components", () =>
    inShop(
      async world => {
        const { summary } = await explored(world, ['pages/c/c', '--edition', 'today'])
        expect(summary.calls).toEqual({ written: 0, reached: 0 })
      },
      { 'pages/c/c.js': 'Page({ onLoad() { [1].map(one => this.camera(one)) }, camera() {} })' },
    ))
})

test('A refused privacy guideline that nobody hears is found, if it is refused by a flag', () =>
  inShop(
    async world => {
      const rulesWith = async (args: readonly string[]) => {
        const today = ['pages/c/c', '--edition', 'today', '--pick', 'ok', ...args]
        return (await explored(world, today)).findings.map(({ rule, line }) => `${rule}:${line}`)
      }
      const rejects = ['--answer', 'privacy=reject']
      expect((await rulesWith(rejects)).toSorted()).toEqual(['no-fail-handler:1', 'unhandled-rejection:2'])
      expect(await rulesWith([])).toEqual([])
    },
    {
      'app.json': JSON.stringify({
        ...JSON.parse(shop['app.json']),
        requiredPrivateInfos: ['chooseLocation', 'chooseAddress'],
      }),
      'pages/c/c.wxml': '<view bindtap="place">Place</view><view bindtap="address">Address</view>',
      'pages/c/c.js': `Page({ place() { wx.chooseLocation({ success() {} }) },
async address() { await wx.chooseAddress() } })`,
    },
  ))

test('A package that is not installed is one notice, with what to do', () =>
  inShop(
    async world => {
      const { notices } = await explored(world, ['pages/c/c'])
      expect(notices).toMatchObject([
        {
          code: 'package-missing',
          message: expect.stringContaining('The npm package @x/kit is not installed'),
        },
        { code: 'package-missing', message: expect.stringContaining('Run npm install') },
      ])
    },
    {
      'pages/c/c.json': JSON.stringify({
        usingComponents: { a: '@x/kit/a/a', b: '@x/kit/b/b', c: 'other/c' },
      }),
      'pages/c/c.wxml': '<a /><b /><c />',
    },
  ))

describe('The exit code', () => {
  test.each([
    [[], 1],
    [['--fail-on', 'never'], 0],
    [['--ignore', 'no-fail-handler'], 0],
    [['pages/b/b', 'pages/c/c'], 0],
    [['pages/c/c', '--threshold', '90'], 0],
    [['--start', 'rejected'], 1],
    [['--answer', 'scope.userLocation=accept'], 1],
    [['--answer', 'scope.userLocation=accept', '--start', 'undecided'], 0],
    [['pages/gone/gone'], 2],
    [['--profile', 'me'], 2],
    [['--reject'], 2],
    [['--tap', 'x'], 2],
    [['--fail-on', 'eror'], 2],
    [['--update-baseline'], 2],
    [['--html', 'a', '--sarif', 'a'], 2],
    [['--replay', 'pages/a/a', 'pages/a/a'], 2],
    [['--explain', 'no-way-back', '--junit', 'a'], 2],
    [['--html', 'a', '--sarif', './a'], 2],
    [['--baseline', 'a', '--update-baseline', '--sarif', 'a'], 2],
    [['--storage', 'app.json', '--html', 'app.json'], 2],
    [['--html', '/dev/null'], 1],
  ] as const)('of %j is %i', (args, code) =>
    inShop(async world => {
      expect((await world.run(['explore', '--jobs', '1', ...args])).code).toBe(code)
    }),
  )
})

describe('Wrong use', () => {
  test.each([
    { args: ['--profile', 'me'], message: '"--profile"', hint: 'wxauth explore --help' },
    { args: ['--project', 'nowhere'], message: 'nowhere', hint: 'your Mini Program (--project' },
    {
      args: ['--baseline', 'known.json'],
      message: 'known.json',
      hint: 'known.json --update-baseline',
    },
    {
      args: ['--replay', 'pages/a/a~r', '--html', 'r.html'],
      message: '--replay and --html',
      hint: 'Keep one of them.',
    },
    { args: ['--explain', 'no-way-back', 'pages/a/a'], message: '--explain and pages/a/a', hint: 'Keep' },
    { args: ['--explain', 'no-way-back', '--replay', 'x'], message: '--explain and --replay', hint: 'Keep' },
  ])('of $args names what is wrong, and what to do', ({ args, message, hint }) =>
    inShop(async world => {
      const error = errorOf(await world.run(['explore', '--json', ...args]))
      expect(error).toMatchObject({
        message: expect.stringContaining(message),
        hint: expect.stringContaining(hint),
      })
      expect(`${error.message} ${error.hint}`).not.toMatch(/demo|Did you mean/)
    }),
  )

  test('is found before anything is explored: a report that cannot be written', () =>
    inShop(async world => {
      const files = ['--sarif', 'r.sarif', '--junit', 'pages']
      const run = await world.run(['explore', '--jobs', '1', '--json', ...files])
      expect([run.code, errorOf(run).code]).toEqual([2, 'ERR_UNWRITABLE_FILE'])
      expect(existsSync(join(world.cwd, 'r.sarif'))).toBe(false)
    }))
})

describe('The line that says how far it is', () => {
  const linesOn = async (columns: number) => {
    const written: string[] = []
    const stderr = { isTerminal: true, columns, rows: 20, write: (text: string) => void written.push(text) }
    const line = progressLine({ stderr }, {}, chinese)
    line.show({ done: 0, of: 12, findings: 0 })
    line.pathBegins()
    line.pathBegins()
    await setTimeout(110)
    line.show({ done: 1, of: 12, findings: 3 })
    line.clear()
    line.pathBegins()
    return written
  }

  test('counts paths as they begin, and goes away', async () => {
    expect(await linesOn(80)).toEqual([
      '\r\u001b[K0 / 12 个页面，0 条路径，0 个问题',
      '\r\u001b[K1 / 12 个页面，2 条路径，3 个问题',
      '\r\u001b[K',
    ])
  })

  test('fits a narrow window', async () => {
    for (const line of await linesOn(20)) expect(widthOf(line.replace('\r\u001b[K', ''))).toBeLessThan(20)
  })
})

test('No profile matters, not even one that cannot be used', () =>
  inShop(async world => {
    world.write('profiles/me.json', '{')
    const run = await world.run(['explore', '--jobs', '1'], { env: { WXAUTH_PROFILE: 'me' } })
    expect(run.stdout).toBe((await world.run(['explore', '--jobs', '1'])).stdout)
    expect(run.code).toBe(1)
  }))

describe('Before the first path,', () => {
  test.each([
    [['--html', 'none/r.html'], 'ERR_UNWRITABLE_FILE'],
    [['--sarif', 'pages'], 'ERR_UNWRITABLE_FILE'],
    [['--html', 'r.html', '--junit', 'link.xml'], 'ERR_CONFLICTING_FLAGS'],
  ])('%j is refused', (args, code) =>
    inShop(async world => {
      world.write('work/r.html', 'kept')
      symlinkSync('r.html', join(world.cwd, 'link.xml'))
      // A program that never ends would be waited for.
      world.write('work/app.js', 'for (;;);')
      const run = await world.run(['explore', '--json', '--jobs', '1', ...args])
      expect([run.code, errorOf(run).code]).toEqual([2, code])
      expect(readFileSync(join(world.cwd, 'r.html'), 'utf8')).toBe('kept')
    }),
  )
})

describe('A token', () => {
  test('comes with the flags on which the path depends, so that the command can be copied', () =>
    inShop(async world => {
      world.write('work/empty store.json', '{}')
      const args = ['--storage', 'empty store.json', '--project', world.cwd, '--edition', 'guide', '-q']
      const files = ['--html', 'r.html', '--sarif', 'r.sarif', '--junit', 'r.xml']
      const { stdout } = await world.run(['explore', '--jobs', '1', ...args, ...files])
      const command = `wxauth explore --project ${world.cwd} --edition guide --storage 'empty store.json' --replay pages/a/a#locate@1:1~r`
      expect(stdout).toContain(command)
      for (const file of ['r.html', 'r.sarif', 'r.xml']) {
        expect(readFileSync(join(world.cwd, file), 'utf8'), file).toContain('--edition guide --storage')
      }
    }))

  test('plays its path again', () =>
    inShop(async world => {
      const [finding] = (await explored(world)).findings
      const { code, stdout } = await world.run(['explore', '--replay', finding?.replay ?? ''])
      expect(code).toBe(0)
      expect(stdout).toMatch(/asked .*scope\.userLocation[\s\S]*answered +Reject/)
    }))

  test('says at which step the program differs', () =>
    inShop(async world => {
      const { code, stderr } = await world.run(['explore', '--replay', 'pages/a/a#locate@1:1~r.c'])
      expect(code).toBe(1)
      expect(stderr).toContain('Choice 2 of the kind modal no longer comes')
    }))

  test.each(['nonsense~~', 'pages/gone/gone~r'])('%s is wrong use', token =>
    inShop(async world => {
      const run = await world.run(['explore', '--json', '--replay', token])
      expect([run.code, errorOf(run).code]).toEqual([2, 'ERR_BAD_TOKEN'])
    }),
  )
})

describe('A baseline', () => {
  test('takes known findings off the list, and says which are gone', () =>
    inShop(async world => {
      const written = await world.run([
        'explore',
        '--jobs',
        '1',
        '--baseline',
        'known.json',
        '--update-baseline',
      ])
      expect(written.code).toBe(0)
      const again = await world.run(['explore', '--jobs', '1', '--baseline', 'known.json'])
      expect([again.code, again.stdout]).toEqual([
        0,
        expect.stringContaining('Nothing new: 1 known finding does not count.'),
      ])
      world.write('work/pages/a/a.js', 'Page({ data: {}, locate() {} })')
      // What was not tried is not gone.
      for (const part of [['pages/b/b'], ['--start', 'undecided'], ['--shard', '2/2']]) {
        const { stdout } = await world.run(['explore', '--jobs', '1', '--baseline', 'known.json', ...part])
        expect(stdout, part[0]).not.toContain('gone')
      }
      const fixed = await world.run(['explore', '--jobs', '1', '--baseline', 'known.json'])
      expect(fixed.stdout).toContain('1 finding of the baseline is gone')
    }))

  test('keeps what is known of what was not tried, while it is updated', () =>
    inShop(async world => {
      const update = (...part: string[]) =>
        world.run(['explore', '--jobs', '1', '--baseline', 'known.json', '--update-baseline', ...part])
      await update()
      const known = readFileSync(join(world.cwd, 'known.json'), 'utf8')
      expect(known).toContain('no-fail-handler|')
      await update('pages/b/b')
      await update('--ignore', 'no-fail-handler')
      expect(readFileSync(join(world.cwd, 'known.json'), 'utf8')).toBe(known)
      world.write('work/pages/a/a.js', 'Page({ data: {}, locate() {} })')
      await update()
      expect(readFileSync(join(world.cwd, 'known.json'), 'utf8')).not.toContain('no-fail-handler|')
    }))

  test('of another form is wrong use', () =>
    inShop(async world => {
      world.write('work/known.json', '{ "findings": 1 }')
      const run = await world.run(['explore', '--json', '--baseline', 'known.json'])
      expect([run.code, errorOf(run).code]).toEqual([2, 'ERR_BAD_BASELINE'])
    }))
})

test('A comment with a reason takes a finding away', () =>
  inShop(
    async world => {
      expect((await explored(world)).findings).toEqual([])
    },
    {
      'pages/a/a.js': shop['pages/a/a.js'].replace(
        '    wx.get',
        '    // wxauth-ignore no-fail-handler: the map is only an extra\n    wx.get',
      ),
    },
  ))

test(
  'A path that never ends is named, and the others go on',
  () =>
    inShop(
      async world => {
        const { notices, findings } = await explored(world, ['--edition', 'guide'])
        const replay = 'explore --edition guide --replay pages/c/c#spin@1:1'
        expect(notices).toEqual([
          {
            code: 'endless-loop',
            file: 'pages/c/c.wxml',
            line: 1,
            column: 1,
            message: expect.stringContaining(`wxauth ${replay}`),
          },
        ])
        expect(findings.map(({ rule }) => rule)).toEqual(['no-fail-handler'])
        // Played once more, it says where the loop is.
        const { code, stdout, stderr } = await world.run(replay.split(' '))
        expect([code, stdout]).toEqual([
          1,
          expect.stringMatching(/tapped .*[\s\S]*threw .*pages\/c\/c\.js:1:\d+/),
        ])
        expect(stderr).toContain('The program failed after what the user did.')
      },
      {
        'pages/c/c.js': 'Page({ spin() { for (;;); } })',
        'pages/c/c.wxml': '<view bindtap="spin">Spin</view>',
      },
    ),
  60_000,
)

test('The recipe of the README runs, up to the upload', () =>
  inShop(async world => {
    const [recipe = ''] = fenced('bin/README.md', 'yaml')
    const [, words = ''] = /run: node_modules\/\.bin\/wxauth (.*)/.exec(recipe) ?? []
    const { code } = await world.run(words.split(' '))
    expect(code).toBe(1)
    const [, upload = ''] = /sarif_file: (\S+)/.exec(recipe) ?? []
    expect(JSON.parse(readFileSync(join(world.cwd, upload), 'utf8')).version).toBe('2.1.0')
    const [, kept = ''] = /path: (\S+)\.\*/.exec(recipe) ?? []
    const written = (kind: string) => readFileSync(join(world.cwd, `${kept}.${kind}`), 'utf8')
    expect(written('xml')).toContain('<failure')
    expect(written('html')).toContain('<!DOCTYPE html>')
  }))
