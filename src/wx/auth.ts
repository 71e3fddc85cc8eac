import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ScopeName } from '../catalogue/names.ts'
import type { SettingsVisitor } from '../emulator/ports.ts'
import { WxauthError } from '../faults.ts'
import type { Outcome } from '../machine/outcome.ts'
import type { ScopeEvent, ScopeState } from '../machine/state.ts'
import type { Language } from '../messages/language-names.ts'
import { type Answerer, type Answers, type SettingChanges, visitorWith } from '../session/answers.ts'
import { checkedScope, checkedState, checkKind, checkObject, checkText } from '../session/checks.ts'
import type { LazyEmulator } from '../session/lazy-emulator.ts'
import type { Log } from '../session/log.ts'
import { unansweredFault } from '../session/unanswered.ts'
import type { UnderWay } from '../session/under-way.ts'
import { nearest } from '../text/nearest.ts'
import type { CallbacksOrPromise } from './callbacks-or-promise.ts'
import type { Camera } from './camera.ts'
import type { Replies } from './replies.ts'
import type { Auth, GetUserInfoDetail, OpenSettingDetail } from './types/index.ts'

interface Parts {
  readonly catalogue: Catalogue
  readonly lazyEmulator: LazyEmulator
  readonly callbacksOrPromise: CallbacksOrPromise
  readonly underWay: UnderWay
  readonly answers: Answers
  readonly replies: Replies
  readonly camera: Camera
  readonly log: Log
  readonly report: (error: unknown) => void
  readonly language: Language
  /** Whether refusals carry the stack of their call. */
  readonly trace: { on: boolean }
}

const openTypes = ['getUserInfo', 'openSetting'] as const

/** `auth`, which plays the user and arranges the test. */
export function createAuth(parts: Parts): Auth {
  const { catalogue, lazyEmulator, callbacksOrPromise, underWay } = parts
  const { answers, replies, camera, log, trace, report, language } = parts
  const { use } = lazyEmulator

  function answer(...args: AnswerArguments): void {
    const [first, second] = args
    // A scope alone lacks its answer: `queue` reports that.
    if (args.length === 1 && !isScopeOrPage(first)) answers.queue(null, first)
    else answers.queue(first as ScopeName, second)
  }

  function isScopeOrPage(word: unknown): boolean {
    return catalogue.isScopeName(word) || word === 'wx.openSetting'
  }

  /** The `detail` of the button's event. @throws WxauthError ERR_UNANSWERED, as without an answer there is no event */
  function detailOf<D>(outcome: Outcome, origin: Error): D {
    const fault = unansweredFault(outcome, origin)
    if (fault !== undefined) throw fault
    return outcome.result as D
  }

  async function tapGetUserInfo(origin: Error): Promise<GetUserInfoDetail> {
    return detailOf(await use(emulator => emulator.tapGetUserInfo()), origin)
  }

  async function tapOpenSetting(visitor: SettingsVisitor, origin: Error): Promise<OpenSettingDetail> {
    const outcome = await use(emulator => emulator.openSetting(visitor))
    checkMissing(outcome.missing)
    return detailOf(outcome, origin)
  }

  function tap(openType: unknown, changes?: SettingChanges): Promise<unknown> {
    if (openType === 'getUserInfo') return callbacksOrPromise.work(tapGetUserInfo)
    if (openType === 'openSetting') {
      const visitor = changes === undefined ? answers : visitorWith(catalogue, changes)
      return callbacksOrPromise.work(origin => tapOpenSetting(visitor, origin))
    }
    checkText({ what: 'open-type' }, 'open-type', openType)
    const near = nearest(openType, openTypes)
    throw new WxauthError('ERR_UNKNOWN_OPEN_TYPE', { openType, near })
  }

  function eventsFrom(first: unknown, second: unknown): readonly (readonly [ScopeName, ScopeEvent])[] {
    if (typeof first === 'string') return eventsFor(first, second)
    checkObject({ what: 'states' }, 'states', first)
    // `undefined` leaves the scope as it is.
    return Object.entries(first).flatMap(([word, state]) =>
      state === undefined ? [] : eventsFor(word, state),
    )
  }

  function eventsFor(word: string, value: unknown): readonly (readonly [ScopeName, ScopeEvent])[] {
    const state = checkedState(value)
    const scopes = word === 'all' ? catalogue.scopeNames : [checkedScope(catalogue, word)]
    return scopes.map(scope => [scope, { type: 'arranged', state }])
  }

  async function arrange(events: readonly (readonly [ScopeName, ScopeEvent])[]): Promise<void> {
    await lazyEmulator.arrange(emulator => emulator.arrange(events))
  }

  function checkCamera(component: unknown): void {
    checkKind({ what: 'component' }, 'camera', component, component === 'camera')
  }

  return {
    answer,
    unused: answers.unused,
    unanswered: log.unanswered,
    discard: answers.discard,
    set: (...[first, second]: readonly [unknown, unknown?]) => arrange(eventsFrom(first, second)),
    reset: (...words) => {
      // `reset()` forgets all scopes, `reset([])` none.
      const scopes = words.length === 0 ? catalogue.scopeNames : words.flat()
      return arrange(scopes.map(scope => [checkedScope(catalogue, scope), { type: 'forgotten' }]))
    },
    states() {
      const states = lazyEmulator.look(emulator => emulator.states())
      return Object.freeze(Object.fromEntries(states) as Record<ScopeName, ScopeState>)
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
      callbacksOrPromise.work(async () => {
        const visit = await use(emulator => emulator.visitSettings(visitorWith(catalogue, changes)))
        if ('unanswered' in visit) return {}
        checkMissing(visit.missing)
        return visit.authSetting
      }),
    reply: replies.set,
    throwUncaught: report,
    language,
    get events() {
      return log.events()
    },
    idle: underWay.idle,
    get traces() {
      return trace.on
    },
    set traces(on) {
      checkKind('traces', 'boolean', on, typeof on === 'boolean')
      trace.on = on
    },
  }
}

type AnswerArguments =
  | [answer: Answerer]
  | [scope: ScopeName, answer: Answerer]
  | [page: 'wx.openSetting', changes: SettingChanges]

function checkMissing(scopes: readonly ScopeName[]): void {
  if (scopes.length > 0) throw new WxauthError('ERR_MISSING_SWITCH', { scopes })
}
