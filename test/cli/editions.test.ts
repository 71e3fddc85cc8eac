import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { todayCatalogue } from '../../src/catalogue/editions/today.ts'
import { layerStates } from '../../src/machine/layer-states.ts'
import { errorOf, inWorld, type World } from '../support/cli-world.ts'
import { documentOf } from '../support/run-cli.ts'

const env = { WXAUTH_EDITION: 'today' }

/** The folder of a Mini Program that declares this. */
function project(world: World, appJson: object, config: object = {}) {
  world.write('work/project.config.json', { appid: 'wx1', projectname: 'Shop', ...config })
  world.write('work/app.json', appJson)
}

const purpose = { permission: { 'scope.userLocation': { desc: 'To show what is near you' } } }

interface Row {
  readonly name: string
  /** Commands before it, as `set`. */
  readonly given?: string
  readonly appJson?: object
  readonly args: string
  readonly exit: 0 | 1 | 3
  readonly document: object
  /** A part of stderr. */
  readonly says?: string
}

const rows: readonly Row[] = [
  {
    name: 'one popup asks for the scope and the agreement, and --accept records both',
    args: 'call camera --accept',
    exit: 0,
    document: {
      scope: 'scope.camera',
      popup: 'accept',
      popups: [{ kind: 'scope', scope: 'scope.camera', answer: 'accept' }],
    },
    says: '--accept answered the popup for scope.camera.',
  },
  {
    name: 'a rejected popup of both has the errno of the scope',
    args: 'call camera --reject',
    exit: 1,
    document: { result: { errMsg: 'insertCamera:fail auth deny', errno: 103 }, after: 'rejected' },
  },
  {
    name: '--answer privacy does not reach the popup of both',
    args: 'call camera --answer privacy=accept --no-input',
    exit: 3,
    document: {
      popup: 'unanswered',
      popups: [{ kind: 'scope', scope: 'scope.camera', answer: 'unanswered' }],
    },
    says: '--answer privacy=accept had no effect: no privacy sheet appeared.',
  },
  {
    name: 'the sheet stands alone where the scope is accepted, and a refusal is errno 104',
    given: 'set scope.camera=accepted',
    args: 'call camera --answer privacy=reject',
    exit: 1,
    document: {
      result: { errMsg: 'insertCamera:fail privacy permission is not authorized', errno: 104 },
      scope: 'scope.camera',
      before: 'accepted',
      after: 'accepted',
      popup: null,
      popups: [{ kind: 'privacy', scope: null, answer: 'reject' }],
    },
    says: 'wxauth set privacy=agreed',
  },
  {
    name: 'a dismissed sheet fails without an errno',
    given: 'set scope.camera=accepted',
    args: 'call camera --dismiss',
    exit: 1,
    document: {
      result: { errMsg: 'insertCamera:fail auth canceled' },
      popups: [{ kind: 'privacy', scope: null, answer: 'dismiss' }],
    },
    says: 'the next call shows the privacy sheet again',
  },
  {
    name: 'a sheet that nobody answers is 3, and popup stays null',
    args: 'call chooseLocation --no-input',
    exit: 3,
    document: {
      api: 'wx.chooseLocation',
      callback: null,
      scope: null,
      popup: null,
      popups: [{ kind: 'privacy', scope: null, answer: 'unanswered' }],
    },
    says: 'wx.chooseLocation needs the privacy agreement',
  },
  {
    name: '--expect popup means any popup',
    args: 'call chooseLocation --answer privacy=accept --expect popup --expect success',
    exit: 0,
    document: { popup: null, popups: [{ kind: 'privacy', scope: null, answer: 'accept' }] },
    says: '--answer privacy=accept answered the privacy sheet.',
  },
  {
    name: '--expect no-popup is not met by the sheet',
    args: 'call chooseLocation --accept --expect no-popup',
    exit: 1,
    document: { callback: 'success' },
    says: 'Expected no popup, but the privacy sheet appeared.',
  },
  {
    name: 'the phone refuses although the scope is accepted',
    given: 'set privacy=agreed scope.userLocation=accepted system.location=denied',
    args: 'call getLocation --platform android',
    exit: 1,
    document: { result: { errMsg: 'getLocation:fail:system permission denied', errno: 3 } },
    says: 'The phone does not give WeChat the permission location. To change it: wxauth set system.location=authorized',
  },
  {
    name: 'getLocation is not declared',
    appJson: purpose,
    args: 'call getLocation --accept',
    exit: 1,
    document: {
      result: {
        errMsg:
          'getLocation:fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json',
      },
      before: 'undecided',
      after: 'undecided',
      popups: [],
    },
    says: 'Add "requiredPrivateInfos": ["getLocation"] to',
  },
  {
    name: 'a fuzzy location beside an exact one',
    appJson: { ...purpose, requiredPrivateInfos: ['getLocation', 'getFuzzyLocation'] },
    args: 'call getLocation --accept',
    exit: 1,
    document: { callback: 'fail', popups: [] },
    says: 'Remove "getFuzzyLocation" from requiredPrivateInfos in',
  },
  {
    name: 'the background mode is not declared',
    appJson: { ...purpose, requiredPrivateInfos: ['startLocationUpdateBackground'] },
    args: 'call startLocationUpdateBackground --accept',
    exit: 1,
    document: { result: { errMsg: 'startLocationUpdateBackground:fail auth deny' } },
    says: 'Add "requiredBackgroundModes": ["location"] to',
  },
  {
    name: 'the guideline does not declare what the API uses',
    given: 'set guideline=undeclared',
    args: 'authorize scope.record --accept',
    exit: 1,
    document: {
      result: { errMsg: 'authorize:fail api scope is not declared in the privacy agreement', errno: 112 },
    },
    says: 'wxauth set guideline=declared',
  },
  {
    name: 'an address no longer asks for its scope',
    given: 'set privacy=agreed scope.address=rejected',
    args: 'call chooseAddress',
    exit: 0,
    document: { scope: null, before: null, after: null, popup: null, popups: [] },
  },
  {
    name: 'authorize of a retired scope answers at once',
    args: 'authorize scope.address',
    exit: 0,
    document: { result: { errMsg: 'authorize:ok' }, popups: [] },
  },
  {
    name: 'tap getUserInfo is anonymous, without a popup',
    args: 'tap getUserInfo --reject',
    exit: 0,
    document: { callback: 'success', scope: null, popups: [] },
    says: '--reject had no effect: no popup appeared.',
  },
  {
    name: 'tap agreePrivacyAuthorization agrees',
    args: 'tap agreePrivacyAuthorization',
    exit: 0,
    document: { api: 'agreePrivacyAuthorization', callback: 'success', popup: null, popups: [] },
  },
  {
    name: 'get-setting says true for retired scopes',
    given: 'set scope.address=rejected scope.camera=rejected',
    args: 'get-setting',
    exit: 0,
    document: {
      result: {
        errMsg: 'getSetting:ok',
        authSetting: {
          'scope.camera': false,
          'scope.address': true,
          'scope.invoice': true,
          'scope.invoiceTitle': true,
          'scope.userInfo': true,
        },
      },
    },
  },
  {
    name: 'the third choice of the row of locations enables the location too',
    given: 'set scope.userLocation=rejected',
    args: 'open-setting --enable scope.userLocationBackground',
    exit: 0,
    document: {
      result: {
        authSetting: { 'scope.userLocation': true, 'scope.userLocationBackground': true },
      },
      popup: null,
      popups: [],
    },
  },
  {
    name: 'without the background mode there is no third choice',
    given: 'set scope.userLocation=accepted',
    appJson: purpose,
    args: 'open-setting --enable scope.userLocationBackground',
    exit: 1,
    document: { popups: [] },
    says: 'Add "requiredBackgroundModes": ["location"] to',
  },
  {
    name: 'the settings page has no row of a retired scope',
    given: 'set scope.address=rejected',
    args: 'open-setting --enable scope.address',
    exit: 1,
    document: { popups: [] },
    says: 'it guards nothing any more',
  },
]

