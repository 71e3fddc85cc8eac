import { expect, test } from 'vitest'
import { type ScopeName, scopeRows } from '../../src/catalogue/scopes.ts'
import type {
  Prompter,
  Question,
  SettingSwitch,
  SettingsPage,
  SettingsVisitor,
} from '../../src/emulator/ports.ts'
import { type Answer, answers } from '../../src/machine/state.ts'

/** A popup that a contract asks with; frozen, so that a prompter cannot change what was asked. */
export const popupQuestion: Question = Object.freeze({
  app: Object.freeze({ appid: 'touristappid', name: 'WXAuth Demo' }),
  scope: 'scope.userLocation',
  description: 'Geographic location',
  purpose: 'To show the weather where you are',
  caller: 'wx.getLocation',
  state: 'undecided',
})

/**
 * What every prompter that can be answered keeps.
 * @param answering makes one whose user gives these answers, one to each popup
 */
export function prompterContract(name: string, answering: (...given: readonly Answer[]) => Prompter): void {
  test.each(answers)(`${name}: %s is the answer that was given`, async answer => {
    expect(await answering(answer).ask(popupQuestion)).toBe(answer)
  })
  test(`${name}: each popup is asked anew`, async () => {
    const prompter = answering('dismiss', 'dismiss')
    expect(await prompter.ask(popupQuestion)).toBe('dismiss')
    expect(await prompter.ask({ ...popupQuestion, scope: 'scope.camera' })).toBe('dismiss')
  })
  test.each(scopeRows)(`${name}: $scope can be asked for`, async ({ scope, description }) => {
    const question = { ...popupQuestion, scope, description, purpose: undefined, state: 'rejected' as const }
    expect(await answering('reject').ask(question)).toBe('reject')
  })
  test(`${name}: a hostile text changes no answer`, async () => {
    const hostile = 'a\r\x1b[2J\u202e\u0000\ud800'.repeat(2000)
    const question = { ...popupQuestion, app: { appid: hostile, name: hostile }, purpose: hostile }
    expect(await answering('accept').ask(question)).toBe('accept')
  })
}

/** A settings page in memory, with what was moved on it. */
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
      const found = switches.find(one => one.scope === scope)
      if (found === undefined) return 'missing'
      if (found.on === on) return 'same'
      flips.push([scope, on])
      switches = switches.map(one => (one.scope === scope ? { ...one, on } : one))
      return 'moved'
    },
  }
  return { page, flips }
}

const descriptionOf = (scope: ScopeName) => scopeRows.find(row => row.scope === scope)?.description ?? scope

type Moves = readonly { readonly scope: ScopeName; readonly on: boolean }[]

/**
 * What every visitor of the settings page keeps.
 * @param moving makes one that moves these switches, which stand the other way, and closes the page
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
