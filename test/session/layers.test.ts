import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { todayCatalogue } from '../../src/catalogue/editions/today.ts'
import type { PrivacyQuestion, Question } from '../../src/emulator/ports.ts'
import { WxauthError } from '../../src/faults.ts'
import { type LayerKey, layerStates } from '../../src/machine/layer-states.ts'
import { answersOf } from '../../src/session/answers.ts'
import { layerSetting } from '../../src/session/checks.ts'

const app = { appid: 'wx1', name: 'Shops' }
const sheet: PrivacyQuestion = {
  kind: 'privacy',
  app,
  scope: null,
  contract: '《Shops》',
  caller: 'wx.chooseAddress',
}
const popup: Question = {
  kind: 'scope',
  app,
  scope: 'scope.camera',
  description: 'Camera',
  purpose: undefined,
  caller: 'camera',
  state: 'undecided',
  withPrivacy: true,
}

function faultOf(work: () => unknown): { readonly code: string; readonly facts: unknown } | undefined {
  try {
    work()
  } catch (error) {
    if (error instanceof WxauthError) return { code: error.code, facts: error.facts }
    throw error
  }
  return undefined
}

describe('A state of a layer', () => {
  const known = Object.entries(layerStates).flatMap(([layer, states]) =>
    states.map(state => [layer as LayerKey, state] as const),
  )
  test.each(known)('%s=%s is taken', (layer, state) => {
    expect(layerSetting(todayCatalogue, layer, state)).toEqual({ layer, state })
  })

  test.each([
    ['privacy', 'agree', 'agreed'],
    ['privacy', 'accepted', undefined],
    ['guideline', 'undeclard', 'undeclared'],
    ['system.camera', 'denid', 'denied'],
    ['system.camera', 'not determined', undefined],
  ] as const)('%s=%s is refused, with the nearest right one', (layer, state, near) => {
    const fault = faultOf(() => layerSetting(todayCatalogue, layer, state))
    expect(fault?.code).toBe('ERR_UNKNOWN_STATE')
    expect(fault?.facts).toMatchObject({ state, layer })
    if (near !== undefined) expect(fault?.facts).toMatchObject({ near })
  })

  test('is a word', () => {
    expect(faultOf(() => layerSetting(todayCatalogue, 'privacy', true))?.code).toBe('ERR_BAD_ARGUMENT')
  })
})

test.each([
  ['privcy', 'privacy'],
  ['system.camra', 'system.camera'],
])('%s is nearly a layer, and no scope', (name, near) => {
  const fault = faultOf(() => layerSetting(todayCatalogue, name, 'agreed'))
  expect(fault).toEqual({ code: 'ERR_UNKNOWN_SCOPE', facts: { scope: name, near } })
})

test.each(['all', 'scope.camera', 'system.gps'])('%s is no layer', name => {
  expect(layerSetting(todayCatalogue, name, 'accepted')).toBeUndefined()
})

describe('Answers to the privacy sheet', () => {
  test.each([
    ['one for all popups', 'accept', 'accept', 'accept'],
    ['one for the sheet', { privacy: 'accept', 'scope.camera': 'reject' }, 'accept', 'reject'],
    ['none for the sheet', { 'scope.camera': 'reject' }, undefined, 'reject'],
    ['none for the popup that asks for both', { privacy: 'accept' }, 'accept', undefined],
    [
      'a function',
      ({ kind }: { kind: string }) => (kind === 'privacy' ? 'reject' : 'dismiss'),
      'reject',
      'dismiss',
    ],
  ] as const)('are given by standing answers: %s', async (_, standing, toSheet, toPopup) => {
    const answers = answersOf(todayCatalogue, standing)
    const nobody = { unanswered: 'no-answer' }
    expect(await answers.ask(sheet)).toEqual(toSheet === undefined ? nobody : { answer: toSheet })
    expect(await answers.ask(popup)).toEqual(toPopup === undefined ? nobody : { answer: toPopup })
  })

  test('can be queued, for the sheet or for any popup', async () => {
    const answers = answersOf(todayCatalogue)
    answers.queue(null, 'accept')
    answers.queue('privacy', 'reject')
    expect(answers.unused()).toEqual([
      { of: null, answer: 'accept' },
      { of: 'privacy', answer: 'reject' },
    ])
    expect(await answers.ask(sheet)).toEqual({ answer: 'reject' })
    expect(await answers.ask(sheet)).toEqual({ answer: 'accept' })
    expect(answers.unused()).toEqual([])
  })

  test("are none in the guide's edition", () => {
    const fault = faultOf(() => answersOf(guideCatalogue).queue('privacy', 'accept'))
    expect(fault).toMatchObject({ code: 'ERR_UNKNOWN_SCOPE', facts: { scope: 'privacy' } })
  })
})
