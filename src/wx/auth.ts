import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ScopeName } from '../catalogue/names.ts'
import type { Emulator, EmulatorOptions } from '../emulator/emulator.ts'
import { explain } from '../emulator/explain.ts'
import type { SettingsVisitor } from '../emulator/ports.ts'
import { WxauthError } from '../faults.ts'
import type { Arranged } from '../machine/arrangement.ts'
import type { Outcome } from '../machine/outcome.ts'
import type { ScopeState } from '../machine/state.ts'
import type { Language } from '../messages/language-names.ts'
import { type Answerer, type Answers, type SettingChanges, visitorWith } from '../session/answers.ts'
import { checkedApi, checkedScope, checkKind, checkObject, checkText } from '../session/checks.ts'
import type { LazyEmulator } from '../session/lazy-emulator.ts'
import type { Log } from '../session/log.ts'
import { unansweredFault } from '../session/unanswered.ts'
import type { UnderWay } from '../session/under-way.ts'
import { nearest } from '../text/nearest.ts'
import { arrangementOf } from './arrangement.ts'
import type { CallbacksOrPromise } from './callbacks-or-promise.ts'
import type { Camera } from './camera.ts'
import { missingSwitch } from './missing-switch.ts'
import type { Replies } from './replies.ts'
import type { Today } from './today/today.ts'
import type {
  Auth,
  GetUserInfoDetail,
  LayerStates,
  OpenSettingDetail,
  TodayComponent,
} from './types/index.ts'

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
  readonly today: Today | undefined
  readonly theOptions: () => EmulatorOptions
}

const openTypes = ['getUserInfo', 'openSetting'] as const
const agree = 'agreePrivacyAuthorization'

/** `auth`, which plays the user and arranges the test. */
export function createAuth(parts: Parts): Auth {
  const { catalogue, lazyEmulator, callbacksOrPromise, underWay } = parts
  const { answers, replies, camera, log, trace, report, language, today, theOptions } = parts
  const { use } = lazyEmulator

  function answer(...args: AnswerArguments): void {
    const [first, second] = args
    // A name alone lacks its answer: `queue` reports that.
    if (args.length === 1 && !isNameOfPopup(first)) answers.queue(null, first)
    else answers.queue(first as ScopeName, second)
  }

  function isNameOfPopup(word: unknown): boolean {
    return catalogue.isScopeName(word) || word === 'wx.openSetting' || word === 'privacy'
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
    if (openType === agree && today !== undefined) return today.tapAgree()
    checkText({ what: 'open-type' }, 'open-type', openType)
    const known = today === undefined ? openTypes : [...openTypes, agree]
    throw new WxauthError('ERR_UNKNOWN_OPEN_TYPE', { openType, near: nearest(openType, known), known })
  }

  async function arrange(work: (emulator: Emulator) => Arranged | Promise<Arranged>): Promise<void> {
    await lazyEmulator.arrange(work)
  }

  /** @throws WxauthError ERR_MISSING_SWITCH */
  function checkMissing(scopes: readonly ScopeName[]): void {
    const fault = missingSwitch(catalogue, theOptions().app, scopes)
    if (fault !== undefined) throw fault
  }

  const todays = (component: unknown) => today?.components.find(name => name === component)

  function checkComponent(component: unknown): void {
    const expected = today === undefined ? 'camera' : 'component'
    const isRight = component === 'camera' || todays(component) !== undefined
    checkKind({ what: 'component' }, expected, component, isRight)
  }

  function mount(component: unknown, attributes: unknown = {}): Promise<unknown> {
    checkComponent(component)
    checkObject('attributes', 'object', attributes)
    return component === 'camera' || today === undefined
      ? camera.mount()
      : today.mount(component as TodayComponent, attributes)
  }

  return {
    answer,
    unused: answers.unused,
    unanswered: log.unanswered,
    discard: answers.discard,
    set(...[first, second]: readonly [unknown, unknown?]) {
      const arrangement = arrangementOf(catalogue, first, second)
      return arrange(emulator => emulator.arrangeAll(arrangement))
    },
    reset(...words) {
      // `reset()` forgets everything, `reset([])` nothing.
      if (words.length === 0) return arrange(emulator => emulator.forgetAll())
      const forgotten = { type: 'forgotten' } as const
      const scopes = words.flat().map(word => [checkedScope(catalogue, word), forgotten] as const)
      return arrange(emulator => emulator.arrangeAll({ scopes }))
    },
    states() {
      const states = lazyEmulator.look(emulator => emulator.states())
      return Object.freeze(Object.fromEntries(states) as Record<ScopeName, ScopeState>)
    },
    layers() {
      const layers = lazyEmulator.look(emulator => emulator.layerStates())
      return Object.freeze(Object.fromEntries(layers) as unknown as LayerStates)
    },
    tap: tap as Auth['tap'],
    mount: mount as Auth['mount'],
    unmount(component) {
      checkComponent(component)
      if (component === 'camera') camera.unmount()
    },
    openSettingPage: (changes = {}) =>
      callbacksOrPromise.work(async () => {
        const visit = await use(emulator => emulator.visitSettings(visitorWith(catalogue, changes)))
        if ('unanswered' in visit) return {}
        checkMissing(visit.missing)
        return visit.authSetting
      }),
    explain(name, params) {
      const api = checkedApi(catalogue, name)
      const given = params ?? catalogue.apiOf(api).sample
      return callbacksOrPromise.work(() => use(() => explain(theOptions(), api, given)))
    },
    reply: replies.set,
    throwUncaught: report,
    language,
    edition: catalogue.edition,
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
  | [popup: ScopeName | 'privacy', answer: Answerer]
  | [page: 'wx.openSetting', changes: SettingChanges]
