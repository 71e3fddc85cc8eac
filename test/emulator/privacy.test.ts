import { describe, expect, test } from 'vitest'
import type { Answered, PrivacyAsker, Unanswered } from '../../src/emulator/ports.ts'
import type { Answer } from '../../src/machine/state.ts'
import { scriptedPrompter } from '../../src/prompt/popup/scripted-prompter.ts'
import { given, popupsOf, today } from './today-world.ts'
import { app, nobody, now, world } from './world.ts'

/** A page whose own sheet gives this answer, and how often it was asked. */
function pageSheet(answer: Answer) {
  let asked = 0
  const asker: PrivacyAsker = {
    async ask() {
      asked++
      return { answer }
    },
  }
  return { privacyAsker: () => asker, asked: () => asked }
}

const privacyOf = ({ store }: ReturnType<typeof today>) => store.read().apps[app.appid]?.privacy

describe('A privacy sheet that was refused', () => {
  test('appears again at the next call', async () => {
    const { emulator } = today({ prompter: scriptedPrompter({ general: 'reject', otherwise: nobody }) })
    await emulator.call('wx.chooseAddress', {})
    expect(popupsOf(await emulator.call('wx.chooseAddress', {}))).toEqual(['privacy reject'])
  })

  test.each([
    [0, []],
    [9.999, []],
    [10, ['privacy reject']],
  ] as const)('with a pause of 10 s: %d s later there are the popups %j', async (second, popups) => {
    let time = Date.parse(now)
    const prompter = scriptedPrompter({ general: 'reject', otherwise: nobody })
    const { emulator } = today({ prompter, now: () => new Date(time), sheetPause: 10_000 })
    await emulator.call('wx.chooseAddress', {})
    time += second * 1000
    const outcome = await emulator.call('wx.chooseAddress', {})
    expect(popupsOf(outcome)).toEqual(popups)
    expect(outcome.result).toEqual({
      errMsg: 'chooseAddress:fail privacy permission is not authorized',
      errno: 104,
    })
  })

  test('does not keep the popup of a scope away', async () => {
    const prompter = scriptedPrompter({ general: 'reject', otherwise: nobody })
    const { emulator } = today({ prompter, sheetPause: 10_000 })
    await emulator.call('wx.chooseAddress', {})
    expect(popupsOf(await emulator.call('camera', {}))).toEqual(['scope.camera reject'])
  })
})

describe("A page's own sheet", () => {
  test.each([
    ['accept', 'chooseAddress:ok', { state: 'agreed', at: now, by: 'button' }],
    ['reject', 'chooseAddress:fail privacy permission is not authorized', undefined],
  ] as const)('answers in the place of the prompter: %s', async (answer, errMsg, privacy) => {
    const { privacyAsker } = pageSheet(answer)
    const here = today({ privacyAsker })
    const outcome = await here.emulator.call('wx.chooseAddress', {})
    expect(outcome.result?.errMsg).toBe(errMsg)
    expect(popupsOf(outcome)).toEqual([`privacy ${answer}`])
    expect(privacyOf(here)).toEqual(privacy)
  })

  test('appears again after a refusal, and is not asked with a scope', async () => {
    const { privacyAsker, asked } = pageSheet('reject')
    const prompter = scriptedPrompter({ general: 'accept', otherwise: nobody })
    const { emulator } = today({ privacyAsker, prompter, sheetPause: 10_000 })
    await emulator.call('wx.chooseAddress', {})
    await emulator.call('wx.chooseAddress', {})
    expect(asked()).toBe(2)
    expect(popupsOf(await emulator.call('camera', {}))).toEqual(['scope.camera accept'])
    expect(asked()).toBe(2)
  })

  test("appears even right after WeChat's was refused, and its own refusal keeps nothing away", async () => {
    const { privacyAsker } = pageSheet('reject')
    let isRegistered = false
    const { emulator } = today({
      privacyAsker: () => (isRegistered ? privacyAsker() : undefined),
      prompter: scriptedPrompter({ general: 'reject', otherwise: nobody }),
      sheetPause: 10_000,
    })
    const popups = async () => popupsOf(await emulator.call('wx.chooseAddress', {}))
    isRegistered = true
    expect(await popups()).toEqual(['privacy reject'])
    isRegistered = false
    expect(await popups()).toEqual(['privacy reject'])
    expect(await popups()).toEqual([])
    isRegistered = true
    expect(await popups()).toEqual(['privacy reject'])
  })

  test('keeps the call pending until it answers', async () => {
    let answer: (response: Answered | Unanswered) => void = () => undefined
    const pending = new Promise<Answered | Unanswered>(resolve => {
      answer = resolve
    })
    const { emulator } = today({ privacyAsker: () => ({ ask: () => pending }) })
    let isSettled = false
    const call = Promise.resolve(emulator.call('wx.chooseAddress', {})).finally(() => {
      isSettled = true
    })
    await new Promise(resolve => setTimeout(resolve, 5))
    expect(isSettled).toBe(false)
    answer({ answer: 'accept' })
    expect(await call).toMatchObject({ callback: 'success' })
  })

  test("is WeChat's as long as the page has none", async () => {
    const { emulator } = await given({ answers: { privacy: 'accept' } }, { privacyAsker: () => undefined })
    expect(await emulator.call('wx.chooseAddress', {})).toMatchObject({ callback: 'success' })
  })
})

