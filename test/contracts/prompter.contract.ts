import { expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import type { ScopeName } from '../../src/catalogue/names.ts'
import type {
  Answered,
  Prompter,
  Question,
  SettingSwitch,
  SettingsPage,
  SettingsVisitor,
  Unanswered,
} from '../../src/emulator/ports.ts'
import { type Answer, answers } from '../../src/machine/state.ts'

/** The question that a contract asks; frozen, so that a prompter cannot change it. */
export const popupQuestion: Question = Object.freeze({
  app: Object.freeze({ appid: 'touristappid', name: 'WXAuth Demo' }),
  scope: 'scope.userLocation',
  description: 'Geographic location',
  purpose: 'To show the weather where you are',
  caller: 'wx.getLocation',
  state: 'undecided',
})

/** The answer, once the popup has closed on it as recorded; what nobody answered is returned as it is. */
export async function answerOf(asked: Answered | Unanswered): Promise<Answer | Unanswered> {
  if ('unanswered' in asked) return asked
  await asked.finish?.('recorded')
  return asked.answer
}

/**
 * What every prompter keeps to that can be answered.
 * @param answering makes a prompter whose user gives these answers, one to each popup
 */
export function prompterContract(name: string, answering: (...given: readonly Answer[]) => Prompter): void {
  const ask = async (prompter: Prompter, question = popupQuestion) => answerOf(await prompter.ask(question))

  test.each(answers)(`${name}: %s is the answer that was given`, async answer => {
    expect(await ask(answering(answer))).toBe(answer)
  })
  test.each(['recorded', 'dropped', 'failed'] as const)(
    `${name}: once an answer was %s the next popup can be asked`,
    async result => {
      const prompter = answering('accept', 'accept')
      const first = await prompter.ask(popupQuestion)
      expect(first).toMatchObject({ answer: 'accept' })
      if ('finish' in first) await first.finish?.(result)
      expect(await ask(prompter)).toBe('accept')
    },
  )
  test(`${name}: each popup is asked anew`, async () => {
    const prompter = answering('dismiss', 'dismiss')
    expect(await ask(prompter)).toBe('dismiss')
    expect(await ask(prompter, { ...popupQuestion, scope: 'scope.camera' })).toBe('dismiss')
  })
  test.each(guideCatalogue.scopeNames.map(guideCatalogue.rowOf))(
    `${name}: $scope can be asked for`,
    async ({ scope, description }) => {
      const question = {
        ...popupQuestion,
        scope,
        description,
        purpose: undefined,
        state: 'rejected' as const,
      }
      expect(await ask(answering('reject'), question)).toBe('reject')
    },
  )
  test(`${name}: a hostile text changes no answer`, async () => {
    const hostile = 'a\r\x1b[2J\u202e\u0000\ud800'.repeat(2000)
    const question = { ...popupQuestion, app: { appid: hostile, name: hostile }, purpose: hostile }
    expect(await ask(answering('accept'), question)).toBe('accept')
  })
}

/** A settings page in memory, with the moves that were recorded on it. */
export function pageOf(...decided: readonly (readonly [ScopeName, boolean])[]) {
  let switches: readonly SettingSwitch[] = decided.map(([scope, on]) => ({
    scope,
    on,
    description: descriptionOf(scope),
  }))
  const flips: (readonly [ScopeName, boolean])[] = []
  const page: SettingsPage = {
    app: popupQuestion.app,
    switches: () => switches,
    async flip(scope, on) {
      const current = switches.find(one => one.scope === scope)
      if (current === undefined) return 'missing'
      if (current.on === on) return 'same'
      flips.push([scope, on])
      switches = switches.map(one => (one.scope === scope ? { ...one, on } : one))
      return 'moved'
    },
  }
  return { page, flips }
}

const descriptionOf = (scope: ScopeName) => guideCatalogue.rowOf(scope).description

type Moves = readonly { readonly scope: ScopeName; readonly on: boolean }[]

/**
 * What every visitor of the settings page keeps to.
 * @param moving makes a visitor that moves these switches, each of which stands the other way, and closes the page
 */
export function visitorContract(name: string, moving: (moves: Moves) => SettingsVisitor): void {
  test(`${name}: moves nothing and closes`, async () => {
    const { page, flips } = pageOf(['scope.camera', true])
    expect(await moving([]).visit(page)).toEqual({ missing: [] })
    expect(flips).toEqual([])
  })
  test(`${name}: moves switches in order, each recorded by itself`, async () => {
    const { page, flips } = pageOf(['scope.userInfo', true], ['scope.record', false], ['scope.camera', true])
    const moves: Moves = [
      { scope: 'scope.camera', on: false },
      { scope: 'scope.userInfo', on: false },
      { scope: 'scope.camera', on: true },
    ]
    expect(await moving(moves).visit(page)).toEqual({ missing: [] })
    expect(flips).toEqual(moves.map(({ scope, on }) => [scope, on]))
  })
  test(`${name}: an empty page can be closed`, async () => {
    expect(await moving([]).visit(pageOf().page)).toEqual({ missing: [] })
  })
}
