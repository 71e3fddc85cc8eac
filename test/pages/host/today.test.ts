import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../../src/catalogue/editions/guide.ts'
import { wxRows } from '../../../src/pages/host/rows/index.ts'
import { demoMiniProgram } from '../../../src/project/declared.ts'
import { today } from '../../../src/wx/today/today.ts'
import { programWithHost } from './program-with-host.ts'

const declares = {
  requiredPrivateInfos: ['getLocation', 'startLocationUpdate', 'onLocationChange', 'chooseLocation'],
  requiredBackgroundModes: [],
}
const edition = { edition: 'today', today, catalogue: today.catalogue } as const

const programToday = (answers: unknown) =>
  programWithHost({ ...edition, app: { ...demoMiniProgram, declares }, answers })

const choose = 'wx.chooseLocation({ complete: r => log.push(r.errMsg) })'
const locate = 'wx.getLocation({ complete: r => log.push(r.errMsg) })'
const refused = 'chooseLocation:fail privacy permission is not authorized'
const allowed = { privacy: 'accept', 'scope.userLocation': 'accept' }

describe('The privacy sheet', () => {
  test.each([
    ['is accepted', choose, { privacy: 'accept' }, 'chooseLocation:ok', ['privacy accept']],
    ['is refused', choose, { privacy: 'reject' }, refused, ['privacy reject']],
    // One popup for both.
    ['comes with the popup of a scope', locate, allowed, 'getLocation:ok', ['scope.userLocation accept']],
  ])('%s', async (_how, code, answers, errMsg, popups) => {
    const { run, events } = programToday(answers)
    expect(await run(code)).toEqual([errMsg])
    const told = events.flatMap(event => (event.kind === 'popup' ? [`${event.scope} ${event.answer}`] : []))
    expect(told).toEqual(popups)
  })

  test('that nobody answers is an event, and a fault', async () => {
    const { run, events, faults } = programToday([])
    await run(choose)
    expect(events).toContainEqual({
      kind: 'popup',
      scope: 'privacy',
      answer: 'unanswered',
      at: { file: 'page.js', line: 1, column: 6 },
    })
    expect(faults).toMatchObject([{ code: 'ERR_UNANSWERED' }])
  })

  test('of the page itself answers in the place of WeChat’s, and is no popup', async () => {
    const { run, kinds } = programToday([])
    const code = `wx.onNeedPrivacyAuthorization((resolve, { referrer }) => {
      log.push(referrer)
      resolve({ event: 'disagree' })
    }); ${choose}`
    expect(await run(code)).toEqual(['chooseLocation', refused])
    expect(kinds()).not.toContain('popup')
  })
})

describe('The rest of today’s wx', () => {
  test.each([
    ['tells the agreement', 'wx.getPrivacySetting({ success: r => log.push(r.needAuthorization) })', [true]],
    [
      'tells where the phone is',
      'wx.onLocationChange(r => log.push(typeof r.latitude)); wx.startLocationUpdate({})',
      ['number'],
    ],
    [
      'knows what it has',
      "log.push(wx.canIUse('getPrivacySetting'), wx.canIUse('button.open-type.agreePrivacyAuthorization'))",
      [true, true],
    ],
    ['has the rest of a map', 'log.push(typeof wx.createMapContext("m").getRegion)', ['function']],
    ['has the rest of a session', 'log.push(typeof wx.createVKSession({ track: {} }).hitTest)', ['function']],
    [
      'tells a session how it started',
      'wx.createVKSession({ track: { plane: { mode: 1 } } }).start(s => log.push(s))',
      [0],
    ],
  ])('%s', async (_what, code, log) => {
    const { run, thrown } = programToday({ ...allowed, 'scope.camera': 'accept' })
    expect(await run(code)).toEqual(log)
    expect(thrown).toEqual([])
  })

  test.each([
    ['a map that moves', 'wx.createMapContext("m").moveToLocation({})', 'MapContext.moveToLocation'],
    [
      'a session',
      'wx.createVKSession({ track: { plane: { mode: 1 } } }).start(() => {})',
      'wx.createVKSession',
    ],
  ])('%s is called at its place', async (_what, code, api) => {
    const { run, events } = programToday({ ...allowed, 'scope.camera': 'accept' })
    await run(code)
    const at = expect.objectContaining({ file: 'page.js', line: 1 })
    expect(events).toContainEqual(expect.objectContaining({ kind: 'called', api, at }))
    expect(events).toContainEqual(expect.objectContaining({ kind: 'popup', at }))
  })
})

test.each([
  ['guide', { catalogue: guideCatalogue }],
  ['today', edition],
] as const)(
  'every guarded function of the edition %s has a name in the program’s wx',
  (_name, { catalogue }) => {
    const names = [...catalogue.guardedApis, ...catalogue.freeApis]
      .filter(api => api.startsWith('wx.'))
      .map(api => api.slice('wx.'.length))
    expect(names.filter(name => !Object.hasOwn(wxRows, name))).toEqual([])
  },
)
