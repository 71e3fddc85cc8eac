import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { ResolvePrivacy } from '../../src/wx/types/index.ts'
import { temporaryHome } from '../support/temporary-home.ts'
import { appJson, lastPopups, resultOf, type TodayWorld, today } from './today-world.ts'
import { rejection } from './uncaught-list.ts'

const refused = { errMsg: 'chooseAddress:fail privacy permission is not authorized', errno: 104 }
const ok = { errMsg: 'chooseAddress:ok' }
const askedIn = ({ auth }: TodayWorld) => auth.events.filter(({ type }) => type === 'asked').length

describe('WeChat’s privacy sheet', () => {
  const tenSeconds = 10_000

  test.each([
    ['appears again ten seconds after a refusal', tenSeconds, ok, 2],
    ['does not appear again before that, and the call fails at once', tenSeconds - 1, refused, 1],
  ])('%s', async (_, wait, result, asked) => {
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const world = today({ answers: { privacy: ['reject', 'accept'] } })
    expect(await rejection(world.wx.chooseAddress())).toEqual(refused)
    vi.setSystemTime(Date.now() + wait)
    expect(await resultOf(world, 'chooseAddress')).toMatchObject(result)
    expect(askedIn(world)).toBe(asked)
  })

  test('of another wx appears: the pause is of one Mini Program’s run', async () => {
    for (const world of [today({ answers: 'reject' }), today({ answers: 'reject' })]) {
      expect(await rejection(world.wx.chooseAddress())).toEqual(refused)
      expect(askedIn(world)).toBe(1)
    }
  })

  test('that is closed decides nothing, and appears again at once', async () => {
    const world = today({ answers: ['dismiss', 'accept'] })
    expect(await rejection(world.wx.chooseAddress())).toEqual({ errMsg: 'chooseAddress:fail auth canceled' })
    await expect(world.wx.chooseAddress()).resolves.toMatchObject(ok)
  })

  test('stands alone where the scope is decided already', async () => {
    const world = today({ answers: { privacy: 'accept' } })
    await world.auth.set('scope.userLocation', 'accepted')
    await expect(world.wx.getLocation()).resolves.toMatchObject({ errMsg: 'getLocation:ok' })
    expect(lastPopups(world)).toEqual(['privacy accept'])
    expect(world.auth.layers().privacy).toBe('agreed')
  })

  test('asks with the name of the guideline, and of what needs it', async () => {
    const answer = vi.fn(() => 'accept' as const)
    const { wx } = today({ app: appJson({ name: 'Shops', appid: 'wx12' }), answers: { privacy: answer } })
    await wx.chooseAddress()
    expect(answer.mock.calls).toEqual([
      [
        {
          kind: 'privacy',
          app: { appid: 'wx12', name: 'Shops' },
          scope: null,
          contract: '《Shops隐私保护指引》',
          caller: 'wx.chooseAddress',
        },
      ],
    ])
  })
})

/** A page with a sheet of its own, which it shows when `wx` asks for it. */
function page(world: TodayWorld) {
  const shown: { readonly referrer: string; readonly resolve: ResolvePrivacy }[] = []
  world.wx.onNeedPrivacyAuthorization((resolve, { referrer }) => void shown.push({ referrer, resolve }))
  /** Waits until it shows its sheet. */
  async function sheet() {
    await vi.waitFor(() => expect(shown).not.toEqual([]))
    const [first] = shown.splice(0, 1)
    if (first === undefined) throw new Error('No sheet is shown')
    return first
  }
  return { shown, sheet }
}

