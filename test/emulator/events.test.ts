import { describe, expect, test } from 'vitest'
import { scriptedPrompter } from '../../src/prompt/popup/scripted-prompter.ts'
import { absentVisitor } from '../../src/prompt/settings/absent-visitor.ts'
import { scriptedVisitor } from '../../src/prompt/settings/scripted-visitor.ts'
import { app, decideElsewhere, nobody, world } from './world.ts'

const script = (general: 'accept' | 'reject' | 'dismiss') => scriptedPrompter({ general, otherwise: nobody })
const question = {
  kind: 'scope',
  app: { appid: app.appid, name: app.name },
  scope: 'scope.userLocation',
  description: 'Geographic location',
  purpose: 'To show shops',
  caller: 'wx.getLocation',
  state: 'undecided',
}
const callEvent = { type: 'called', api: 'wx.getLocation', params: { type: 'wgs84' } }

describe('Observers see', () => {
  test.each([
    ['accept', 'accepted'],
    ['reject', 'rejected'],
  ] as const)('a call, its popup, the answer, the record and the outcome: %s', async (answer, after) => {
    const { emulator, events } = world({ prompter: script(answer) })
    const outcome = await emulator.call('wx.getLocation', { type: 'wgs84' })
    expect(events()).toEqual([
      callEvent,
      { type: 'asked', question },
      { type: 'answered', question, answer },
      { type: 'recorded', scope: 'scope.userLocation', before: 'undecided', after, by: 'popup' },
      { type: 'settled', outcome },
    ])
  })

  test('that a closed popup records nothing', async () => {
    const { emulator, events } = world({ prompter: script('dismiss') })
    const outcome = await emulator.call('wx.getLocation', { type: 'wgs84' })
    const answerEvent = { type: 'answered', question, answer: 'dismiss' }
    expect(events()).toEqual([
      callEvent,
      { type: 'asked', question },
      answerEvent,
      { type: 'settled', outcome },
    ])
  })

  test('that nobody answered, and why', async () => {
    const { emulator, events } = world()
    const outcome = await emulator.call('wx.getLocation', { type: 'wgs84' })
    const unansweredEvent = {
      type: 'unanswered',
      caller: 'wx.getLocation',
      scope: 'scope.userLocation',
      why: 'no-terminal',
    }
    expect(events()).toEqual([
      callEvent,
      { type: 'asked', question },
      unansweredEvent,
      { type: 'settled', outcome },
    ])
  })

  test.each([
    ['accepted', 'success'],
    ['rejected', 'fail'],
  ] as const)('no popup if the scope is decided: %s', async (state, callback) => {
    const { emulator, store, events } = world()
    await decideElsewhere(store, 'scope.userLocation', state)
    const outcome = await emulator.call('wx.getLocation', { type: 'wgs84' })
    expect(outcome.callback).toBe(callback)
    expect(events()).toEqual([callEvent, { type: 'settled', outcome }])
  })

  test.each([
    ['wx.authorize', 'scope.camera'],
    ['button', 'scope.userInfo'],
    ['camera', 'scope.camera'],
  ] as const)('the caller of a popup: %s', async (caller, scope) => {
    const { emulator, events } = world({ prompter: script('accept') })
    if (caller === 'wx.authorize') await emulator.authorize({ scope })
    else if (caller === 'button') await emulator.tapGetUserInfo()
    else await emulator.call(caller, {})
    const [first, second] = events()
    expect(first).toMatchObject({ type: 'called', api: caller })
    expect(second).toMatchObject({ type: 'asked', question: { caller, scope, purpose: undefined } })
  })

  test('each switch that moves, and no other', async () => {
    const { emulator, store, events } = world()
    await decideElsewhere(store, 'scope.camera', 'rejected')
    await decideElsewhere(store, 'scope.record', 'accepted')
    const moves = [
      { scope: 'scope.camera', on: true },
      { scope: 'scope.record', on: true },
    ] as const
    const { missing, ...outcome } = await emulator.openSetting(scriptedVisitor(moves))
    expect(missing).toEqual([])
    expect(events()).toEqual([
      { type: 'called', api: 'wx.openSetting', params: undefined },
      { type: 'recorded', scope: 'scope.camera', before: 'rejected', after: 'accepted', by: 'settings' },
      { type: 'settled', outcome },
    ])
  })

  test('that nobody visited the settings page', async () => {
    const { emulator, events } = world()
    const { missing, ...outcome } = await emulator.openSetting(absentVisitor('no-input'))
    expect(missing).toEqual([])
    expect(events().slice(1)).toEqual([
      { type: 'unanswered', caller: 'wx.openSetting', scope: undefined, why: 'no-input' },
      { type: 'settled', outcome },
    ])
  })

  test('a call of wx.getSetting and its outcome', () => {
    const { emulator, events } = world()
    const outcome = emulator.getSetting()
    expect(events()).toEqual([
      { type: 'called', api: 'wx.getSetting', params: undefined },
      { type: 'settled', outcome },
    ])
  })
})