describe('Today’s edition', () => {
  test.concurrent.each(rows)('$name', row =>
    inWorld(async world => {
      if (row.appJson !== undefined) project(world, row.appJson)
      if (row.given !== undefined) expect((await world.run(row.given, { env })).code).toBe(0)
      const run = await world.run(`${row.args} --edition today --json`)
      expect(run.code).toBe(row.exit)
      expect(documentOf(run)).toMatchObject({ edition: 'today', ...row.document })
      expect(run.stderr).toContain(row.says ?? '')
    }),
  )

  test.concurrent('explains a call in Chinese without spaces between its sentences', () =>
    inWorld(async world => {
      await world.run('set system.camera=denied', { env })
      const { stdout } = await world.run('explain camera --lang zh-CN', { env })
      expect(stdout).toContain('会弹窗询问。用 --accept')
      expect(stdout).not.toMatch(/。 /)
    }))

  test.concurrent('leads from an API of the library to a command', () =>
    inWorld(async world => {
      for (const api of ['getPrivacySetting', 'wx.openAppAuthorizeSetting']) {
        const run = await world.run(`call ${api} --json`, { env })
        expect(run.code).toBe(2)
        expect(errorOf(run).code).toBe('ERR_UNGUARDED_API')
        expect(errorOf(run).hint).toMatch(/wxauth (explain|set)/)
      }
    }))

  test.concurrent('a refused sheet asks again in the next run, and an accepted one does not', () =>
    inWorld(async world => {
      const args = (answer: string) => `call chooseLocation --answer privacy=${answer} --expect popup`
      expect((await world.run(args('reject'), { env })).code).toBe(0)
      expect((await world.run(args('accept'), { env })).code).toBe(0)
      expect((await world.run(args('accept'), { env })).code).toBe(1)
    }))
})

