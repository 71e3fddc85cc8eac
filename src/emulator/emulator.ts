import { guardedApis, isScopeName, scopeOf } from '../catalogue/index.ts'
import { checkParameters, sampleParameters } from '../catalogue/parameters.ts'
import { replies } from '../catalogue/replies.ts'
import { isFailure, type Seal } from '../catalogue/reply.ts'
import type { GuardedApi, ScopeName } from '../catalogue/scopes.ts'
import { bareName, type Ending, endings, errMsg } from '../catalogue/wording.ts'
import type { Attempt } from '../machine/decide.ts'
import type { Because, CallbackResult, Outcome } from '../machine/outcome.ts'
import type { ScopeEvent, ScopeState } from '../machine/state.ts'
import { type Consent, consentDesk } from './consent.ts'
import type { Observe } from './events.ts'
import { type Change, ledger as ledgerOf } from './ledger.ts'
import type { MiniProgram, ProfileStore, Prompter, Question, SettingsVisitor, Unanswered } from './ports.ts'
import { type CustomReply, demoResult, keptReply, okOf, resultOf } from './replies.ts'
import { type AuthSetting, authSettingOf, settingsPage } from './settings.ts'
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

/** What an API answers once it is allowed; handed on with its parameters, so that no call makes a function. */
type MakeReply = (api: string, params: Options) => CallbackResult | Promise<CallbackResult>

/** The settings page was closed; `missing` are the switches that were to be moved and are not on it. */
export interface SettingsOutcome extends Outcome {
  readonly missing: readonly ScopeName[]
}

/** What came of a visit to the settings page that no API led to. */
type SettingsVisit =
  | { readonly authSetting: AuthSetting; readonly missing: readonly ScopeName[] }
  | Unanswered

export interface Emulator {
  /** A guarded API, or the component `camera`. Without params, a sample that passes. */
  call(api: GuardedApi, params?: unknown): Promise<Outcome>
  /** The same, and at once where nobody has to be asked and nothing is sealed. @throws what `call` rejects with */
  enter(api: GuardedApi, params?: unknown): Outcome | Promise<Outcome>
  authorize(params: unknown): Promise<Outcome>
  getSetting(params?: unknown): Outcome
  openSetting(visitor: SettingsVisitor, params?: unknown): Promise<SettingsOutcome>
  /** The user opens the same page by hand: no API is called. */
  visitSettings(visitor: SettingsVisitor): Promise<SettingsVisit>
  /** `<button open-type="getUserInfo"/>` was tapped; the outcome's result is the event's `detail`. */
  tapGetUserInfo(): Promise<Outcome>
  /** `RecorderManager.start`, which the Scope List knew as wx.startRecord. */
  startRecorder(params?: unknown): Promise<Outcome>
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
  const attempts: ReadonlyMap<GuardedApi, Attempt> = new Map(
    guardedApis.map(api => [
      api,
      { entry: 'call', scope: scopeOf(api), purpose: app.purposes[scopeOf(api)] },
    ]),
  )
  const consent = consentDesk({ app: who, ledger, prompter, observe, queue })

  function settled<O extends Outcome>(outcome: O): O {
    observe({ type: 'settled', outcome })
    return outcome
  }

  /** Asks for the scope where it must, then answers for the API: `reply` runs only when it is allowed. */
  function guarded(
    api: string,
    attempt: Attempt,
    caller: Question['caller'],
    reply: MakeReply,
    params: Options,
  ): Outcome | Promise<Outcome> {
    // No await where nothing is waited for: it would cost a decided call more than everything else it does.
    const passage = consent(attempt, caller)
    return isPending(passage) ? afterPopup(api, passage, reply, params) : passed(api, passage, reply, params)
  }

  async function afterPopup(
    api: string,
    passage: Promise<Consent>,
    reply: MakeReply,
    params: Options,
  ): Promise<Outcome> {
    return passed(api, await passage, reply, params)
  }

  function passed(
    api: string,
    passage: Consent,
    reply: MakeReply,
    params: Options,
  ): Outcome | Promise<Outcome> {
    const { because } = passage
    if (because === 'unanswered')
      return settled({ ...outcomeOf(api, passage, null, null, because), ...why(passage) })
    if (because !== 'allowed') return settled(outcomeOf(api, passage, 'fail', refusal(api, because), because))
    const result = reply(api, params)
    return isPending(result)
      ? result.then(then => replied(api, passage, then))
      : replied(api, passage, result)
  }

