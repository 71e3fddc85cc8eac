import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { todayCatalogue } from '../../src/catalogue/editions/today.ts'
import { layerNames } from '../../src/machine/checks.ts'
import { widthOf } from '../../src/text/width.ts'
import { errorOf, inWorld, snapshot } from '../support/cli-world.ts'

interface Explained {
  readonly edition: string
  readonly api: string
  readonly scope: string | null
  readonly checks: readonly {
    readonly layer: string
    readonly verdict: string
    readonly because: string
    readonly fix: string | null
  }[]
  readonly outcome: string
}

const env = { WXAUTH_EDITION: 'today' }

interface Row {
  readonly name: string
  readonly given?: string
  readonly args: readonly string[]
  readonly appJson?: object
  /** Each layer that does not pass, with a part of its fix. */
  readonly stops: readonly (readonly [layer: string, verdict: string, fix: string])[]
  readonly outcome: 'runs' | 'asks' | 'fails'
  readonly edition: 'guide' | 'today'
}

const rows: readonly Row[] = [
  {
    name: 'an undecided scope asks',
    args: ['camera'],
    edition: 'guide',
    stops: [['scope', 'asks', 'wxauth set scope.camera=accepted']],
    outcome: 'asks',
  },
  {
    name: 'an accepted scope runs',
    given: 'set all=accepted',
    args: ['camera'],
    edition: 'guide',
    stops: [],
    outcome: 'runs',
  },
  {
    name: 'a rejected scope fails, and the settings page has its switch',
    given: 'set all=rejected',
    args: ['wx.chooseAddress'],
    edition: 'guide',
    stops: [['scope', 'fails', 'wxauth open-setting --enable scope.address']],
    outcome: 'fails',
  },
  {
    name: 'wrong params fail',
    given: 'set all=accepted',
    args: ['getLocation', '{"type":3}'],
    edition: 'guide',
    stops: [['parameters', 'fails', 'parameter.type should be String instead of Number']],
    outcome: 'fails',
  },
  {
    name: 'a missing usage description fails',
    given: 'set all=accepted',
    args: ['getLocation'],
    appJson: {},
    edition: 'guide',
    stops: [['declarations', 'fails', '"permission": { "scope.userLocation": { "desc": "…" } }']],
    outcome: 'fails',
  },
  {
    name: 'a new user is asked once for two things',
    args: ['camera'],
    edition: 'today',
    stops: [
      ['privacy', 'asks', '--answer scope.camera=accept'],
      ['scope', 'asks', '--answer scope.camera=accept'],
    ],
    outcome: 'asks',
  },
  {
    name: 'the sheet stands alone where there is no scope',
    args: ['chooseLocation'],
    edition: 'today',
    stops: [['privacy', 'asks', 'wxauth set privacy=agreed']],
    outcome: 'asks',
  },
  {
    name: 'every layer that fails is listed',
    given: 'set privacy=agreed guideline=undeclared all=rejected system.location=denied',
    args: ['getLocation'],
    appJson: {},
    edition: 'today',
    stops: [
      ['declarations', 'fails', '"permission"'],
      ['declarations', 'fails', '"requiredPrivateInfos": ["getLocation"]'],
      ['guideline', 'fails', 'wxauth set guideline=declared'],
      ['scope', 'fails', 'wxauth open-setting --enable scope.userLocation'],
      ['system', 'fails', 'wxauth set system.location=authorized'],
    ],
    outcome: 'fails',
  },
  {
    name: 'names that exclude each other',
    args: ['getFuzzyLocation'],
    appJson: {
      permission: { 'scope.userLocation': { desc: 'x' } },
      requiredPrivateInfos: ['getLocation', 'getFuzzyLocation'],
    },
    given: 'set privacy=agreed all=accepted',
    edition: 'today',
    stops: [['declarations', 'fails', 'Remove "getLocation" from requiredPrivateInfos']],
    outcome: 'fails',
  },
]

