import { describe, expect, test } from 'vitest'
import { inWorld, profileWith, type World } from '../support/cli-world.ts'
import { documentOf } from '../support/run-cli.ts'

const state = profileWith({ 'scope.camera': 'rejected', 'scope.userLocation': 'accepted' })
const edition = 'guide'
const common = { edition, popups: [], profile: 'default', appid: 'touristappid' }
const withoutScope = { scope: null, before: null, after: null, popup: null, ...common }
/** The one popup of a call. */
const popupOf = (scope: string, answer: string) => ({
  ...common,
  scope,
  popup: answer,
  popups: [{ kind: 'scope', scope, answer }],
})
const authSetting = { 'scope.userLocation': true, 'scope.camera': false }

interface Row {
  readonly args: string
  readonly exit: 0 | 1 | 3
  readonly document: (world: World) => unknown
  /** The text on stdout without --json. */
  readonly text: RegExp
}

const same = (document: unknown) => () => document

const rows: readonly Row[] = [
  {
    args: 'call wx.chooseAddress --accept',
    exit: 0,
    document: same({
      api: 'wx.chooseAddress',
      callback: 'success',
      result: {
        errMsg: 'chooseAddress:ok',
        userName: '张三',
        postalCode: '518000',
        provinceName: '广东省',
        cityName: '深圳市',
        countyName: '南山区',
        streetName: '示例街道',
        detailInfo: '示例街道示例路1号',
        detailInfoNew: '示例路1号',
        nationalCode: '440305',
        telNumber: '020-81167888',
      },
      before: 'undecided',
      after: 'accepted',
      ...popupOf('scope.address', 'accept'),
    }),
    text: /wx\.chooseAddress success\n\{\n {2}"errMsg": "chooseAddress:ok",\n {2}"userName": "张三"/,
  },
  {
    args: 'call camera',
    exit: 1,
    document: same({
      api: 'camera',
      callback: 'fail',
      result: { errMsg: 'insertCamera:fail auth deny' },
      scope: 'scope.camera',
      before: 'rejected',
      after: 'rejected',
      popup: null,
      ...common,
    }),
    text: /^camera fail\n\{\n {2}"errMsg": "insertCamera:fail auth deny"\n\}\n$/,
  },
  {
    args: 'call startRecord --reject',
    exit: 1,
    document: same({
      api: 'wx.startRecord',
      callback: 'fail',
      result: { errMsg: 'startRecord:fail auth deny' },
      before: 'undecided',
      after: 'rejected',
      ...popupOf('scope.record', 'reject'),
    }),
    text: /startRecord:fail auth deny/,
  },
  {
    args: 'call wx.getWeRunData --dismiss',
    exit: 1,
    document: same({
      api: 'wx.getWeRunData',
      callback: 'fail',
      result: { errMsg: 'getWeRunData:fail auth canceled' },
      before: 'undecided',
      after: 'undecided',
      ...popupOf('scope.werun', 'dismiss'),
    }),
    text: /getWeRunData:fail auth canceled/,
  },
  {
    args: 'call wx.getWeRunData',
    exit: 3,
    document: same({
      api: 'wx.getWeRunData',
      callback: null,
      result: null,
      before: 'undecided',
      after: 'undecided',
      ...popupOf('scope.werun', 'unanswered'),
    }),
    text: /^$/,
  },
  {
    args: 'authorize scope.userLocation',
    exit: 0,
    document: same({
      api: 'wx.authorize',
      callback: 'success',
      result: { errMsg: 'authorize:ok' },
      scope: 'scope.userLocation',
      before: 'accepted',
      after: 'accepted',
      popup: null,
      ...common,
    }),
    text: /^wx\.authorize success\n/,
  },
  {
    args: 'get-setting',
    exit: 0,
    document: same({
      api: 'wx.getSetting',
      callback: 'success',
      result: { errMsg: 'getSetting:ok', authSetting },
      ...withoutScope,
    }),
    text: /"scope\.camera": false/,
  },
  {
    args: 'open-setting --enable scope.camera --disable scope.userLocation',
    exit: 0,
    document: same({
      api: 'wx.openSetting',
      callback: 'success',
      result: {
        errMsg: 'openSetting:ok',
        authSetting: { 'scope.userLocation': false, 'scope.camera': true },
      },
      ...withoutScope,
    }),
    text: /^wx\.openSetting success\n/,
  },
  {
    args: 'open-setting',
    exit: 3,
    document: same({
      api: 'wx.openSetting',
      callback: null,
      result: null,
      ...withoutScope,
      popup: 'unanswered',
    }),
    text: /^$/,
  },
  {
    args: 'tap openSetting --disable scope.camera',
    exit: 0,
    document: same({
      api: 'wx.openSetting',
      callback: 'success',
      result: { errMsg: 'openSetting:ok', authSetting },
      ...withoutScope,
    }),
    text: /^wx\.openSetting success\n/,
  },
  {
    args: 'tap getUserInfo --reject',
    exit: 1,
    document: same({
      api: 'wx.getUserInfo',
      callback: 'fail',
      result: { errMsg: 'getUserInfo:fail auth deny' },
      before: 'undecided',
      after: 'rejected',
      ...popupOf('scope.userInfo', 'reject'),
    }),
    text: /^wx\.getUserInfo fail\n/,
  },
  {
    args: 'set scope.camera=undecided scope.werun=accepted',
    exit: 0,
    document: same({
      edition,
      layers: [],
      changed: [
        { scope: 'scope.camera', before: 'rejected', after: 'undecided' },
        { scope: 'scope.werun', before: 'undecided', after: 'accepted' },
      ],
    }),
    text: /^scope\.camera +rejected → undecided\nscope\.werun +undecided → accepted\n$/,
  },
  {
    args: 'reset scope.camera scope.werun',
    exit: 0,
    document: same({
      edition,
      changed: [{ scope: 'scope.camera', before: 'rejected', after: 'undecided' }],
      layers: [],
    }),
    text: /^scope\.camera +rejected → undecided\n$/,
  },
  {
    args: 'profile list',
    exit: 0,
    document: world => [
      {
        name: 'default',
        path: world.path(),
        apps: {
          touristappid: {
            name: 'WXAuth Demo',
            scopes: { 'scope.camera': 'rejected', 'scope.userLocation': 'accepted' },
          },
        },
      },
    ],
    text: /^default\n.*touristappid.*WXAuth Demo\n.*scope\.camera.*rejected\n.*scope\.userLocation.*accepted\n$/,
  },
  {
    args: 'profile path',
    exit: 0,
    document: world => ({ edition, name: 'default', path: world.path() }),
    text: /^\S+default\.json\n$/,
  },
]

describe('the document of --json', () => {
  test.concurrent.each(rows)(
    'of $args has the documented keys and values, with the flag first or last',
    row =>
      inWorld(async world => {
        const arrange = () => world.write('profiles/default.json', state)
        const words = row.args.split(' ')
        for (const args of [
          [...words, '--json'],
          ['--json', ...words],
        ]) {
          arrange()
          const run = await world.run(args)
          expect(run.code).toBe(row.exit)
          // One document on one line, with exactly these keys.
          expect(run.stdout).toMatch(/^[^\n]+\n$/)
          expect(documentOf(run)).toEqual(row.document(world))
        }
        arrange()
        const { code, stdout } = await world.run(words)
        expect(code).toBe(row.exit)
        expect(stdout).toMatch(row.text)
      }),
  )

  test.concurrent('of list-scopes is the guide’s Scope List with states', () =>
    inWorld(async world => {
      world.write('profiles/default.json', state)
      expect(await world.json('list-scopes')).toEqual(scopeList)
      const { stdout } = await world.run('list-scopes')
      for (const { scope, apis, description } of scopeList) {
        const line = stdout.split('\n').find(line => line.startsWith(`${scope} `))
        expect(line).toContain(description)
        for (const api of apis) expect(stdout).toContain(api)
      }
    }))

  test.concurrent('of profile remove lists the removed profiles', () =>
    inWorld(async world => {
      world.write('profiles/a.json', state)
      world.write('profiles/b.json', state)
      expect(await world.json('profile remove a b')).toEqual({
        edition,
        removed: [
          { name: 'a', path: world.path('a') },
          { name: 'b', path: world.path('b') },
        ],
      })
      expect(await world.json('profile list')).toEqual([])
    }))
})

const list = (scope: string, apis: readonly string[], description: string, state = 'undecided') => ({
  edition,
  scope,
  state,
  apis,
  components: scope === 'scope.camera' ? ['camera'] : [],
  description,
  since: null,
})

const scopeList = [
  list('scope.userInfo', ['wx.getUserInfo'], 'User information'),
  list('scope.userLocation', ['wx.getLocation', 'wx.chooseLocation'], 'Geographic location', 'accepted'),
  list('scope.address', ['wx.chooseAddress'], 'Postal address'),
  list('scope.invoiceTitle', ['wx.chooseInvoiceTitle'], 'Invoice title'),
  list('scope.invoice', ['wx.chooseInvoice'], 'Gets invoice'),
  list('scope.werun', ['wx.getWeRunData'], 'WeRun step counts'),
  list('scope.record', ['wx.startRecord'], 'Recording feature'),
  list(
    'scope.writePhotosAlbum',
    ['wx.saveImageToPhotosAlbum', 'wx.saveVideoToPhotosAlbum'],
    'Saves to album',
  ),
  list('scope.camera', [], 'Camera', 'rejected'),
]
