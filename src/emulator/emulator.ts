import { isScopeName, scopeOf } from '../catalogue/index.ts'
import { checkParameters, sampleParameters } from '../catalogue/parameters.ts'
import { replies } from '../catalogue/replies.ts'
import { isFailure, type Seal } from '../catalogue/reply.ts'
import type { GuardedApi, ScopeName } from '../catalogue/scopes.ts'
import { bareName, type Ending, endings, errMsg } from '../catalogue/wording.ts'
import type { Attempt } from '../machine/decide.ts'
import type { Because, CallbackResult, Outcome } from '../machine/outcome.ts'
import type { ScopeEvent, ScopeState } from '../machine/state.ts'
import { type Asker, type Consent, consentDesk } from './consent.ts'
import type { Observe } from './events.ts'
import { type Change, ledger as ledgerOf } from './ledger.ts'
import type { MiniProgram, ProfileStore, Prompter, SettingsVisitor } from './ports.ts'
import { type CustomReply, keptReply, resultOf } from './replies.ts'
import { authSettingOf, settingsPage } from './settings.ts'
import { turnstile } from './turnstile.ts'

/** Everything that an emulator does not decide by itself. */
export interface EmulatorOptions {
  readonly app: MiniProgram
  readonly store: ProfileStore
  readonly prompter: Prompter
  readonly seal: Seal
  readonly now: () => Date
  readonly observe?: Observe
  /** Replies that win over the profile's and over the demo data. */
  readonly replies?: Readonly<Partial<Record<GuardedApi, CustomReply>>>
}

type Options = Readonly<Record<string, unknown>>

/** The settings page was closed; `missing` are the switches that were to be moved and are not on it. */
export interface SettingsOutcome extends Outcome {
  readonly missing: readonly ScopeName[]
}

export interface Emulator {
  /** A guarded API, or the component `camera`. Without params, a sample that passes. */
  call(api: GuardedApi, params?: unknown): Promise<Outcome>
  authorize(params: unknown): Promise<Outcome>
  getSetting(): Outcome
  openSetting(visitor: SettingsVisitor): Promise<SettingsOutcome>
  /** `<button open-type="getUserInfo"/>` was tapped; the outcome's result is the event's `detail`. */
  tapGetUserInfo(): Promise<Outcome>
  /** Every scope with its state, in the guide's order. */
  states(): readonly (readonly [ScopeName, ScopeState])[]
  /** Moves scopes without asking anybody: `arranged` by `set`, `forgotten` by `reset`. */
  arrange(events: readonly (readonly [ScopeName, ScopeEvent])[]): Promise<readonly Change[]>
}

export function createEmulator(options: EmulatorOptions): Emulator {
  const { app, store, prompter, seal, now, observe = () => undefined } = options
  const who = { appid: app.appid, name: app.name }
  const ledger = ledgerOf(app, store, now, observe)
  const queue = turnstile()
  const consent = consentDesk({ ledger, prompter, observe, queue })

  function settled<O extends Outcome>(outcome: O): O {
    observe({ type: 'settled', outcome })
    return outcome
  }

  /** Asks for the scope where it must, then answers for the API: `reply` runs only when it is allowed. */
  async function guarded(
    api: string,
    attempt: Attempt,
    caller: Asker['caller'],
    reply: () => CallbackResult | Promise<CallbackResult>,
  ): Promise<Outcome> {
    const { because, ...passage } = await consent(attempt, { app: who, caller })
    if (because === 'unanswered') return settled({ api, callback: null, result: null, ...passage, because })
    if (because !== 'allowed') {
      return settled({ api, callback: 'fail', result: refusal(api, because), ...passage, because })
    }
    const result = await reply()
    return isFailure(result)
      ? settled({ api, callback: 'fail', result, ...passage, because: 'reply-failed' })
      : settled({ api, callback: 'success', result, ...passage, because })
  }

  /** The parameters are at fault: no popup, whatever the state. */
  function refused(api: string, because: Because, ending: string, scope: ScopeName | null): Outcome {
    const state = scope === null ? null : ledger.state(scope)
    const result = { errMsg: errMsg(bareName(api), ending) }
    return settled({
      api,
      callback: 'fail',
      result,
      scope,
      before: state,
      after: state,
      popup: null,
      because,
    })
  }

  async function replyOf(api: GuardedApi, params: Options): Promise<CallbackResult> {
    const custom = options.replies?.[api] ?? keptReply(ledger.replies(), api)
    return resultOf(api, custom ?? (await replies[api]({ params, appid: app.appid, now: now(), seal })))
  }

  return {
    async call(api, params) {
      observe({ type: 'called', api, params })
      const scope = scopeOf(api)
      const problem = params === undefined ? undefined : checkParameters(api, params)
      if (problem !== undefined) return refused(api, 'bad-parameters', problem, scope)
      const given = (params ?? sampleParameters(api)) as Options
      const attempt: Attempt = { entry: 'call', scope, purpose: app.purposes[scope] }
      return guarded(api, attempt, api, () => replyOf(api, given))
    },

    // "The developer can use wx.authorize to initiate the authorization request to the user in advance before
    // calling the API to authorize."
    async authorize(params) {
      const api = 'wx.authorize'
      observe({ type: 'called', api, params })
      const problem = checkParameters(api, params)
      if (problem !== undefined) return refused(api, 'bad-parameters', problem, null)
      const { scope } = params as { readonly scope: string }
      if (!isScopeName(scope)) return refused(api, 'invalid-scope', endings['invalid-scope'], null)
      const attempt: Attempt = { entry: 'authorize', scope, purpose: app.purposes[scope] }
      return guarded(api, attempt, api, () => resultOf(api, {}))
    },

    getSetting() {
      const api = 'wx.getSetting'
      observe({ type: 'called', api, params: undefined })
      return settled(unguarded(api, { authSetting: authSettingOf(ledger) }))
    },

    // "The developer can call wx.openSetting to open Settings, and guide the user to enable authorization."
    openSetting(visitor) {
      const api = 'wx.openSetting'
      observe({ type: 'called', api, params: undefined })
      return queue(async () => {
        const visit = await visitor.visit(settingsPage(who, ledger))
        if ('unanswered' in visit) {
          observe({ type: 'unanswered', caller: api, scope: undefined, why: visit.unanswered })
          const nobody = { callback: null, result: null, popup: 'unanswered', because: 'unanswered' } as const
          return settled({ ...unguarded(api, {}), ...nobody, ...visit, missing: [] })
        }
        return settled({ ...unguarded(api, { authSetting: authSettingOf(ledger) }), missing: visit.missing })
      })
    },

    async tapGetUserInfo() {
      const api = 'wx.getUserInfo'
      observe({ type: 'called', api: 'button', params: undefined })
      const attempt: Attempt = { entry: 'button', scope: 'scope.userInfo', purpose: undefined }
      return guarded(api, attempt, 'button', () => replyOf(api, {}))
    },

    states: ledger.states,
    arrange: events => ledger.recordAll(events, 'set'),
  }
}

function refusal(
  api: string,
  because: Exclude<Consent['because'], 'allowed' | 'unanswered'>,
): CallbackResult {
  const ending: Ending = because === 'rejected-now' ? 'rejected' : because
  return { errMsg: errMsg(bareName(api), endings[ending]) }
}

/** The success of an API that no scope guards. */
function unguarded(api: string, payload: Options): Outcome {
  const free = { scope: null, before: null, after: null, popup: null } as const
  return { api, callback: 'success', result: resultOf(api, payload), ...free, because: 'allowed' }
}