describe('An edition', () => {
  test.concurrent('comes from --edition, else from $WXAUTH_EDITION, else it is the guide', () =>
    inWorld(async world => {
      const edition = async (args: string, variables: Readonly<Record<string, string>> = {}) =>
        (await world.json<{ edition: string }>(args, { env: variables })).edition
      expect(await edition('get-setting')).toBe('guide')
      expect(await edition('get-setting', { WXAUTH_EDITION: '' })).toBe('guide')
      expect(await edition('get-setting', env)).toBe('today')
      expect(await edition('--edition=today get-setting')).toBe('today')
      expect(await edition('get-setting --edition guide', env)).toBe('guide')
    }))

  test.concurrent('is in every document that is an object, and in no row of profile list', () =>
    inWorld(async world => {
      const objects = [
        'set scope.camera=accepted',
        'reset scope.camera',
        'explain camera',
        'profile path',
        'completion bash',
        'version',
        '--version',
        '--help',
        'call --help',
      ]
      for (const args of objects) {
        const document = await world.json<object>(args, { env })
        expect({ args, first: Object.entries(document)[0] }).toEqual({ args, first: ['edition', 'today'] })
      }
      await world.run('set scope.camera=accepted')
      const [profile = {}] = await world.json<readonly object[]>('profile list', { env })
      expect(Object.keys(profile)).toEqual(['name', 'path', 'apps'])
    }))

  test.concurrent('of the walkthrough is the guide, from the environment too', () =>
    inWorld(async world => {
      const run = await world.run('walkthrough camera --reject --json', { env })
      expect(run).toMatchObject({ code: 2, stdout: '' })
      expect(errorOf(run)).toMatchObject({ code: 'ERR_GUIDE_ONLY' })
      expect((await world.run('walkthrough camera --reject --edition guide', { env })).code).toBe(0)
    }))

  test.concurrent('of list-scopes is in each row, with since when', () =>
    inWorld(async world => {
      const scopes = await world.json<readonly { readonly scope: string }[]>('list-scopes', { env })
      expect(scopes.map(({ scope }) => scope)).toEqual(todayCatalogue.scopeNames)
      expect(scopes[0]).toMatchObject({ edition: 'today', scope: 'scope.userLocation', state: 'undecided' })
      for (const row of scopes) expect(row).toMatchObject({ since: expect.stringMatching(/^\d/) })
      expect(scopes.find(({ scope }) => scope === 'scope.address')).toMatchObject({
        apis: [],
        components: [],
        since: '2020-09-25',
      })
      const { stdout } = await world.run('list-scopes --edition today')
      expect(stdout).toMatch(/^SCOPE +STATE +GUARDS +DESCRIPTION +SINCE\n/)
      expect(stdout).toMatch(/^scope\.address +undecided +Postal address +retired 2020-09-25$/m)
      expect((await world.run('list-scopes')).stdout).not.toContain('SINCE')
      const { stdout: narrow } = await world.run('list-scopes --edition today', { columns: 60 })
      expect(narrow).toContain('retired 2020-09-25')
    }))

  test.concurrent('decides which APIs, scopes and buttons there are', () =>
    inWorld(async world => {
      const { stdout } = await world.run('call --help', { env })
      for (const api of todayCatalogue.guardedApis) expect(stdout).toMatch(new RegExp(`^  ${api}( |$)`, 'm'))
      expect((await world.run('call getFuzzyLocation')).code).toBe(2)
      expect((await world.run('tap agreePrivacyAuthorization')).code).toBe(2)
    }))

  test.concurrent('keeps the decisions of scopes that it does not know', () =>
    inWorld(async world => {
      await world.run('set scope.bluetooth=accepted', { env })
      await world.run('set scope.camera=rejected')
      expect(world.profile().apps.touristappid?.scopes).toMatchObject({
        'scope.bluetooth': { state: 'accepted' },
        'scope.camera': { state: 'rejected' },
      })
    }))
})

