import { guardedApis, isScopeName, scopeNames, scopeOf } from '../catalogue/look-ups.ts'
import { parameterCheck, sampleParameters } from '../catalogue/parameters.ts'
import { replies } from '../catalogue/replies.ts'
import type { Params, ReplyContext, Seal } from '../catalogue/reply.ts'
import type { GuardedApi, ScopeName } from '../catalogue/scopes.ts'
import { errMsgsOf } from '../catalogue/wording.ts'
import { copyOf } from '../json/copy.ts'
import type { Attempt } from '../machine/decide.ts'
import type { Outcome } from '../machine/outcome.ts'
import type { ScopeEvent, ScopeState } from '../machine/state.ts'
import { consentDesk } from './consent.ts'
import type { Observe } from './events.ts'
import { guardedUse, type MakeResult } from './guarded-api.ts'
import { type Change, ledger as ledgerOf } from './ledger.ts'
import { turnstile } from './one-at-a-time.ts'
import { calls as callsOf } from './outcomes.ts'
import { isPending } from './pending.ts'
import type { MiniProgram, ProfileStore, Prompter, Question } from './ports.ts'
import { type CustomReply, demoResult, keptReply, resultOf } from './replies.ts'
import { type SettingsApis, settingsApis } from './settings-apis.ts'

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

/** A guarded API, or the component `camera`. Without params, a sample that passes. */
type GuardedCall = (params?: unknown) => Outcome | Promise<Outcome>

export interface Emulator extends SettingsApis {
  /** All that a scope guards; answers at once where nobody has to be asked and nothing is sealed. */
  readonly guarded: Readonly<Record<GuardedApi, GuardedCall>>
  /** The same as a promise, whatever it takes. */
  call(api: GuardedApi, params?: unknown): Promise<Outcome>
  authorize(params: unknown): Promise<Outcome>
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
  const { store, prompter, seal, now, observe = () => undefined } = options
  const { appid, name, purposes } = options.app
  const app = { appid, name }
  const ledger = ledgerOf(app, store, now, observe)
  const queue = turnstile()
  const calls = callsOf(observe)
  const consent = consentDesk({ app, ledger, prompter, observe, queue })

  type Use = Pick<Attempt, 'entry' | 'scope'> & Pick<Question, 'caller'> & { readonly reply: MakeResult }

  function use(api: string, { entry, scope, caller, reply }: Use) {
    const passage = consent({ entry, scope, purpose: purposes[scope] }, caller)
    return guardedUse({ api, passage, reply, calls })
  }

  function replyOf(api: GuardedApi): MakeResult {
    const context: ReplyContext = { appid, now, ok: errMsgsOf(api).ok, seal }
    const reply = replies[api]
    return params => {
      const custom = options.replies?.[api] ?? keptReply(ledger.replies(), api)
      if (custom !== undefined) return resultOf(api, copyOf(custom))
      const payload = reply(params, context)
      return isPending(payload) ? payload.then(answer => demoResult(api, answer)) : demoResult(api, payload)
    }
  }

  function guardedCall(api: GuardedApi): GuardedCall {
    const scope = scopeOf(api)
    const problemWith = parameterCheck(api)
    const sample = sampleParameters(api)
    const answer = use(api, { entry: 'call', scope, caller: api, reply: replyOf(api) })
    return params => {
      observe({ type: 'called', api, params })
      if (params === undefined) return answer(sample)
      const problem = problemWith(params)
      return problem === undefined
        ? answer(params as Params)
        : calls.badParameters(api, problem, [scope, ledger.state(scope)])
    }
  }

  function inAdvance(scope: ScopeName) {
    const api = 'wx.authorize'
    return use(api, { entry: 'authorize', scope, caller: api, reply: () => resultOf(api, {}) })
  }

  const guarded = Object.fromEntries(guardedApis.map(api => [api, guardedCall(api)])) as Emulator['guarded']
  const authorizations = new Map(scopeNames.map(scope => [scope, inAdvance(scope)]))
  const tapped = use('wx.getUserInfo', {
    entry: 'button',
    scope: 'scope.userInfo',
    caller: 'button',
    reply: replyOf('wx.getUserInfo'),
  })
  const recorder = 'RecorderManager.start'
  const recorded = use(recorder, {
    entry: 'call',
    scope: 'scope.record',
    caller: recorder,
    reply: () => resultOf(recorder, {}),
  })

  return {
    guarded,
    call: async (api, params) => guarded[api](params),

    // "The developer can use wx.authorize to initiate the authorization request to the user in advance before
    // calling the API to authorize."
    async authorize(params) {
      const api = 'wx.authorize'
      const bad = calls.called(api, params)
      if (bad !== undefined) return bad
      const { scope } = params as { readonly scope: string }
      const answer = isScopeName(scope) ? authorizations.get(scope) : undefined
      return answer === undefined ? calls.invalidScope(api) : answer({})
    },

    async tapGetUserInfo() {
      observe({ type: 'called', api: 'button', params: undefined })
      return tapped({})
    },

    async startRecorder(params) {
      observe({ type: 'called', api: recorder, params })
      return recorded({})
    },

    ...settingsApis({ app, ledger, queue, observe, calls }),
    states: ledger.states,
    arrange: events => ledger.recordAll(events, 'set'),
  }
}
