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

/** The question of these tests; frozen, so that a prompter cannot change it. */
export const popupQuestion: Question = Object.freeze({
  kind: 'scope',
  app: Object.freeze({ appid: 'touristappid', name: 'WXAuth Demo' }),
  scope: 'scope.userLocation',
  description: 'Geographic location',
  purpose: 'To show the weather where you are',
  caller: 'wx.getLocation',
  state: 'undecided',
})

/** Finishes an answered popup as recorded. @returns the answer, or the unanswered response */
export async function answerOf(response: Answered | Unanswered): Promise<Answer | Unanswered> {
  if ('unanswered' in response) return response
  await response.finish?.('recorded')
  return response.answer
}

/**
 * The tests of every prompter that has a user.
 * @param prompterWith makes a prompter whose user gives these answers, one for each popup
 */
export function prompterContract(
  name: string,
  prompterWith: (...script: readonly Answer[]) => Prompter,
): void {
  const ask = async (prompter: Prompter, question = popupQuestion) => answerOf(await prompter.ask(question))

  test.each(answers)(`${name}: returns the answer %s`, async answer => {
    expect(await ask(prompterWith(answer))).toBe(answer)
  })
  test.each(['recorded', 'dropped', 'failed'] as const)(
    `${name}: after an answer that was %s, the next popup can be answered`,
    async result => {
      const prompter = prompterWith('accept', 'accept')
      const first = await prompter.ask(popupQuestion)
      expect(first).toMatchObject({ answer: 'accept' })
      if ('finish' in first) await first.finish?.(result)
      expect(await ask(prompter)).toBe('accept')
    },
  )
  test(`${name}: asks again for each popup`, async () => {
    const prompter = prompterWith('dismiss', 'dismiss')
    expect(await ask(prompter)).toBe('dismiss')
    expect(await ask(prompter, { ...popupQuestion, scope: 'scope.camera' })).toBe('dismiss')
  })
  test.each(guideCatalogue.scopeNames.map(guideCatalogue.rowOf))(
    `${name}: asks for $scope`,
    async ({ scope, description }) => {
      const question = {
        ...popupQuestion,
        scope,
        description,
        purpose: undefined,
        state: 'rejected' as const,
      }
      expect(await ask(prompterWith('reject'), question)).toBe('reject')
    },
  )
  test(`${name}: returns the answer after a hostile text`, async () => {
    const hostile = 'a\r\x1b[2J\u202e\u0000\ud800'.repeat(2000)
    const question = { ...popupQuestion, app: { appid: hostile, name: hostile }, purpose: hostile }
    expect(await ask(prompterWith('accept'), question)).toBe('accept')
  })
}

/** A settings page in memory, and the moves recorded on it. */
export function pageOf(...positions: readonly (readonly [ScopeName, boolean])[]) {
  let switches: readonly SettingSwitch[] = positions.map(([scope, on]) => ({
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
 * The tests of every visitor of the settings page.
 * @param visitorWith makes a visitor that moves these switches, each from its other position, and closes the page
 */
export function visitorContract(name: string, visitorWith: (moves: Moves) => SettingsVisitor): void {
  test(`${name}: can close the page without a move`, async () => {
    const { page, flips } = pageOf(['scope.camera', true])
    expect(await visitorWith([]).visit(page)).toEqual({ missing: [] })
    expect(flips).toEqual([])
  })
  test(`${name}: moves the switches in order, one by one`, async () => {
    const { page, flips } = pageOf(['scope.userInfo', true], ['scope.record', false], ['scope.camera', true])
    const moves: Moves = [
      { scope: 'scope.camera', on: false },
      { scope: 'scope.userInfo', on: false },
      { scope: 'scope.camera', on: true },
    ]
    expect(await visitorWith(moves).visit(page)).toEqual({ missing: [] })
    expect(flips).toEqual(moves.map(({ scope, on }) => [scope, on]))
  })
  test(`${name}: can close an empty page`, async () => {
    expect(await visitorWith([]).visit(pageOf().page)).toEqual({ missing: [] })
  })
}