test('The button agrees without any call', async () => {
  const here = today()
  await here.emulator.layerApis?.agreeToPrivacy()
  expect(privacyOf(here)).toEqual({ state: 'agreed', at: now, by: 'button' })
  const change = { layer: 'privacy', before: 'undecided', after: 'agreed' }
  expect(here.events()).toEqual([{ type: 'layer-recorded', ...change, by: 'button' }])
})

describe('wx.getPrivacySetting', () => {
  test.each([
    ['a new user', {}, true],
    ['who has agreed', { layers: [{ layer: 'privacy', state: 'agreed' }] }, false],
    [
      'with a guideline that declares nothing',
      { layers: [{ layer: 'guideline', state: 'undeclared' }] },
      false,
    ],
  ] as const)('for %s', async (_, given_, needAuthorization) => {
    const { emulator } = await given(given_)
    expect(emulator.layerApis?.getPrivacySetting({}).result).toEqual({
      errMsg: 'getPrivacySetting:ok',
      needAuthorization,
      privacyContractName: '《Shops隐私保护指引》',
    })
  })
})

describe('wx.requirePrivacyAuthorize', () => {
  const name = 'requirePrivacyAuthorize'
  test.each([
    [{ layers: [{ layer: 'privacy', state: 'agreed' }] }, { errMsg: `${name}:ok` }, []],
    [{ answers: { privacy: 'accept' } }, { errMsg: `${name}:ok` }, ['privacy accept']],
    [
      { answers: { privacy: 'reject' } },
      { errMsg: `${name}:fail privacy permission is not authorized`, errno: 104 },
      ['privacy reject'],
    ],
    [
      { layers: [{ layer: 'guideline', state: 'undeclared' }] },
      { errMsg: `${name}:fail api scope is not declared in the privacy agreement`, errno: 112 },
      [],
    ],
  ] as const)('given %j', async (given_, result, popups) => {
    const { emulator } = await given(given_)
    const outcome = await emulator.layerApis?.requirePrivacyAuthorize({})
    expect(outcome).toMatchObject({ api: `wx.${name}`, scope: null, before: null, after: null, popup: null })
    expect(outcome?.result).toEqual(result)
    expect(outcome && popupsOf(outcome)).toEqual(popups)
  })

  test('that nobody answers has no callback', async () => {
    const outcome = await today().emulator.layerApis?.requirePrivacyAuthorize()
    expect(outcome).toMatchObject({ callback: null, result: null, popup: null, unanswered: 'no-terminal' })
    expect(outcome && popupsOf(outcome)).toEqual(['privacy unanswered'])
  })

  test('refuses what is no object', async () => {
    const outcome = await today().emulator.layerApis?.requirePrivacyAuthorize(1)
    expect(outcome?.result?.errMsg).toMatch(/^requirePrivacyAuthorize:fail parameter error/)
  })
})

describe('The permissions of the phone', () => {
  test.each([
    [undefined, 'authorized', true],
    ['ios', 'authorized', true],
    ['android', undefined, false],
  ] as const)('as wx.getAppAuthorizeSetting gives them on %s', async (platform, album, isIos) => {
    const { emulator } = await given(
      {
        layers: [
          { layer: 'system.location', state: 'denied' },
          { layer: 'system.calendar', state: 'undetermined' },
        ],
      },
      platform === undefined ? {} : { platform },
    )
    const setting = emulator.layerApis?.getAppAuthorizeSetting()
    expect(setting).toMatchObject({
      bluetoothAuthorized: 'authorized',
      cameraAuthorized: 'authorized',
      locationAuthorized: 'denied',
      microphoneAuthorized: 'authorized',
      notificationAuthorized: 'authorized',
      phoneCalendarAuthorized: 'not determined',
    })
    expect(setting?.albumAuthorized).toBe(album)
    expect(Object.hasOwn(setting ?? {}, 'locationReducedAccuracy')).toBe(isIos)
  })

  test('have pages that only open, and switches of the phone that are on', () => {
    const { layerApis } = today().emulator
    expect(layerApis?.openAppAuthorizeSetting().result).toEqual({ errMsg: 'openAppAuthorizeSetting:ok' })
    expect(layerApis?.openPrivacyContract({}).result).toEqual({ errMsg: 'openPrivacyContract:ok' })
    expect(layerApis?.getSystemSetting()).toEqual({
      bluetoothEnabled: true,
      locationEnabled: true,
      wifiEnabled: true,
      deviceOrientation: 'portrait',
    })
  })

  test("are of today's edition only", () => {
    expect(world().emulator.layerApis).toBeUndefined()
  })
})