describe('Spellings', () => {
  test.concurrent.each([
    ['', 'getLocation:fail auth deny'],
    ['--platform devtools', 'getLocation:fail auth deny'],
    ['--platform ios', 'getLocation:fail authorize no response'],
    ['--platform android', 'getLocation:fail:auth denied'],
  ])('with "%s" a refusal is "%s", in both editions', (flag, errMsg) =>
    inWorld(async world => {
      await world.run('set all=rejected privacy=agreed')
      for (const edition of ['guide', 'today']) {
        const args = `call getLocation --edition ${edition} ${flag}`.trim()
        expect((await world.json(args)).result?.errMsg).toBe(errMsg)
      }
    }),
  )
})

describe('Layers', () => {
  test.concurrent.each(
    Object.entries(layerStates).flatMap(([layer, [usual, ...others]]) =>
      others.map(state => ({ layer, usual, state })),
    ),
  )('set arranges $layer=$state, and takes it back', ({ layer, usual, state }) =>
    inWorld(async world => {
      const set = (to: string) => world.json<object>(`set ${layer}=${to}`, { env })
      const edition = 'today'
      expect(await set(state)).toEqual({
        edition,
        changed: [],
        layers: [{ layer, before: usual, after: state }],
      })
      expect(await set(state)).toEqual({ edition, changed: [], layers: [] })
      expect(await set(usual)).toEqual({
        edition,
        changed: [],
        layers: [{ layer, before: state, after: usual }],
      })
    }),
  )

  test.concurrent('all= means scopes, never layers', () =>
    inWorld(async world => {
      const { changed, layers } = await world.json<{ changed: readonly object[]; layers: readonly object[] }>(
        'set all=accepted',
        { env },
      )
      expect(changed).toHaveLength(todayCatalogue.scopeNames.length)
      expect(layers).toEqual([])
    }))

  test.concurrent('reset forgets the agreement and unknown scopes, and leaves the phone and the guideline', () =>
    inWorld(async world => {
      await world.run(
        'set scope.bluetooth=accepted privacy=agreed guideline=undeclared system.camera=denied',
        { env },
      )
      expect(await world.json<object>('reset')).toEqual({
        edition: 'guide',
        changed: [{ scope: 'scope.bluetooth', before: 'accepted', after: 'undecided' }],
        layers: [{ layer: 'privacy', before: 'agreed', after: 'undecided' }],
      })
      const { system, apps } = world.profile()
      expect(system).toEqual({ camera: 'denied' })
      expect(apps.touristappid).toMatchObject({ scopes: {}, privacy: { guideline: 'undeclared' } })
    }))

  test.concurrent('a note says what the edition does not look at', () =>
    inWorld(async world => {
      const guide = await world.run('set privacy=agreed system.location=denied')
      expect(guide.stderr).toContain(
        "The guide's edition does not look at privacy, system.location. To see what they do",
      )
      expect(guide.stdout).toMatch(/^privacy +undecided → agreed\nsystem\.location +authorized → denied\n$/)
      const today = await world.run('set scope.address=rejected scope.camera=accepted', { env })
      expect(today.stderr).toContain("Today's edition does not look at scope.address: it guards nothing")
      const both = await world.run('set scope.address=accepted scope.invoice=accepted', { env })
      expect(both.stderr).toContain('scope.address, scope.invoice: they guard nothing')
      for (const args of ['set scope.address=rejected', 'set privacy=undecided --edition today'])
        expect((await world.run(args)).stderr).not.toContain('look at')
      const chinese = await world.run('set privacy=agreed --lang zh-CN')
      expect(chinese.stdout).toBe('privacy  未决定 → 已同意\n')
      expect(chinese.stderr).toContain('guide 版本不看 privacy。')
    }))

  test.concurrent('--verbose says what was recorded', () =>
    inWorld(async world => {
      const { stderr } = await world.run('call camera --accept --verbose', { env })
      expect(stderr).toContain('Recorded: scope.camera undecided → accepted')
      expect(stderr).toContain('Recorded: privacy undecided → agreed')
      const alone = await world.run('call chooseLocation --verbose --no-input --project .', { env })
      expect(alone.code).toBe(2)
    }))
})