  function replied(api: string, passage: Consent, result: CallbackResult): Outcome {
    return isFailure(result)
      ? settled(outcomeOf(api, passage, 'fail', result, 'reply-failed'))
      : settled(outcomeOf(api, passage, 'success', result, 'allowed'))
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

  function settingsFor(params: unknown): Options {
    const { withSubscriptions } = (params ?? {}) as Options
    const authSetting = authSettingOf(ledger)
    // Nobody here ever ticked "always keep" for a message, so no template is listed.
    return withSubscriptions === true
      ? { authSetting, subscriptionsSetting: { mainSwitch: true, itemSettings: {} } }
      : { authSetting }
  }

  function replyOf(api: GuardedApi, params: Options): CallbackResult | Promise<CallbackResult> {
    const custom = options.replies?.[api] ?? keptReply(ledger.replies(), api)
    if (custom !== undefined) return resultOf(api, custom)
    const payload = replies[api]({ params, appid: app.appid, now, ok: okOf(api), seal })
    return isPending(payload) ? payload.then(answer => demoResult(api, answer)) : demoResult(api, payload)
  }

  function enter(api: GuardedApi, params?: unknown): Outcome | Promise<Outcome> {
    observe({ type: 'called', api, params })
    const attempt = attempts.get(api) as Attempt
    const problem = params === undefined ? undefined : checkParameters(api, params)
    if (problem !== undefined) return refused(api, 'bad-parameters', problem, attempt.scope)
    const given = (params ?? sampleParameters(api)) as Options
    return guarded(api, attempt, api, replyOf as MakeReply, given)
  }

  return {
    enter,
    call: async (api, params) => enter(api, params),

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
      return guarded(api, attempt, api, resultOf, {})
    },

    getSetting(params) {
      const api = 'wx.getSetting'
      observe({ type: 'called', api, params })
      const problem = checkParameters(api, params)
      if (problem !== undefined) return refused(api, 'bad-parameters', problem, null)
      return settled(unguarded(api, settingsFor(params)))
    },

    // "The developer can call wx.openSetting to open Settings, and guide the user to enable authorization."
    async openSetting(visitor, params) {
      const api = 'wx.openSetting'
      observe({ type: 'called', api, params })
      const problem = checkParameters(api, params)
      if (problem !== undefined) return { ...refused(api, 'bad-parameters', problem, null), missing: [] }
      return queue(async () => {
        const visit = await visitor.visit(settingsPage(who, ledger))
        if ('unanswered' in visit) {
          observe({ type: 'unanswered', caller: api, scope: undefined, why: visit.unanswered })
          const nobody = { callback: null, result: null, popup: 'unanswered', because: 'unanswered' } as const
          return settled({ ...unguarded(api, {}), ...nobody, ...visit, missing: [] })
        }
        return settled({ ...unguarded(api, settingsFor(params)), missing: visit.missing })
      })
    },

    visitSettings: visitor =>
      queue(async () => {
        const visit = await visitor.visit(settingsPage(who, ledger))
        return 'unanswered' in visit ? visit : { ...visit, authSetting: authSettingOf(ledger) }
      }),

    async tapGetUserInfo() {
      const api = 'wx.getUserInfo'
      observe({ type: 'called', api: 'button', params: undefined })
      const attempt: Attempt = { entry: 'button', scope: 'scope.userInfo', purpose: undefined }
      return guarded(api, attempt, 'button', replyOf as MakeReply, {})
    },

    async startRecorder(params) {
      const api = 'RecorderManager.start'
      observe({ type: 'called', api, params })
      const attempt: Attempt = { entry: 'call', scope: 'scope.record', purpose: undefined }
      return guarded(api, attempt, api, resultOf, {})
    },

    states: ledger.states,
    arrange: events => ledger.recordAll(events, 'set'),
  }
}

// Spelt out, as is what calls it: copying objects into each other is what a decided call would spend its time with.
function outcomeOf(
  api: string,
  { scope, before, after, popup }: Consent,
  callback: Outcome['callback'],
  result: Outcome['result'],
  because: Because,
): Outcome {
  return { api, callback, result, scope, before, after, popup, because }
}

function why({ unanswered }: Consent): Pick<Outcome, 'unanswered'> {
  return unanswered === undefined ? {} : { unanswered }
}

function refusal(
  api: string,
  because: Exclude<Consent['because'], 'allowed' | 'unanswered'>,
): CallbackResult {
  const ending: Ending = because === 'rejected-now' ? 'rejected' : because
  return { errMsg: textOf(api, ending) }
}

const texts = new Map<Ending, Map<string, string>>()

/** `getLocation:fail auth deny`, put together once. */
function textOf(api: string, ending: Ending): string {
  const ofEnding = texts.get(ending) ?? new Map<string, string>()
  const known = ofEnding.get(api)
  if (known !== undefined) return known
  const text = errMsg(bareName(api), endings[ending])
  texts.set(ending, ofEnding.set(api, text))
  return text
}

function isPending<T extends object>(value: T | Promise<T>): value is Promise<T> {
  return value instanceof Promise
}

/** The success of an API that no scope guards. */
function unguarded(api: string, payload: Options): Outcome {
  const free = { scope: null, before: null, after: null, popup: null } as const
  return { api, callback: 'success', result: resultOf(api, payload), ...free, because: 'allowed' }
}