describe('wxauth explain', () => {
  test.concurrent.each(rows)('$edition: $name', row =>
    inWorld(async world => {
      const edition = { env: { WXAUTH_EDITION: row.edition } }
      if (row.appJson !== undefined) {
        world.write('work/project.config.json', { appid: 'wx1' })
        world.write('work/app.json', row.appJson)
      }
      if (row.given !== undefined) await world.run(row.given, edition)
      const before = snapshot(world.directory)
      const { code } = await world.run(['explain', ...row.args], edition)
      const document = await world.json<Explained>(['explain', ...row.args], edition)
      expect(code).toBe(0)
      expect(snapshot(world.directory)).toEqual(before)
      expect(Object.keys(document)).toEqual(['edition', 'api', 'scope', 'checks', 'outcome'])
      expect(document).toMatchObject({ edition: row.edition, outcome: row.outcome })
      const stops = document.checks.filter(({ verdict }) => verdict !== 'passes')
      expect(stops.map(({ layer, verdict }) => [layer, verdict])).toEqual(
        row.stops.map(([layer, verdict]) => [layer, verdict]),
      )
      for (const [at, [, , fix]] of row.stops.entries()) expect(stops[at]?.fix).toContain(fix)
    }),
  )

  test.concurrent.each([['guide', guideCatalogue] as const, ['today', todayCatalogue] as const])(
    'in the edition %s explains every API, and foretells the call',
    (edition, { guardedApis }) =>
      inWorld(async world => {
        for (const api of guardedApis) {
          const { checks, outcome } = await world.json<Explained>(`explain ${api} --edition ${edition}`)
          const layers = checks.map(({ layer }) => (layerNames as readonly string[]).indexOf(layer))
          expect(layers).toEqual([...layers].sort((one, other) => one - other))
          for (const { because, fix, verdict } of checks) {
            expect(because).toMatch(/\.$/)
            expect(fix === null).toBe(verdict === 'passes')
          }
          const call = await world.json(`call ${api} --edition ${edition} --no-input`)
          const found = { success: 'runs', fail: 'fails' } as const
          expect({ api, outcome }).toEqual({
            api,
            outcome: call.callback === null ? 'asks' : found[call.callback],
          })
        }
      }),
  )

  test('tells people in one line for each check, in both languages', () =>
    inWorld(async world => {
      await world.run('set scope.userLocation=accepted')
      expect((await world.run('explain getLocation', { env })).stdout).toMatchInlineSnapshot(`
        "wx.getLocation asks the user (edition: today).
          ✔ parameters    The params are valid.
          ✔ declarations  app.json declares what scope.userLocation needs.
          ✔ declarations  app.json declares what getLocation needs.
          ✔ guideline     The privacy guideline declares what it uses.
          ? privacy       The user has not agreed to the privacy guideline yet: the privacy sheet appears. Answer with --accept or --answer privacy=accept, or decide beforehand: wxauth set privacy=agreed
          ✔ scope         scope.userLocation is accepted.
          ✔ system        The phone gives WeChat the permission location.
          ✔ api           It answers.
        "
      `)
      expect((await world.run('explain getLocation --lang zh-CN')).stdout).toMatchInlineSnapshot(`
        "wx.getLocation 会直接执行（版本：guide）。
          ✔ parameters    参数正确。
          ✔ declarations  app.json 已为 scope.userLocation 声明。
          ✔ scope         scope.userLocation 已授权。
          ✔ api           接口正常返回。
        "
      `)
      const narrow = await world.run('explain getLocation', { env, columns: 60 })
      for (const line of narrow.stdout.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(60)
    }))

  test.concurrent('takes the params from stdin, and refuses what is not JSON', () =>
    inWorld(async world => {
      const { outcome } = await world.json<Explained>('explain getLocation -', { input: '{"type":"gcj02"}' })
      expect(outcome).toBe('asks')
      const run = await world.run('explain getLocation nope --json')
      expect(run).toMatchObject({ code: 2, stdout: '' })
      expect(errorOf(run).code).toBe('ERR_BAD_JSON')
    }))

  test.concurrent('looks at the replies in the profile', () =>
    inWorld(async world => {
      await world.run('set scope.address=accepted')
      const { apps, ...profile } = world.profile()
      const replies = { 'wx.chooseAddress': { errMsg: 'chooseAddress:fail cancel' } }
      world.write('profiles/default.json', {
        ...profile,
        apps: { touristappid: { ...apps.touristappid, replies } },
      })
      const { checks, outcome } = await world.json<Explained>('explain chooseAddress')
      expect(outcome).toBe('fails')
      expect(checks.at(-1)).toMatchObject({ layer: 'api', verdict: 'fails' })
    }))
})