describe('--verbose', () => {
  test.concurrent.each([
    ['2.32.3', true],
    ['2.33.0', true],
    ['3.7.1', true],
    ['2.32.2', false],
    ['2.9.9', false],
    ['trial', false],
    [3, false],
  ])('with the base library %s mentions today: %s', (libVersion, mentions) =>
    inWorld(async world => {
      project(world, {}, { libVersion })
      const { stderr } = await world.run('get-setting --verbose')
      expect(stderr.includes('--edition today')).toBe(mentions)
      expect((await world.run('get-setting')).stderr).not.toContain('--edition today')
      expect((await world.run('get-setting --verbose', { env })).stderr).not.toContain('--edition today')
    }),
  )
})

describe('Completion', () => {
  const complete = async (world: World, line: string, variables = {}) => {
    const { stdout } = await world.run(['complete', '--', ...line.split(' ')], { env: variables })
    return stdout.split('\n').map(candidate => candidate.split('\t')[0])
  }

  test.concurrent('knows editions, platforms and the keys of set', () =>
    inWorld(async world => {
      expect(await complete(world, 'call --edition ')).toEqual(['guide', 'today', ''])
      expect(await complete(world, 'call --platform ')).toEqual(['devtools', 'ios', 'android', ''])
      expect(await complete(world, 'set privacy=')).toEqual(['privacy=undecided', 'privacy=agreed', ''])
      expect(await complete(world, 'set system.location=d')).toEqual(['system.location=denied', ''])
    }))

  test.concurrent('follows the edition of the line, or of the environment', () =>
    inWorld(async world => {
      expect(await complete(world, 'authorize scope.')).toHaveLength(guideCatalogue.scopeNames.length + 1)
      const names = [...todayCatalogue.scopeNames, '']
      expect(await complete(world, 'authorize --edition today scope.')).toEqual(names)
      expect(await complete(world, 'authorize scope.', env)).toEqual(names)
      expect(await complete(world, 'call camera --answer pr')).toEqual([''])
      expect(await complete(world, 'call camera --edition today --answer privacy=a')).toEqual([
        'privacy=accept',
        '',
      ])
      expect(await complete(world, 'tap a', env)).toEqual(['agreePrivacyAuthorization', ''])
    }))
})