describe('A sheet of the page', () => {
  test('lets the call wait until the user has tapped its button and the page says so', async () => {
    const world = today()
    const { sheet } = page(world)
    const ended = vi.fn()
    const address = world.wx.chooseAddress().finally(ended)
    const { referrer, resolve } = await sheet()
    expect(referrer).toBe('chooseAddress')
    resolve({ event: 'exposureAuthorization' })
    expect(await world.auth.tap('agreePrivacyAuthorization')).toEqual({
      errMsg: 'agreePrivacyAuthorization:ok',
    })
    expect(ended).not.toHaveBeenCalled()
    resolve({ event: 'agree', buttonId: 'agree' })
    await expect(address).resolves.toMatchObject(ok)
    expect(world.auth.layers().privacy).toBe('agreed')
    expect(world.auth.events).toContainEqual({
      type: 'layer-recorded',
      layer: 'privacy',
      before: 'undecided',
      after: 'agreed',
      by: 'button',
    })
    expect(lastPopups(world)).toEqual(['privacy accept'])
    await expect(world.wx.chooseAddress()).resolves.toMatchObject(ok)
  })

  test.each<[how: string, resolution: Parameters<ResolvePrivacy>[0]]>([
    ['the page says disagree', { event: 'disagree' }],
    ['the page says agree, but nobody tapped the button', { event: 'agree', buttonId: 'agree' }],
  ])('is refused when %s', async (_, resolution) => {
    const world = today()
    const { sheet } = page(world)
    const reason = rejection(world.wx.chooseAddress())
    const { resolve } = await sheet()
    resolve(resolution)
    // The first word counts.
    await world.auth.tap('agreePrivacyAuthorization')
    resolve({ event: 'agree', buttonId: 'agree' })
    expect(await reason).toEqual(refused)
  })

  test('is shown again after a refusal, at once: only WeChat’s own has a pause', async () => {
    const world = today()
    const { sheet } = page(world)
    for (const _ of [1, 2]) {
      const reason = rejection(world.wx.chooseAddress())
      const { resolve } = await sheet()
      resolve({ event: 'disagree' })
      expect(await reason).toEqual(refused)
    }
  })

  test('is the one of the last listener', async () => {
    const world = today()
    const first = page(world)
    const last = page(world)
    const reason = rejection(world.wx.chooseAddress())
    const { resolve } = await last.sheet()
    resolve({ event: 'disagree' })
    await reason
    expect(first.shown).toEqual([])
  })

  test('is shown by wx.requirePrivacyAuthorize too, and not beside the popup of a scope', async () => {
    const world = today({ answers: { 'scope.camera': 'accept' } })
    const { shown, sheet } = page(world)
    await world.wx.authorize({ scope: 'scope.camera' })
    expect(shown).toEqual([])
    await world.auth.reset()
    const required = resultOf(world, 'requirePrivacyAuthorize')
    const { referrer, resolve } = await sheet()
    expect(referrer).toBe('requirePrivacyAuthorize')
    await world.auth.tap('agreePrivacyAuthorization')
    resolve({ event: 'agree', buttonId: 'agree' })
    expect(await required).toEqual({ errMsg: 'requirePrivacyAuthorize:ok' })
  })

  test('that throws leaves the call unanswered, and its error is uncaught', async () => {
    const { wx, uncaught } = today()
    const error = new Error('of the page')
    wx.onNeedPrivacyAuthorization(() => {
      throw error
    })
    expect(await rejection(wx.chooseAddress())).toMatchObject({ code: 'ERR_UNANSWERED' })
    expect(uncaught).toEqual([error])
  })

  test('never runs during the call that needs it', async () => {
    const { wx, auth } = today()
    let isCalling = true
    let wasDuring = true
    wx.onNeedPrivacyAuthorization(resolve => {
      wasDuring = isCalling
      resolve({ event: 'disagree' })
    })
    wx.chooseAddress({ fail: () => undefined })
    isCalling = false
    await auth.idle()
    expect(wasDuring).toBe(false)
  })

  test('counts a tap that is still being recorded, in a profile on disk', async () => {
    vi.stubEnv('WXAUTH_HOME', temporaryHome())
    onTestFinished(() => void vi.unstubAllEnvs())
    const world = today({ profile: 'alice' })
    const { sheet } = page(world)
    const address = world.wx.chooseAddress()
    const { resolve } = await sheet()
    const tap = world.auth.tap('agreePrivacyAuthorization')
    resolve({ event: 'agree', buttonId: 'agree' })
    await expect(address).resolves.toMatchObject(ok)
    await tap
    expect(today({ profile: 'alice' }).auth.layers().privacy).toBe('agreed')
  })
})

describe('The APIs of the agreement', () => {
  test('wx.getPrivacySetting says whether the user has to agree, before and after the button', async () => {
    const world = today({ app: appJson({ name: 'Shops' }) })
    const setting = { errMsg: 'getPrivacySetting:ok', privacyContractName: '《Shops隐私保护指引》' }
    expect(await resultOf(world, 'getPrivacySetting')).toEqual({ ...setting, needAuthorization: true })
    await world.auth.tap('agreePrivacyAuthorization')
    expect(await resultOf(world, 'getPrivacySetting')).toEqual({ ...setting, needAuthorization: false })
  })

  test.each([
    ['accept', { errMsg: 'requirePrivacyAuthorize:ok' }],
    ['reject', { errMsg: 'requirePrivacyAuthorize:fail privacy permission is not authorized', errno: 104 }],
  ] as const)('wx.requirePrivacyAuthorize asks: %s', async (answer, result) => {
    expect(await resultOf(today({ answers: { privacy: answer } }), 'requirePrivacyAuthorize')).toEqual(result)
  })

  test('wx.openPrivacyContract opens the guideline', async () => {
    expect(await resultOf(today(), 'openPrivacyContract')).toEqual({ errMsg: 'openPrivacyContract:ok' })
  })
})
