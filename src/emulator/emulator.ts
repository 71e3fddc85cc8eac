import type { CustomReply, Params, Seal } from '../catalogue/api.ts'
import { type Catalogue, shortName } from '../catalogue/catalogue.ts'
import { optionCheck } from '../catalogue/check-options.ts'
import type { GuardedApi, ScopeName } from '../catalogue/names.ts'
import { copyInto, type Makers } from '../json/copy.ts'
import type { Attempt } from '../machine/decide.ts'
import type { Outcome } from '../machine/outcome.ts'
import { replyIn } from '../machine/profile.ts'
import type { ScopeEvent, ScopeState } from '../machine/state.ts'
import { askForConsent } from './consent.ts'
import type { Observe } from './events.ts'
import { guardedApi } from './guarded-api.ts'
import { type Change, openLedger } from './ledger.ts'
import type { Turns } from './one-at-a-time.ts'
import { outcomeMaker } from './outcomes.ts'
import type { MiniProgram, ProfileStore, Prompter, Question, SettingsVisitor } from './ports.ts'
import {
  getSetting,
  openSetting,
  type SettingsOutcome,
  type SettingsVisit,
  stopRecord,
  visitSettings,
} from './settings-apis.ts'

/** What an emulator gets from outside. */
export interface EmulatorOptions {
  readonly app: MiniProgram
  readonly catalogue: Catalogue
  readonly store: ProfileStore
  readonly prompter: Prompter
  readonly seal: Seal
  readonly now: () => Date
  /** The constructors that results are made with. */
  readonly makers: Makers
  readonly observe?: Observe
  /** Override the replies of the profile and the demo data; looked up at each call. */
  readonly replies?: Readonly<Partial<Record<GuardedApi, CustomReply>>>
}

export interface Emulator {
  /** Answers at once unless the user has to be asked, or data has to be signed or encrypted. */
  call(api: GuardedApi, params: unknown): Outcome | Promise<Outcome>
  authorize(params: unknown): Outcome | Promise<Outcome>
  /** `<button open-type="getUserInfo"/>` was tapped; the outcome's result is the event's `detail`. */
  tapGetUserInfo(): Outcome | Promise<Outcome>
  /** `RecorderManager.start`, the successor of the Scope List's `wx.startRecord`. */
  startRecorder(params?: unknown): Outcome | Promise<Outcome>
  getSetting(params?: unknown): Outcome
  openSetting(visitor: SettingsVisitor, params?: unknown): Promise<SettingsOutcome>
  stopRecord(params?: unknown): Outcome
  /** The user opens the settings page by hand. */
  visitSettings(visitor: SettingsVisitor): Promise<SettingsVisit>
  /** The state of every scope, in the guide's order. */
  states(): readonly (readonly [ScopeName, ScopeState])[]
  /** Changes states without asking: `arranged` by `set`, `forgotten` by `reset`. */
  arrange(
    events: readonly (readonly [ScopeName, ScopeEvent])[],
  ): readonly Change[] | Promise<readonly Change[]>
}

type Caller = Question['caller']

export function createEmulator(options: EmulatorOptions): Emulator {
  const { catalogue, store, prompter, seal, now, makers, observe = () => undefined } = options
  const { appid, name, purposes } = options.app
  const app = { appid, name }
  const { scopeNames } = catalogue
  const ledger = openLedger({ app, scopeNames, store, now, observe })
  const outcomes = outcomeMaker({ catalogue, makers, observe })
  const turns: Turns = { last: Promise.resolve() }
  const parts = { app, catalogue, ledger, prompter, observe, outcomes, turns }
  const ask = askForConsent(parts)
  const replyContext = { appid, now, seal }

  function consentFor(entry: Attempt['entry'], scope: ScopeName, caller: Caller) {
    const attempt: Attempt = { entry, scope, purpose: purposes[scope] }
    return () => ask(attempt, caller)
  }

  /** Makes the function that uses a guarded API, by a call or by the button. */
  function useOf(api: GuardedApi, entry: Attempt['entry'], caller: Caller) {
    const { reply } = catalogue.apiOf(api)
    const scope = catalogue.scopeOf(api)
    const names = [api, shortName(api)]
    return guardedApi({
      api,
      consent: consentFor(entry, scope, caller),
      reply(params, replies) {
        const custom = options.replies?.[api] ?? replyIn(replies, names)
        // A copy for each call, because page code may change what it receives.
        return custom === undefined ? reply(params, replyContext) : copyInto(makers, custom)
      },
      catalogue,
      outcomes,
    })
  }

  /** Makes a function that only asks for the scope, and answers `ok`. */
  function consentTo(api: string, entry: Attempt['entry'], scope: ScopeName, caller: Caller) {
    return guardedApi({
      api,
      consent: consentFor(entry, scope, caller),
      reply: () => ({}),
      catalogue,
      outcomes,
    })
  }

  function checkedCall(api: GuardedApi) {
    const { options } = catalogue.apiOf(api)
    const scope = catalogue.scopeOf(api)
    const check = optionCheck(options)
    const use = useOf(api, 'call', api)
    return (params: unknown): Outcome | Promise<Outcome> => {
      const problem = check(params)
      if (problem === undefined) return use((params ?? {}) as Params)
      const { state } = ledger.look(scope)
      return outcomes.badParameters(api, problem, { scope, before: state, after: state, popup: null })
    }
  }

  const calls = new Map<GuardedApi, ReturnType<typeof checkedCall>>()

  function callOf(api: GuardedApi) {
    const ready = calls.get(api)
    if (ready !== undefined) return ready
    const call = checkedCall(api)
    calls.set(api, call)
    return call
  }

  return {
    call(api, params) {
      observe({ type: 'called', api, params })
      return callOf(api)(params)
    },

    // "The developer can use wx.authorize to initiate the authorization request to the user in advance before
    // calling the API to authorize."
    authorize(params) {
      const api = 'wx.authorize'
      observe({ type: 'called', api, params })
      const problem = optionCheck(catalogue.shapeOf(api).options)(params)
      if (problem !== undefined) return outcomes.badParameters(api, problem)
      const { scope } = params as { readonly scope: string }
      if (!catalogue.isScopeName(scope)) return outcomes.fail(api, 'invalid-scope', 'invalid-scope')
      return consentTo(api, 'authorize', scope, api)({})
    },

    tapGetUserInfo() {
      observe({ type: 'called', api: 'button', params: undefined })
      return useOf('wx.getUserInfo', 'button', 'button')({})
    },

    startRecorder(params) {
      const api = 'RecorderManager.start'
      observe({ type: 'called', api, params })
      return consentTo(api, 'call', 'scope.record', api)({})
    },

    getSetting: params => getSetting(parts, params),
    openSetting: (visitor, params) => openSetting(parts, visitor, params),
    stopRecord: params => stopRecord(parts, params),
    visitSettings: visitor => visitSettings(parts, visitor),
    states: ledger.states,
    arrange: events => ledger.recordAll(events, 'set'),
  }
}
