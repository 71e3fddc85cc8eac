import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ScopeName } from '../catalogue/names.ts'
import type { Emulator, EmulatorOptions } from '../emulator/emulator.ts'
import { explain } from '../emulator/explain.ts'
import type { Arranged } from '../machine/arrangement.ts'
import type { ScopeState } from '../machine/state.ts'
import type { Language } from '../messages/language-names.ts'
import { type Answerer, type Answers, type SettingChanges, visitorWith } from '../session/answers.ts'
import { checkedApi, checkedScope, checkKind } from '../session/checks.ts'
import type { LazyEmulator } from '../session/lazy-emulator.ts'
import type { Log } from '../session/log.ts'
import type { UnderWay } from '../session/under-way.ts'
import { arrangementOf } from './arrangement.ts'
import type { CallbacksOrPromise } from './callbacks-or-promise.ts'
import type { Camera } from './camera.ts'
import { type CheckMissing, missingSwitch } from './missing-switch.ts'
import { createMounts } from './mounts.ts'
import type { Replies } from './replies.ts'
import { createTap } from './taps.ts'
import type { Today } from './today/today.ts'
import type { Auth, LayerStates } from './types/index.ts'

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

  async function arrange(work: (emulator: Emulator) => Arranged | Promise<Arranged>): Promise<void> {
    await lazyEmulator.arrange(work)
  }

  const checkMissing: CheckMissing = scopes => {
    const fault = missingSwitch(catalogue, theOptions().app, scopes)
    if (fault !== undefined) throw fault
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
    tap: createTap({ ...parts, checkMissing }),
    ...createMounts(camera, today),
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
