import { isScopeName, nearest, scopeNames } from '../catalogue/look-ups.ts'
import type { GuardedApi, ScopeName } from '../catalogue/names.ts'
import type { SettingsVisitor } from '../emulator/ports.ts'
import type { Outcome } from '../machine/outcome.ts'
import type { ScopeEvent, ScopeState } from '../machine/state.ts'
import { type Answers, visitorWith } from '../session/answers.ts'
import type { Backing } from '../session/lazy-emulator.ts'
import type { Log } from '../session/log.ts'
import { unansweredFault } from '../session/unanswered.ts'
import {
  checkCamera,
  checkedApi,
  checkedReply,
  checkedScope,
  checkedState,
  checkedStates,
} from './arguments.ts'
import type { Convention } from './callbacks-or-promise.ts'
import type { Camera } from './camera.ts'
import { libraryFault } from './library-fault.ts'
import type {
  Answerer,
  Auth,
  CustomReply,
  GetUserInfoDetail,
  OpenSettingDetail,
  SettingChanges,
} from './types/index.ts'

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
    const [first, second] = given
    // A scope alone lacks its answer: it is none itself.
    if (given.length === 1 && !isScopeOrPage(first)) answers.queue(null, first as Answerer)
    else answers.queue(first as ScopeName, second as Answerer)
  }

  /** What the button's event carries; a popup that nobody answered is no event. */
  async function detail<D>(outcome: Outcome | Promise<Outcome>, origin: Error): Promise<D> {
    const settled = await outcome
    const fault = unansweredFault(settled, origin)
    if (fault !== undefined) throw fault
    return settled.result as D
  }

  async function tapOpenSetting(visitor: SettingsVisitor, origin: Error): Promise<OpenSettingDetail> {
    const outcome = await backing.use(emulator => emulator.openSetting(visitor))
    checkMissing(outcome.missing)
    return detail(outcome, origin)
  }

  function tap(openType: string, changes?: SettingChanges): Promise<unknown> {
    if (openType === 'getUserInfo') {
      return underWay(origin =>
        detail<GetUserInfoDetail>(
          backing.use(emulator => emulator.tapGetUserInfo()),
          origin,
        ),
      )
    }
    if (openType === 'openSetting') {
      return underWay(origin =>
        tapOpenSetting(changes === undefined ? answers : visitorWith(changes), origin),
      )
    }
    const given = String(openType)
    const near = nearest(given, ['getUserInfo', 'openSetting'])
    throw libraryFault('ERR_UNKNOWN_OPEN_TYPE', { openType: given, near })
  }

  async function arrange(events: readonly (readonly [ScopeName, ScopeEvent])[]): Promise<void> {
    await backing.arrange(emulator => emulator.arrange(events))
  }

  return {
    answer,
    unused: answers.unused,
    unanswered: log.unanswered,
    discard: answers.discard,
    set: (...given: Parameters<Auth['set']> | readonly [ScopeName | 'all', ScopeState]) =>
      arrange(arranged(given)),
    reset: (...given) => {
      // A list of them means the same, and an empty one nothing.
      const scopes = given.length === 0 ? scopeNames : given.flat()
      return arrange(scopes.map(scope => [checkedScope(scope), forgotten]))
    },
    states: async () => {
      const states = await backing.use(emulator => emulator.states())
      return Object.fromEntries(states) as Record<ScopeName, ScopeState>
    },
    tap: tap as Auth['tap'],
    mount(component) {
      checkCamera(component)
      return camera.mount()
    },
    unmount(component) {
      checkCamera(component)
      camera.unmount()
    },
    openSettingPage: (changes = {}) =>
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

function isScopeOrPage(word: unknown): boolean {
  return typeof word === 'string' && (isScopeName(word) || word === 'wx.openSetting')
}

const forgotten: ScopeEvent = { type: 'forgotten' }

function arranged(given: readonly unknown[]): readonly (readonly [ScopeName, ScopeEvent])[] {
  const [first, second] = given
  const pairs = typeof first === 'string' ? [[first, second] as const] : Object.entries(checkedStates(first))
  return pairs.flatMap(([word, given]) => {
    // A key without a state says nothing.
    if (given === undefined && typeof first !== 'string') return []
    const state = checkedState(given)
    const scopes = word === 'all' ? scopeNames : [checkedScope(word)]
    return scopes.map(scope => [scope, { type: 'arranged', state }] as const)
  })
}

function checkMissing(scopes: readonly ScopeName[]): void {
  if (scopes.length > 0) throw libraryFault('ERR_MISSING_SWITCH', { scopes })
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
    const known = checkedApi(api)
    if (reply === undefined) delete by[known]
    else by[known] = checkedReply(known, reply)
  }
  for (const [api, reply] of Object.entries(given)) set(api, reply)
  return { by, set }
}
