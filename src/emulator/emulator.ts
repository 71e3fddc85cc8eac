import type { CustomReply, Params, Seal } from '../catalogue/api.ts'
import { type Catalogue, shortName } from '../catalogue/catalogue.ts'
import { optionCheck } from '../catalogue/check-options.ts'
import type { GuardedApi, ScopeName } from '../catalogue/names.ts'
import type { Platform } from '../catalogue/platforms.ts'
import { copyInto, type Makers } from '../json/copy.ts'
import type { Arranged, Arrangement, Change } from '../machine/arrangement.ts'
import type { Outcome } from '../machine/outcome.ts'
import { replyIn } from '../machine/profile.ts'
import type { ScopeEvent, ScopeState } from '../machine/state.ts'
import { guideConsent, scopePopup, type Use } from './consent.ts'
import type { Observe } from './events.ts'
import { guardedApi } from './guarded-api.ts'
import type { LayerApis, Layers } from './layers.ts'
import { openLedger } from './ledger.ts'
import type { Turns } from './one-at-a-time.ts'
import { isPending, noScope, outcomeMaker } from './outcomes.ts'
import type { Caller, MiniProgram, PrivacyAsker, ProfileStore, Prompter, SettingsVisitor } from './ports.ts'
import { settingsPage } from './settings.ts'
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
  /** Those of today's edition, with today's catalogue; none for the guide's. */
  readonly layers?: Layers | undefined
  /** Whose spelling refusals have; without one, the texts that most devices share. */
  readonly platform?: Platform | undefined
  readonly store: ProfileStore
  readonly prompter: Prompter
  /** The page's own privacy sheet, if it has one now; without one, WeChat's appears. */
  readonly privacyAsker?: () => PrivacyAsker | undefined
  /**
   * For so many milliseconds after a refusal, WeChat's privacy sheet does not appear again, and calls fail at once.
   * Default: 0.
   */
  readonly sheetPause?: number
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
  /** The APIs that only today's edition has. */
  readonly layerApis: LayerApis | undefined
  /** The state of every scope, in the order of the edition. */
  states(): readonly (readonly [ScopeName, ScopeState])[]
  /** Changes states without asking: `arranged` by `set`, `forgotten` by `reset`. */
  arrange(
    events: readonly (readonly [ScopeName, ScopeEvent])[],
  ): readonly Change[] | Promise<readonly Change[]>
  /** The same for scopes and layers, in one step. Layers can be arranged in both editions. */
  arrangeAll(arrangement: Arrangement): Arranged | Promise<Arranged>
  /**
   * The user deletes the Mini Program: every decision is forgotten, those of unknown scopes and the agreement included.
   * The phone's permissions, the guideline and replies stay.
   */
  forgetAll(): Arranged | Promise<Arranged>
}

export function createEmulator(options: EmulatorOptions): Emulator {
  const { app, catalogue, store, prompter, seal, now, makers, observe = () => undefined } = options
  const { platform, privacyAsker = () => undefined, sheetPause = 0 } = options
  const { appid, name } = app
  const { scopeNames } = catalogue
  const ledger = openLedger({ app: { appid, name }, scopeNames, store, now, observe })
  const outcomes = outcomeMaker({ catalogue, platform, makers, observe })
  const turns: Turns = { last: Promise.resolve() }
  const popup = scopePopup({ ledger, prompter, observe })
  const parts = { app, catalogue, platform, ledger, popup, prompter, privacyAsker, sheetPause, now }
  const layers = options.layers?.open({ ...parts, observe, outcomes, turns })
  const consentFor = layers?.consentFor ?? guideConsent({ app, catalogue, ledger, popup, turns })
  const page = layers?.settingsPage ?? (() => settingsPage({ appid, name }, ledger, catalogue))
  const settingsParts = { settingsPage: page, catalogue, ledger, observe, outcomes, turns }
  const replyContext = { appid, now, seal }

  /** Makes the function that uses a guarded API, by a call or by the button. */
  function useOf(api: GuardedApi, entry: Use['entry'], caller: Caller) {
    const { reply } = catalogue.apiOf(api)
    const names = [api, shortName(api)]
    return guardedApi({
      api,
      consent: consentFor({ entry, caller, api, scopesOf: params => catalogue.scopesOf(api, params) }),
      reply(params, replies) {
        const custom = options.replies?.[api] ?? replyIn(replies, names)
        // A copy for each call, because page code may change what it receives.
        return custom === undefined ? reply(params, replyContext) : copyInto(makers, custom)
      },
      catalogue,
      outcomes,
    })
  }

  /** Makes a function that only asks for the scopes, and answers `ok`. */
  function consentTo(
    api: 'wx.authorize' | 'RecorderManager.start',
    entry: Use['entry'],
    scopes: readonly ScopeName[],
  ) {
    const consent = consentFor({ entry, caller: api, api, scopesOf: () => scopes })
    return guardedApi({ api, consent, reply: () => ({}), catalogue, outcomes })
  }

  function checkedCall(api: GuardedApi) {
    const { scope, options } = catalogue.apiOf(api)
    const check = optionCheck(options)
    const use = useOf(api, 'call', api)
    return (params: unknown): Outcome | Promise<Outcome> => {
      const problem = check(params)
      if (problem === undefined) return use((params ?? {}) as Params)
      if (scope === null) return outcomes.badParameters(api, problem)
      const { state } = ledger.look(scope)
      return outcomes.badParameters(api, problem, { ...noScope, scope, before: state, after: state })
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
      const scopes = catalogue.isRetired(scope) ? [] : [scope]
      return consentTo(api, 'authorize', scopes)({ scope })
    },

    tapGetUserInfo() {
      observe({ type: 'called', api: 'button', params: undefined })
      return useOf('wx.getUserInfo', 'button', 'button')({})
    },

    startRecorder(params) {
      const api = 'RecorderManager.start'
      observe({ type: 'called', api, params })
      return consentTo(api, 'call', ['scope.record'])({})
    },

    getSetting: params => getSetting(settingsParts, params),
    openSetting: (visitor, params) => openSetting(settingsParts, visitor, params),
    stopRecord: params => stopRecord(settingsParts, params),
    visitSettings: visitor => visitSettings(settingsParts, visitor),
    layerApis: layers?.apis,
    states: ledger.states,
    arrange(events) {
      const arranged = ledger.recordAll({ scopes: events }, 'set')
      return isPending(arranged) ? arranged.then(({ changed }) => changed) : arranged.changed
    },
    arrangeAll: arrangement => ledger.recordAll(arrangement, 'set'),
    forgetAll: ledger.forgetAll,
  }
}
