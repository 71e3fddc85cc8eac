import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { scopeStates } from '../../src/machine/state.ts'
import { scriptedPrompter } from '../../src/prompt/popup/scripted-prompter.ts'
import { appid, decideElsewhere, nobody, world } from './world.ts'

const { scopeNames } = guideCatalogue

const acceptingPrompter = () => scriptedPrompter({ general: 'accept', otherwise: nobody })
const undeclaredApp = { appid, name: 'Shops', purposes: {} }

describe.each(scopeStates)('Before any popup, with the scope %s,', state => {
  const refusals = [
    ['wx.saveImageToPhotosAlbum', {}, 'parameter.filePath should be String instead of Undefined;'],
    ['wx.saveVideoToPhotosAlbum', { filePath: 1 }, 'parameter.filePath should be String instead of Number;'],
    ['wx.getLocation', [], 'parameter should be Object instead of Array;'],
    ['wx.getLocation', { type: null }, 'parameter.type should be String instead of Null;'],
    ['wx.getUserInfo', 'lang', 'parameter should be Object instead of String;'],
    ['camera', null, 'parameter should be Object instead of Null;'],
  ] as const
  test.each(refusals)('wrong parameters are refused: %s %j', async (api, params, problem) => {
    const prompter = acceptingPrompter()
    const { emulator, store, events } = world({ prompter })
    for (const scope of scopeNames) await decideElsewhere(store, scope, state)
    const before = store.read()
    const outcome = await emulator.call(api, params)
    const name = api === 'camera' ? 'insertCamera' : api.slice(3)
    expect(outcome.result).toEqual({ errMsg: `${name}:fail parameter error: ${problem}` })
    expect(outcome).toMatchObject({
      callback: 'fail',
      before: state,
      after: state,
      popup: null,
      because: 'bad-parameters',
    })
    expect(events().map(({ type }) => type)).toEqual(['called', 'settled'])
    expect(store.read()).toBe(before)
  })

  test.each([
    [undefined, 'parameter error: parameter should be Object instead of Undefined;'],
    [{}, 'parameter error: parameter.scope should be String instead of Undefined;'],
    [{ scope: ['scope.camera'] }, 'parameter error: parameter.scope should be String instead of Array;'],
    [{ scope: 'camera' }, 'invalid scope'],
    [{ scope: 'scope.Camera' }, 'invalid scope'],
    [{ scope: '__proto__' }, 'invalid scope'],
    [{ scope: 'scope.camera,scope.record' }, 'invalid scope'],
  ] as const)('wx.authorize refuses %j', async (params, problem) => {
    const { emulator, store, events } = world({ prompter: acceptingPrompter() })
    for (const scope of scopeNames) await decideElsewhere(store, scope, state)
    const outcome = await emulator.authorize(params)
    expect(outcome).toMatchObject({ callback: 'fail', scope: null, before: null, after: null, popup: null })
    expect(outcome.result).toEqual({ errMsg: `authorize:fail ${problem}` })
    expect(events().map(({ type }) => type)).toEqual(['called', 'settled'])
  })

  test.each([
    ['wx.getLocation', 'getLocation'],
    ['wx.chooseLocation', 'chooseLocation'],
  ] as const)('a missing usage description is refused, but wrong parameters first: %s', async (api, name) => {
    const { emulator, store } = world({ app: undeclaredApp, prompter: acceptingPrompter() })
    await decideElsewhere(store, 'scope.userLocation', state)
    const refusal = { callback: 'fail', before: state, after: state, popup: null } as const
    const outcome = await emulator.call(api, {})
    expect(outcome).toMatchObject({ ...refusal, because: 'no-purpose' })
    expect(outcome.result).toEqual({ errMsg: `${name}:fail require permission desc` })
    expect(await emulator.call(api, 'x')).toMatchObject({ ...refusal, because: 'bad-parameters' })
    const advance = await emulator.authorize({ scope: 'scope.userLocation' })
    expect(advance).toMatchObject({ ...refusal, because: 'no-purpose' })
  })
})

describe('A call', () => {
  test('without options is refused only if an option is required', async () => {
    const { emulator } = world({ prompter: acceptingPrompter() })
    const outcome = await emulator.call('wx.saveImageToPhotosAlbum', undefined)
    expect(outcome).toMatchObject({ callback: 'fail', because: 'bad-parameters' })
    expect(await emulator.call('wx.getLocation', undefined)).toMatchObject({ callback: 'success' })
  })

  test('passes its parameters to the reply', async () => {
    const { emulator } = world({ prompter: acceptingPrompter() })
    const params = { latitude: 1.5, longitude: 2.5, success: () => undefined, other: 1 }
    expect((await emulator.call('wx.chooseLocation', params)).result).toMatchObject({
      latitude: 1.5,
      longitude: 2.5,
    })
  })

  test('fails although it was allowed if the album does not take the file', async () => {
    const { emulator } = world({ prompter: acceptingPrompter() })
    const outcome = await emulator.call('wx.saveImageToPhotosAlbum', { filePath: 'wxfile://notes.txt' })
    expect(outcome).toMatchObject({
      callback: 'fail',
      after: 'accepted',
      popup: 'accept',
      because: 'reply-failed',
    })
  })
})
