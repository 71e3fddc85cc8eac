import { describe, expect, test } from 'vitest'
import { errorOf, inWorld, linesOf, profileWith, snapshot, type World } from '../support/cli-world.ts'
import { nearProgram, writeNear } from '../support/near-program.ts'
import type { RunOptions } from '../support/run-cli.ts'
import { spawnCli } from '../support/spawn-cli.ts'

interface Document {
  readonly page: string
  readonly query: Readonly<Record<string, string>>
  readonly shown: string
  readonly text: string
  readonly events: readonly Readonly<Record<string, unknown>>[]
  readonly errors: readonly Readonly<Record<string, unknown>>[]
  readonly notices: readonly Readonly<Record<string, unknown>>[]
}

const page = 'miniprogram/pages/near/index'

function inNear<T>(
  work: (world: World) => Promise<T>,
  others?: Readonly<Record<string, string>>,
): Promise<T> {
  return inWorld(world => {
    writeNear(world, '.', others)
    return work(world)
  })
}

const near = (args: readonly string[], options?: RunOptions) =>
  inNear(world => world.run(['run', ...args], options))
const nearDocument = (args: readonly string[]) => inNear(world => world.json<Document>(['run', ...args]))

describe('a transcript', () => {
  test('says which edition, what happened with its places, and what the page shows', async () => {
    const { code, stdout, stderr } = await near(['--tap', 'Show what is near', '--reject'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatchInlineSnapshot(`
      "Edition guide: project.config.json names no version of the base library
      opened    pages/near/index
      tapped    "Show what is near" → locate                        miniprogram/pages/near/index.wxml:3:1
      called    wx.getLocation                                      miniprogram/pages/near/index.js:4:8
      asked     the user: Geographic location (scope.userLocation)  miniprogram/pages/near/index.js:4:8
      answered  Reject
      received  "getLocation:fail auth deny"                        miniprogram/pages/near/index.js:4:8
      shown     a toast: "No location"                              miniprogram/pages/near/index.js:7:12

      pages/near/index shows
        │ Nothing yet
        │ [Your name ___]      → named       miniprogram/pages/near/index.wxml:2:1
        │ [Show what is near]  → locate      miniprogram/pages/near/index.wxml:3:1
        │ [Show the settings]  → settings    miniprogram/pages/near/index.wxml:4:1
        │ [Ask first]          → ask         miniprogram/pages/near/index.wxml:5:1
        │ [Choose]             → choose      miniprogram/pages/near/index.wxml:6:1
        │ [Again and again]    → again       miniprogram/pages/near/index.wxml:7:1
        │ [Boom]               → boom        miniprogram/pages/near/index.wxml:8:1
        │ [Promise]            → promise     miniprogram/pages/near/index.wxml:9:1
        │ [Loop]               → loop        miniprogram/pages/near/index.wxml:10:1
        │ [Microtasks]         → microtasks  miniprogram/pages/near/index.wxml:11:1
        │ [Map]                              miniprogram/pages/near/index.wxml:12:1
      "
    `)
  })

  test.each([
    [
      'wx.getLocation({ success() {} })',
      0,
      'unheard   "getLocation:fail auth deny": this call has neither fail nor complete',
    ],
    ['wx.getLocation()', 1, 'threw     a rejection that nobody caught: getLocation:fail auth deny'],
  ])('names the line that does not listen: %s', (call, code, line) =>
    inNear(
      async world => {
        const result = await world.run(['run', '--reject'])
        expect(result.code).toBe(code)
        const told = result.stdout.split('\n').find(told => told.startsWith(line)) ?? result.stdout
        expect(told).toMatch(/ {2}miniprogram\/pages\/near\/index\.js:1:22$/)
      },
      { 'miniprogram/pages/near/index.js': `Page({ onLoad() { wx${call.slice(2)} } })` },
    ),
  )

  test('is in Chinese, too, and fits a narrow window', () =>
    inNear(async world => {
      const args = ['run', '--tap', 'Show what is near', '--reject']
      const { stdout } = await world.run([...args, '--lang', 'zh-CN'])
      expect(stdout).toContain('询问  用户：获取你的位置信息（scope.userLocation）')
      const narrow = await world.run(args, { columns: 40 })
      expect(narrow.stdout).toMatchInlineSnapshot(`
        "[2mEdition guide: project.config.json names[22m
        [2m  no version of the base library[22m
        [1mopened[22m    pages/near/index
        [1mtapped[22m    "Show what is near" → locate
                  [2mminiprogram/pages/near/index.wxml:3:1[22m
        [1mcalled[22m    wx.getLocation
                  [2mminiprogram/pages/near/index.js:4:8[22m
        [1masked[22m     [36mthe user: Geographic location[39m
                  [36m  (scope.userLocation)[39m
                  [2mminiprogram/pages/near/index.js:4:8[22m
        [1manswered[22m  [31mReject[39m
        [1mreceived[22m  [31m"getLocation:fail auth deny"[39m
                  [2mminiprogram/pages/near/index.js:4:8[22m
        [1mshown[22m     a toast: "No location"
                  [2mminiprogram/pages/near/index.js:7:12[22m

        [1mpages/near/index shows[22m
          [2m│[22m Nothing yet
          [2m│[22m [36m[Your name ___][39m
          [2m│[22m   → named
          [2m│[22m   [2mminiprogram/pages/near/index.wxml:2:1[22m
          [2m│[22m [36m[Show what is near][39m
          [2m│[22m   → locate
          [2m│[22m   [2mminiprogram/pages/near/index.wxml:3:1[22m
          [2m│[22m [36m[Show the settings][39m
          [2m│[22m   → settings
          [2m│[22m   [2mminiprogram/pages/near/index.wxml:4:1[22m
          [2m│[22m [36m[Ask first][39m
          [2m│[22m   → ask
          [2m│[22m   [2mminiprogram/pages/near/index.wxml:5:1[22m
          [2m│[22m [36m[Choose][39m
          [2m│[22m   → choose
          [2m│[22m   [2mminiprogram/pages/near/index.wxml:6:1[22m
          [2m│[22m [36m[Again and again][39m
          [2m│[22m   → again
          [2m│[22m   [2mminiprogram/pages/near/index.wxml:7:1[22m
          [2m│[22m [36m[Boom][39m
          [2m│[22m   → boom
          [2m│[22m   [2mminiprogram/pages/near/index.wxml:8:1[22m
          [2m│[22m [36m[Promise][39m
          [2m│[22m   → promise
          [2m│[22m   [2mminiprogram/pages/near/index.wxml:9:1[22m
          [2m│[22m [36m[Loop][39m
          [2m│[22m   → loop
          [2m│[22m   [2mminiprogram/pages/near/index.wxml:10:1[22m
          [2m│[22m [36m[Microtasks][39m
          [2m│[22m   → microtasks
          [2m│[22m   [2mminiprogram/pages/near/index.wxml:11:1[22m
          [2m│[22m [36m[Map][39m
          [2m│[22m   [2mminiprogram/pages/near/index.wxml:12:1[22m
        "
      `)
    }))
})

describe('what the flags say', () => {
  test.each<readonly [string, readonly string[], string]>([
    ['taps by visible text', ['--tap', 'Ask first'], 'yes'],
    ['taps by what the text contains', ['--tap', 'first'], 'yes'],
    ['taps by handler', ['--tap', 'handler:ask'], 'yes'],
    ['types into an input', ['--input', '#name=Ann=e'], 'Hello Ann=e'],
    [
      'keeps the order of steps',
      ['--input', '#name=A', '--tap', 'Ask first', '--input', 'tag:input=B'],
      'Hello B',
    ],
    ['cancels a modal', ['--tap', 'Ask first', '--modal', 'cancel'], 'no'],
    [
      'answers modals in turn',
      ['--tap', 'Ask first', '--tap', 'Ask first', '--modal', 'cancel,confirm'],
      'yes',
    ],
    ['chooses from a sheet', ['--tap', 'Choose', '--sheet', '1'], 'coffee'],
    ['takes the first of a sheet by itself', ['--tap', 'Choose'], 'tea'],
    ['cancels a sheet', ['--tap', 'Choose', '--sheet', 'cancel'], 'nothing to drink'],
    [
      'answers popups in turn',
      [...'--tap|handler:locate|--tap|handler:locate|--answer|scope.userLocation=dismiss,accept'.split('|')],
      'You are here',
    ],
    [
      'moves a switch of the settings page once it is there',
      [
        ...'--reject|--enable|scope.userLocation|--tap|handler:locate|--tap|Show the settings|--tap|handler:locate'.split(
          '|',
        ),
      ],
      'You are here',
    ],
    ['opens a page with a query', ['/pages/map/index?id=1'], 'The map of 1'],
    ['adds to the query', ['pages/map/index?id=1', '--query', 'id=2'], 'The map of 2'],
    ['follows a navigator', ['--tap', 'Map', '--expect-page', '/pages/map/index'], 'The map of 7'],
  ])('%s', async (_, args, text) => {
    const { stdout, code, stderr } = await near([...args, '--expect-text', text])
    expect({ code, stderr, stdout }).toEqual({ code: 0, stderr: '', stdout: expect.stringContaining(text) })
  })

  test('storage and fixtures are files', () =>
    inNear(async world => {
      world.write('work/storage.json', { shops: 'from the storage' })
      world.write('work/fixtures.json', {
        'wx.request': [{ url: '*/api/shops*', reply: { data: 'from the server', statusCode: 200 } }],
      })
      const run = (...args: readonly string[]) => world.json<Document>(['run', 'pages/map/index', ...args])
      expect((await run('--fixtures', 'fixtures.json')).text).toContain('from the server')
      expect((await world.run(['run', '--storage', 'nowhere.json'])).code).toBe(2)
      const stored = await run('--storage', 'storage.json')
      expect(stored.events.length).toBeGreaterThan(0)
    }))

  test.each<readonly [readonly string[], string]>([
    [['--modal', 'cancel', '--modal', 'confirm'], 'ERR_CONFLICTING_FLAGS'],
    [['--storage', 'a', '--storage', 'b'], 'ERR_CONFLICTING_FLAGS'],
    [['--answer', 'scope.camera=accept', '--answer', 'scope.camera=reject'], 'ERR_CONFLICTING_FLAGS'],
    [['--enable', 'scope.camera', '--disable', 'scope.camera'], 'ERR_CONFLICTING_FLAGS'],
    [['--expect', 'popup', '--expect', 'no-popup'], 'ERR_CONFLICTING_FLAGS'],
    [['--query', 'id=1', '--query', 'id=2'], 'ERR_CONFLICTING_FLAGS'],
    [['--query', 'id'], 'ERR_BAD_PAIR'],
    [['--input', '[name=phone]'], 'ERR_BAD_PAIR'],
    [['--tap', ''], 'ERR_FLAG_VALUE'],
    [['--project', 'nowhere'], 'ERR_PROJECT_MISSING'],
  ])('%j is wrong use', async (args, code) => {
    const run = await near([...args, '--json'])
    expect([run.code, run.stdout, errorOf(run).code]).toEqual([2, '', code])
  })

  test('a folder that is not there cannot be replaced by the demo', async () => {
    const { hint } = errorOf(await near(['--project', 'nowhere', '--json']))
    expect(hint).toBe(
      'Name the folder of your Mini Program (--project or $WXAUTH_PROJECT on the command line).',
    )
  })

  test('data that leads back to itself, and numbers without a word in JSON, are shown', () =>
    inNear(
      async world => {
        const { data } = await world.json<{ readonly data: unknown }>(['run', 'pages/map/index'])
        expect(data).toEqual({ name: 'map', big: '10', self: { map: '[circular]' }, twice: [{}, {}] })
      },
      {
        'miniprogram/pages/map/index.js': `Page({
  data: { name: 'map' },
  onLoad() {
    const self = {}
    self.map = self
    const shop = {}
    Object.assign(this.data, { big: 10n, self, twice: [shop, shop] })
  },
})`,
      },
    ))

  test('the same answer twice is fine', async () => {
    const answers = ['--modal', 'cancel', '--modal', 'cancel', '--answer', 'scope.camera=accept']
    expect((await near([...answers, '--answer', 'scope.camera=accept'])).code).toBe(0)
  })

  test.each([
    { sheet: '0', answered: '"tea"', note: '' },
    { sheet: '1', answered: '"coffee"', note: '' },
    { sheet: 'cancel', answered: 'cancel', note: '' },
    {
      sheet: '7',
      answered: '"coffee"',
      note: 'note: --sheet 7: the action sheet has no item 7, only 2 (the first is 0). The last one was chosen.\n',
    },
  ])('--sheet $sheet answers $answered', async ({ sheet, answered, note }) => {
    const { stdout, stderr } = await near(['--tap', 'Choose', '--sheet', sheet])
    expect(linesOf(stdout)).toContain(`answered  ${answered}`)
    expect(stderr).toBe(note)
  })

  test.each([
    { wxml: '<button bindtap="gone">Go</button>', lines: ['1:1 gone'] },
    {
      wxml: '<view bindtap="around"><button bindtap="gone">Go</button></view>',
      lines: ['1:24 gone', '1:1 around'],
    },
    { wxml: '<view bindtap="around"><button catchtap="gone">Go</button></view>', lines: ['1:24 gone'] },
    { wxml: '<form bindsubmit="gone"><button form-type="submit">Go</button></form>', lines: ['1:1 gone'] },
    { wxml: '<button bindtap="locate">Go</button>', lines: [] },
    { wxml: '<button bindtap="{{ none }}">Go</button>', lines: [] },
    {
      wxml: '<wxs module="w">module.exports = { go: function () {} }</wxs><button bindtap="{{ w.go }}">Go</button>',
      lines: [],
    },
  ])('says which methods a tap does not find: $wxml', ({ wxml, lines }) =>
    inNear(
      async world => {
        const { notices } = await world.json<Document>(['run', '--tap', 'Go', '--accept'])
        const missing = notices.filter(({ code }) => code === 'handler-missing')
        expect(missing.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual(
          lines.map(line =>
            line.replace(/(\w+)$/, 'There is no method "$1" to handle this event, so nothing happens.'),
          ),
        )
      },
      { [`${page}.wxml`]: wxml },
    ),
  )

  test('an answer that nothing used is said', async () => {
    const { stderr } = await near([
      '--modal',
      'cancel',
      '--accept',
      '--enable',
      'scope.camera',
      '--sheet',
      '1',
    ])
    expect(linesOf(stderr)).toEqual([
      'note: --accept had no effect: no popup appeared.',
      'note: --modal cancel had no effect: no modal appeared.',
      'note: --sheet 1 had no effect: no action sheet appeared.',
      'note: --enable had no effect: no settings page appeared.',
    ])
  })
})

describe('exit 1', () => {
  test.each<readonly [string, readonly string[], string]>([
    ['a text that is not shown', ['--expect-text', 'Welcome'], 'Expected the text "Welcome"'],
    [
      'a text that is shown',
      ['--expect-no-text', 'Nothing yet'],
      'Expected not to see the text "Nothing yet"',
    ],
    ['another page', ['--expect-page', 'pages/map/index'], 'pages/near/index is shown'],
    ['no popup', ['--expect', 'popup'], 'Expected a popup'],
    [
      'a popup',
      ['--accept', '--tap', 'handler:locate', '--expect', 'no-popup'],
      'scope.userLocation appeared',
    ],
    ['nothing to tap there', ['--tap', 'Nowhere'], 'Nothing on pages/near/index fits "Nowhere"'],
    ['an exception', ['--tap', 'Boom'], 'The program failed after what the user did.'],
    ['a rejection', ['--tap', 'Promise'], 'The program failed'],
    ['a page without files', ['pages/gone/index'], 'The page pages/gone/index could not be opened.'],
  ])('for %s', async (_, args, message) => {
    const { code, stderr } = await near(args)
    expect(code).toBe(1)
    expect(stderr).toContain(message)
  })

  test('for a program that replaces what lists are read with: an error of its own, with its place', () =>
    inNear(
      async world => {
        const run = await world.run(['run', 'pages/map/index', '--json'])
        const { errors } = JSON.parse(run.stdout) as Document
        expect([run.code, errors.at(-1)]).toEqual([
          1,
          expect.objectContaining({
            message: 'Error: mine',
            file: 'miniprogram/pages/map/index.js',
            line: 3,
          }),
        ])
      },
      {
        'miniprogram/pages/map/index.js': `Page({
  onReady() {
    const mine = () => { throw new Error('mine') }
    for (const name of ['map', 'push', 'filter', Symbol.iterator]) Array.prototype[name] = mine
  },
})`,
      },
    ))

  test('names what can be tapped', async () => {
    expect((await near(['--tap', 'Nowhere'])).stderr).toContain('"Show what is near", "Ask first", "Choose"')
    expect((await near(['--input', 'Nowhere=1'])).stderr).toContain('"Your name"')
  })

  test('for the same popup ten times without a step', async () => {
    const { errors, events } = await nearDocument(['--tap', 'Again and again', '--dismiss'])
    expect(events.filter(({ kind }) => kind === 'popup')).toHaveLength(9)
    expect(errors).toEqual([
      {
        message: expect.stringContaining('10 times'),
        kind: 'asked-again',
        phase: 'tap',
        file: `${page}.js`,
        line: 24,
        column: 16,
      },
    ])
  })

  test('for an endless loop in TypeScript, with its place in the source', () =>
    inNear(
      async world => {
        const run = await world.run(['run', 'pages/gone/index', '--json'])
        const [error] = (JSON.parse(run.stdout) as Document).errors
        const source = 'miniprogram/pages/gone/index.ts'
        expect(error).toMatchObject({ kind: 'endless-loop', file: source, line: 1, column: 92 })
      },
      {
        'miniprogram/pages/gone/index.ts': `type Shop = { readonly name: string; readonly open: boolean } & Record<string, unknown>;   while (true);`,
      },
    ))

  test('for an endless loop, with what of the project could not be used', () =>
    inNear(
      async world => {
        const { code, stderr } = await world.run(['run', 'pages/map/index'])
        expect(code).toBe(1)
        expect(stderr).toContain('note: miniprogram/pages/map/index.js:1:1: The npm package nowhere is not')
      },
      {
        'miniprogram/pages/map/index.js': `require('nowhere')
Page({ onReady() { wx.showToast({ title: 'now' }); for (;;); } })`,
      },
    ))

  test.each([
    ['Loop', 32],
    ['Microtasks', 35],
  ])(
    'for an endless loop, which is ended and named: %s',
    (name, line) =>
      inNear(async world => {
        const run = await spawnCli({ world, args: ['run', '--tap', name, '--json'] })
        expect(run.code).toBe(1)
        const { errors, events } = JSON.parse(run.stdout) as Document
        expect(errors).toEqual([
          expect.objectContaining({ kind: 'endless-loop', phase: 'tap', file: `${page}.js`, line }),
        ])
        expect(events.map(({ kind }) => kind)).toEqual(['opened', 'tapped', 'error'])
      }),
    // It runs for five seconds, and longer on a busy machine.
    40_000,
  )
})

describe('a popup that nobody can answer', () => {
  test('ends the run at once with 3, with what happened so far', () =>
    inNear(async world => {
      const run = await world.run(['run', '--tap', 'handler:locate', '--tap', 'Boom', '--json'])
      expect([run.code, errorOf(run).code]).toEqual([3, 'ERR_UNANSWERED'])
      const { events } = JSON.parse(run.stdout) as Document
      expect(events.map(({ kind }) => kind)).toEqual(['opened', 'tapped', 'called'])
      expect(errorOf(run).hint).toContain('--answer scope.userLocation=accept')
    }))

  test('wins over what the program did wrong before', async () => {
    const { code, stderr } = await near(['--tap', 'Boom', '--tap', 'handler:locate'])
    expect(code).toBe(3)
    expect(stderr).toContain('The program failed')
  })
})

describe('the user', () => {
  const locate = ['run', '--tap', 'handler:locate']

  test('without a profile has decided nothing, and nothing is recorded', () =>
    inNear(async world => {
      world.write('profiles/default.json', profileWith({}))
      const before = snapshot(world.home)
      expect((await world.run([...locate, '--accept', '--expect', 'popup'])).code).toBe(0)
      expect((await world.run([...locate, '--accept', '--expect', 'popup'])).code).toBe(0)
      expect(snapshot(world.home)).toEqual(before)
    }))

  test.each([
    ['--profile', ['--profile', 'ann'], {}],
    ['$WXAUTH_PROFILE', [], { WXAUTH_PROFILE: 'ann' }],
  ])('of %s is used and changed', (_, flags, env) =>
    inNear(async world => {
      const run = (...args: readonly string[]) => world.run([...locate, ...flags, ...args], { env })
      expect((await run('--reject')).code).toBe(0)
      expect(world.profile('ann').apps.wx0123456789abcdef?.scopes).toMatchObject({
        'scope.userLocation': { state: 'rejected', by: 'popup' },
      })
      expect((await run('--expect', 'no-popup', '--expect-text', 'Show the settings')).code).toBe(0)
    }),
  )

  test('of a profile that cannot be used is exit 4', () =>
    inNear(async world => {
      world.write('profiles/ann.json', 'no json')
      const run = await world.run([...locate, '--profile', 'ann', '--accept', '--json'])
      expect([run.code, errorOf(run).code]).toEqual([4, 'ERR_PROFILE_CORRUPT'])
    }))
})

test('the document has everything', async () => {
  const document = await nearDocument(['--tap', 'Show what is near', '--reject'])
  const at = `${page}.js:4:8`
  expect(document).toMatchObject({
    version: 1,
    edition: 'guide',
    app: { appid: 'wx0123456789abcdef', name: 'Near', root: 'miniprogram' },
    page: 'pages/near/index',
    query: {},
    errors: [],
    notices: [],
    data: { text: 'Nothing yet', refused: true },
  })
  expect(document.events).toEqual([
    { kind: 'opened', page: 'pages/near/index', query: {} },
    { kind: 'tapped', text: 'Show what is near', handler: 'locate', at: `${page}.wxml:3:1` },
    {
      kind: 'called',
      api: 'wx.getLocation',
      at,
      callback: 'fail',
      errMsg: 'getLocation:fail auth deny',
      heard: true,
    },
    { kind: 'popup', scope: 'scope.userLocation', answer: 'reject', at },
    { kind: 'toast', title: 'No location', icon: 'success', at: `${page}.js:7:12` },
  ])
})

describe('the edition', () => {
  const written = (libVersion: string) => ({
    'project.config.json': JSON.stringify({
      appid: 'wx0123456789abcdef',
      miniprogramRoot: 'miniprogram',
      libVersion,
    }),
  })
  const first = async (args: readonly string[], env: NonNullable<RunOptions['env']>, libVersion: string) =>
    inNear(
      async world => linesOf((await world.run(['run', ...args], { env })).stdout)[0],
      written(libVersion),
    )

  test.each<readonly [readonly string[], Readonly<Record<string, string>>, string, string]>([
    [[], {}, '2.32.3', 'Edition today: libVersion 2.32.3 is at least 2.32.3'],
    [[], {}, '3.0', 'Edition today: libVersion 3.0 is at least 2.32.3'],
    [[], {}, '2.32.2', 'Edition guide: libVersion 2.32.2 is older than 2.32.3'],
    [[], {}, 'latest', 'Edition guide: libVersion latest is not a number, so choose with --edition'],
    [[], {}, '', 'Edition guide: project.config.json names no version of the base library'],
    [[], { WXAUTH_EDITION: 'guide' }, '3.1.0', 'Edition guide: by $WXAUTH_EDITION'],
    [['--edition', 'today'], { WXAUTH_EDITION: 'guide' }, '2.0.0', 'Edition today: by --edition'],
  ])('with %j and %j and %s: %s', async (args, env, libVersion, line) => {
    expect(await first(args, env, libVersion)).toBe(line)
  })

  test('of today asks for the privacy agreement too', async () => {
    const declared = { requiredPrivateInfos: ['getLocation'], __usePrivacyCheck__: true }
    const app = JSON.parse(nearProgram['miniprogram/app.json'] ?? '{}')
    const args = [
      ...'run|--edition|today|--accept|--tap|handler:locate|--expect-text|You are here|--expect|popup'.split(
        '|',
      ),
    ]
    await inNear(async world => expect((await world.run(args)).code).toBe(0), {
      'miniprogram/app.json': JSON.stringify({ ...app, ...declared }),
    })
  })
})

describe('the privacy sheet', () => {
  const asking = {
    'miniprogram/pages/near/index.js': `Page({
      data: { text: '' },
      onLoad() {
        wx.requirePrivacyAuthorize({
          success: () => this.setData({ text: 'agreed' }),
          fail: ({ errMsg }) => this.setData({ text: errMsg }),
        })
      },
    })`,
  }
  const refused = 'requirePrivacyAuthorize:fail privacy permission is not authorized'

  test.each<readonly [string, string, string]>([
    ['--answer privacy=accept', 'Allow', 'agreed'],
    ['--answer privacy=reject', 'Reject', refused],
    ['--reject', 'Reject', refused],
  ])('is answered by %s', (flags, answer, text) =>
    inNear(async world => {
      const args = ['run', '--edition', 'today', ...flags.split(' '), '--expect-text', text]
      const { code, stdout } = await world.run(args)
      expect(code).toBe(0)
      expect(stdout).toMatch(
        new RegExp(
          `asked +the user: agree to the privacy guideline +miniprogram/.*:4:12\nanswered +${answer}\n`,
        ),
      )
    }, asking),
  )

  test('without an answer is exit 3', () =>
    inNear(async world => {
      const { code, stderr } = await world.run(['run', '--edition', 'today'])
      expect(code).toBe(3)
      expect(stderr).toContain('wx.requirePrivacyAuthorize needs the privacy agreement')
      expect(stderr).toContain('--answer privacy=accept')
    }, asking))
})

test('what of the project cannot be used is said once, and the rest runs', () =>
  inNear(
    async world => {
      const { code, stderr, stdout } = await world.run(['run'])
      expect(code).toBe(0)
      expect(stderr).toBe(
        'note: project.config.json:1:69: This is not valid JSON. What can be read of it is used.\n',
      )
      expect(stdout).toContain('Nothing yet')
    },
    { 'project.config.json': '{ "appid": "wx0123456789abcdef", "miniprogramRoot": "miniprogram/", }' },
  ))
