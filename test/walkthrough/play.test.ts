import { expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { emptyProfile, type Profile } from '../../src/machine/profile.ts'
import type { Answer } from '../../src/machine/state.ts'
import { demoMiniProgram } from '../../src/project/declared.ts'
import { absentPrompter } from '../../src/prompt/popup/absent-prompter.ts'
import { absentVisitor } from '../../src/prompt/settings/absent-visitor.ts'
import { plainPalette } from '../../src/text/color.ts'
import { onOneLine } from '../../src/text/in-lines.ts'
import { everyBranch } from '../../src/walkthrough/branches.ts'
import { isPlayed, playStep } from '../../src/walkthrough/play.ts'
import { stepLines } from '../../src/walkthrough/step-lines.ts'
import { beginning, stateAt, stepAfter, type Tour } from '../../src/walkthrough/tour.ts'
import { transcript } from '../../src/walkthrough/transcript.ts'
import { texts, tourFor } from './tours.ts'

const accept = { ask: async () => ({ answer: 'accept' as const }) }
const leaves = { visit: async () => ({ missing: [] }) }

async function branch(tour: Tour, answer: Answer) {
  const branches = await everyBranch(tour)
  return branches.find(one => one.answer === answer)?.steps ?? []
}

test.each([
  ['wx.getLocation', 'reject', 'prepare declare ask call-again open-settings call-after-settings reset'],
  ['wx.getLocation', 'accept', 'prepare declare ask call-again settings-by-hand call-after-settings reset'],
  ['wx.getLocation', 'dismiss', 'prepare declare ask ask-again not-recorded'],
  [
    'wx.getUserInfo',
    'reject',
    'prepare authorize ask call-again tap-again open-settings call-after-settings reset',
  ],
  ['camera', 'reject', 'prepare ask call-again open-settings call-after-settings reset'],
  ['wx.startRecord', 'accept', 'prepare ask call-again settings-by-hand call-after-settings reset'],
] as const)('%s, answered with %s: %s', async (api, answer, ids) => {
  const steps = await branch(tourFor(api), answer)
  expect(steps.map(({ id }) => id).join(' ')).toBe(ids)
})

test.each([
  ['reject', ['getLocation:fail auth deny', 'getLocation:fail auth deny', 'getLocation:ok']],
  ['accept', ['getLocation:ok', 'getLocation:ok', 'getLocation:fail auth deny']],
])('The callbacks of wx.getLocation, when the user answers with %s', async (answer, expected) => {
  const steps = await branch(tourFor('wx.getLocation'), answer as Answer)
  const calls = steps.filter(({ id }) => ['ask', 'call-again', 'call-after-settings'].includes(id))
  expect(calls.map(({ received }) => received?.result.errMsg)).toEqual(expected)
})

test('A user who leaves the switch off stays rejected, and the steps say so', async () => {
  const tour = tourFor('wx.startRecord')
  const rejected = await playStep(
    tour,
    { ...beginning(tour, emptyProfile), id: 'ask' },
    { prompter: { ask: async () => ({ answer: 'reject' }) }, visitor: leaves },
  )
  if (!isPlayed(rejected) || rejected.next === undefined) throw new Error('not played')
  const settings = await playStep(
    tour,
    { ...rejected.next, id: 'open-settings' },
    { prompter: accept, visitor: leaves },
  )
  if (!isPlayed(settings) || settings.next === undefined) throw new Error('not played')
  expect(settings.step.lesson).toBe(texts.walkthrough.lessons.leftOff)
  const after = await playStep(tour, settings.next, { prompter: accept, visitor: leaves })
  if (!isPlayed(after)) throw new Error('not played')
  expect(after.step.title).toBe('Your page calls wx.startRecord, which the user has rejected')
  expect(after.step.received?.result.errMsg).toBe('startRecord:fail auth deny')
})

test('A user who allows at the second tap needs no settings page', () => {
  expect(stepAfter(tourFor('wx.getUserInfo'), 'tap-again', 'accepted')).toBe('call-after-settings')
})

test('If nobody answers, the step is not played, and says why', async () => {
  const tour = tourFor('camera')
  const hands = { prompter: absentPrompter('no-input'), visitor: absentVisitor('no-input') }
  const ask = { ...beginning(tour, emptyProfile), id: 'ask' } as const
  expect(await playStep(tour, ask, hands)).toEqual({ caller: 'camera', why: 'no-input' })
  const settings = { ...ask, id: 'open-settings' } as const
  expect(await playStep(tour, settings, hands)).toEqual({ caller: 'wx.openSetting', why: 'no-input' })
  const byHand = { ...ask, id: 'settings-by-hand' } as const
  expect(await playStep(tour, byHand, hands)).toEqual({ caller: 'wx.openSetting', why: 'no-input' })
})

const decided = { state: 'rejected', at: '2026-01-31T08:00:00.000Z', by: 'popup' } as const
const used: Profile = {
  version: 1,
  apps: {
    touristappid: {
      name: 'WXAuth Demo',
      scopes: { 'scope.camera': decided, 'scope.record': decided },
      replies: { 'wx.startRecord': { errMsg: 'startRecord:fail no microphone' } },
    },
    other: { name: 'Other', scopes: { 'scope.camera': decided } },
  },
}

test('It begins with a copy of the profile in which the scope is undecided, and does not change the profile', async () => {
  const before = structuredClone(used)
  const tour = tourFor('camera')
  const start = beginning(tour, used)
  expect(stateAt(tour, start)).toBe('undecided')
  const played = await playStep(tour, { ...start, id: 'ask' }, { prompter: accept, visitor: leaves })
  if (!isPlayed(played) || played.next === undefined) throw new Error('not played')
  expect(stateAt(tour, played.next)).toBe('accepted')
  expect(stateAt(tour, start)).toBe('undecided')
  expect(used).toEqual(before)
})

test('Other decisions of the profile are on the settings page; replies of the profile are left out', async () => {
  const tour = tourFor('wx.startRecord')
  const ask = { ...beginning(tour, used), id: 'ask' } as const
  const played = await playStep(tour, ask, { prompter: accept, visitor: leaves })
  if (!isPlayed(played) || played.next === undefined) throw new Error('not played')
  expect(played.step.received?.result.errMsg).toBe('startRecord:ok')
  const visit = { ...played.next, id: 'settings-by-hand' } as const
  const settings = await playStep(tour, visit, { prompter: accept, visitor: leaves })
  if (!isPlayed(settings)) throw new Error('not played')
  expect(settings.step.user.settings?.after).toMatchObject([
    { scope: 'scope.record', on: true },
    { scope: 'scope.camera', on: false },
  ])
})

test('It points at an app.json without a description, and goes on with one of its own', async () => {
  const app = { ...demoMiniProgram, purposes: {} }
  const [, declare, ask] = await branch(tourFor('wx.getLocation', app, '/shop/app.json'), 'accept')
  expect(declare?.lesson).toContain('/shop/app.json has no description')
  expect(ask?.user.popup?.question.purpose).toBe('To show what is near you')
  expect(ask?.received?.result.errMsg).toBe('getLocation:ok')
})

test('It uses the name and the description of the Mini Program', async () => {
  const app = { appid: 'wx1', name: '附近的咖啡馆', purposes: { 'scope.userLocation': 'To find a café' } }
  const [prepare, declare, ask] = await branch(tourFor('wx.getLocation', app, '/shop/app.json'), 'accept')
  expect(prepare?.code[0]?.text).toContain('<view>\n  To find a café\n</view>')
  expect(onOneLine(declare?.lesson ?? '')).toContain('"附近的咖啡馆"')
  expect(declare?.code[0]?.text).toContain('"desc": "To find a café"')
  expect(ask?.user.popup?.question.app.name).toBe('附近的咖啡馆')
})

test('What a Mini Program declares cannot move the cursor, and does not get into WXML', async () => {
  const evil = '\u001b[2J\u202e</view>{{x}}'
  const app = { appid: '__proto__', name: evil, purposes: { 'scope.userLocation': evil } }
  const tour = tourFor('wx.getLocation', app, `/a${evil}`)
  const steps = await branch(tour, 'reject')
  const text = transcript(tour, steps, texts, { columns: 80, palette: plainPalette })
  expect(text).not.toContain('\u001b')
  expect(text).not.toContain('\u202e')
  expect(steps[0]?.code[0]?.text).not.toContain('{{x}}')
})

test.each(guideCatalogue.guardedApis)(
  'The JavaScript for %s is JavaScript, and the JSON is JSON',
  async api => {
    const branches = await everyBranch(tourFor(api))
    for (const { language, text } of branches.flatMap(({ steps }) => steps).flatMap(({ code }) => code)) {
      if (language === 'js') expect(() => new Function(`return {\n${text}\n}`), text).not.toThrow()
      if (language === 'json') expect(() => JSON.parse(text), text).not.toThrow()
    }
  },
)

test.each([
  ['wx.getUserInfo', 'accept', 'ask', 'good'],
  ['wx.getUserInfo', 'reject', 'ask', 'bad'],
  ['camera', 'accept', 'ask', 'good'],
  ['camera', 'dismiss', 'ask', 'bad'],
  ['wx.startRecord', 'reject', 'reset', 'good'],
] as const)(
  'The result of %s, answered with %s, is colored at step %s: %s',
  async (api, answer, id, tone) => {
    const palette = {
      ...plainPalette,
      good: (text: string) => `good ${text}`,
      bad: (text: string) => `bad ${text}`,
    }
    const step = (await branch(tourFor(api), answer)).find(step => step.id === id)
    if (step === undefined) throw new Error(`no step ${id}`)
    const text = stepLines(step, 1, texts, { columns: 80, palette }).join('\n')
    expect(text).toContain(`${tone} {`)
  },
)

test.each(guideCatalogue.guardedApis)('No errMsg of %s is cut, but long texts are', async api => {
  const branches = await everyBranch(tourFor(api))
  for (const { received } of branches.flatMap(({ steps }) => steps)) {
    const { errMsg = '', ...payload } = received?.result ?? {}
    expect(errMsg).not.toContain('…')
    expect(JSON.stringify(payload).length).toBeLessThan(500)
  }
})

test('Every walkthrough is the same at each run', async () => {
  const twice = [await everyBranch(tourFor('wx.getUserInfo')), await everyBranch(tourFor('wx.getUserInfo'))]
  expect(twice[0]).toEqual(twice[1])
})

test.each([40, 60, 80])('In %i columns, only code is wider than the window', async columns => {
  for (const api of guideCatalogue.guardedApis) {
    const tour = tourFor(api)
    const steps = await branch(tour, 'reject')
    const lines = transcript(tour, steps, texts, { columns, palette: plainPalette }).split('\n')
    const code = new Set(steps.flatMap(({ code }) => code.flatMap(({ text }) => text.split('\n'))))
    const wide = lines.filter(line => line.length > columns && !code.has(line.slice(2)))
    expect(wide).toEqual([])
  }
})
