import { guardedApi, guardedApis, nearest, scopeNames } from '../catalogue/index.ts'
import type { GuardedApi, ScopeName } from '../catalogue/scopes.ts'
import type { SettingsVisitor } from '../emulator/ports.ts'
import { WxauthError } from '../faults.ts'
import type { Outcome } from '../machine/outcome.ts'
import { type ScopeEvent, type ScopeState, scopeStates } from '../machine/state.ts'
import { type Answers, checkedScope, visitorWith } from './answers.ts'
import type { Backing } from './backing.ts'
import type { Camera } from './camera.ts'
import type { Convention } from './convention.ts'
import type { Log } from './log.ts'
import type {
  Answerer,
  Auth,
  CustomReply,
  GetUserInfoDetail,
  OpenSettingDetail,
  SettingChanges,
} from './types/index.ts'
import { unansweredFault } from './unanswered.ts'

interface Parts {
  readonly backing: Backing
  readonly convention: Convention
  readonly answers: Answers
  readonly replies: Replies
  readonly camera: Camera
  readonly log: Log
  readonly trace: { on: boolean }
}

/** The user's hand, and the test's. */
export function handOf({ backing, convention, answers, replies, camera, log, trace }: Parts): Auth {
  const { underWay } = convention

  function answer(...given: Answered): void {
    const [of, answer] = given.length === 1 ? [null, given[0]] : given
    answers.queue(of, answer)
  }

  /** What the button's event carries; a popup that nobody answered is no event. */
  async function detail<D>(outcome: Outcome | Promise<Outcome>): Promise<D> {
    const settled = await outcome
    const fault = unansweredFault(settled)
    if (fault !== undefined) throw fault
    return settled.result as D
  }

  async function tapOpenSetting(visitor: SettingsVisitor): Promise<OpenSettingDetail> {
    const outcome = await backing.use(emulator => emulator.openSetting(visitor))
    checkMissing(outcome.missing)
    return detail(outcome)
  }

  function tap(openType: string, changes?: SettingChanges): Promise<unknown> {
    if (openType === 'getUserInfo') {
      return underWay(() => detail<GetUserInfoDetail>(backing.use(emulator => emulator.tapGetUserInfo())))
    }
    if (openType === 'openSetting') {
      return underWay(() => tapOpenSetting(changes === undefined ? answers : visitorWith(changes)))
    }
    const near = nearest(openType, ['getUserInfo', 'openSetting'])
    throw new WxauthError('ERR_UNKNOWN_OPEN_TYPE', { openType, near })
  }

  async function arrange(events: readonly (readonly [ScopeName, ScopeEvent])[]): Promise<void> {
    await backing.arrange(emulator => emulator.arrange(events))
  }

  return {
    answer,
    unused: answers.unused,
    discard: answers.discard,
    set: (...given: Parameters<Auth['set']> | readonly [ScopeName, ScopeState]) => arrange(arranged(given)),
    reset: (...scopes) =>
      arrange((scopes.length === 0 ? scopeNames : scopes).map(scope => [checkedScope(scope), forgotten])),
    states: async () => {
      const states = await backing.use(emulator => emulator.states())
      return Object.fromEntries(states) as Record<ScopeName, ScopeState>
    },
    tap: tap as Auth['tap'],
    mount: () => camera.mount(),
    unmount: () => camera.unmount(),
    openSettingPage: changes =>
      underWay(async () => {
        const visit = await backing.use(emulator => emulator.visitSettings(visitorWith(changes)))
        if ('unanswered' in visit) return {}
        checkMissing(visit.missing)
        return visit.authSetting
      }),
    reply: replies.set,
    get events() {
      return log.events()
    },
    idle: convention.idle,
    get traces() {
      return trace.on
    },
    set traces(on) {
      trace.on = on
    },
  }
}

type Answered =
  | [answer: Answerer]
  | [scope: ScopeName, answer: Answerer]
  | [page: 'wx.openSetting', changes: SettingChanges]

const forgotten: ScopeEvent = { type: 'forgotten' }

function arranged(given: readonly unknown[]): readonly (readonly [ScopeName, ScopeEvent])[] {
  const [first, second] = given
  const pairs = typeof first === 'string' ? [[first, second] as const] : Object.entries(Object(first))
  return pairs.map(([scope, state]) => [
    checkedScope(scope),
    { type: 'arranged', state: checkedState(state) },
  ])
}

function checkedState(state: unknown): ScopeState {
  const found = scopeStates.find(word => word === state)
  if (found !== undefined) return found
  throw new WxauthError('ERR_UNKNOWN_STATE', {
    state: String(state),
    near: nearest(String(state), scopeStates),
  })
}

function checkMissing(scopes: readonly ScopeName[]): void {
  if (scopes.length > 0) throw new WxauthError('ERR_MISSING_SWITCH', { scopes })
}

/** What APIs answer instead of the demo data; the emulator looks it up at each call. */
export interface Replies {
  readonly by: Readonly<Partial<Record<GuardedApi, CustomReply>>>
  /** @throws WxauthError ERR_UNKNOWN_API */
  set(api: string, reply: CustomReply | undefined): void
}

/** @throws WxauthError ERR_UNKNOWN_API */
export function repliesWith(given: Readonly<Record<string, CustomReply | undefined>> = {}): Replies {
  const by: Partial<Record<GuardedApi, CustomReply>> = {}
  function set(api: string, reply: CustomReply | undefined): void {
    const known = guardedApi(api)
    if (known === undefined)
      throw new WxauthError('ERR_UNKNOWN_API', { api, near: nearest(api, guardedApis) })
    if (reply === undefined) delete by[known]
    else by[known] = reply
  }
  for (const [api, reply] of Object.entries(given)) set(api, reply)
  return { by, set }
}
