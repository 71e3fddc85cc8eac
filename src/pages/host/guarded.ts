import type { CustomReply } from '../../catalogue/api.ts'
import { type Catalogue, shortName } from '../../catalogue/catalogue.ts'
import type { ScopeName } from '../../catalogue/names.ts'
import { createEmulator, type EmulatorOptions } from '../../emulator/emulator.ts'
import type { EmulatorEvent } from '../../emulator/events.ts'
import type {
  MiniProgram,
  ProfileStore,
  Prompter,
  SettingsPage,
  SettingsVisitor,
} from '../../emulator/ports.ts'
import type { Language } from '../../messages/language-names.ts'
import { nodeSeal } from '../../seal/node-seal.ts'
import { type Answers, visitorWith } from '../../session/answers.ts'
import { lazyEmulator } from '../../session/lazy-emulator.ts'
import { eventLog } from '../../session/log.ts'
import type { UnderWay } from '../../session/under-way.ts'
import { createAuth } from '../../wx/auth.ts'
import type { Answered, CallbacksOrPromise, Run } from '../../wx/callbacks-or-promise.ts'
import { createCamera } from '../../wx/camera.ts'
import { withWords, wordingIn } from '../../wx/fault-words.ts'
import { createRecorder } from '../../wx/recorder.ts'
import { createReplies } from '../../wx/replies.ts'
import type { TodayEdition } from '../../wx/today/today.ts'
import type { Auth, RecorderManager, TodayComponent, Wx } from '../../wx/types/index.ts'
import { wxObject } from '../../wx/wx-object.ts'
import type { HostParts, Place } from '../ports.ts'
import type { Follower } from './follower.ts'
import { held, heldFinish, heldStore } from './held.ts'
import type { AskUser, UserAnswers } from './user.ts'

/** The user and the Mini Program that authorization is about. */
export interface AuthorizationOptions {
  readonly app: MiniProgram
  readonly catalogue: Catalogue
  /** What today's edition adds, with its catalogue. */
  readonly today?: TodayEdition | undefined
  readonly store: ProfileStore
  /** What the user answers; `auth.answer` adds to it. */
  readonly answers: Answers
  /** Answers popups instead, such as a person at a terminal. */
  readonly prompter?: Prompter | undefined
  /** Visits the settings page instead. */
  readonly visitor?: SettingsVisitor | undefined
  /** What the user does on the settings page each time it opens; a switch that is not there is left out. */
  readonly settings?: Readonly<Partial<Record<ScopeName, boolean>>> | undefined
  readonly language: Language
  /** Sees more than the events of a run. */
  readonly follow?: Follower | undefined
  /** Receives a popup that nobody answered, and every defect of ours. */
  readonly onFault: (fault: unknown) => void
}

interface Parts extends Pick<HostParts, 'realm' | 'clock' | 'stack' | 'observe'> {
  readonly options: AuthorizationOptions
  readonly replies: Readonly<Record<string, CustomReply>>
  readonly user: UserAnswers
  readonly askUser: AskUser
  readonly callbacksOrPromise: CallbacksOrPromise
  readonly underWay: UnderWay
  /** What every call of an API has around it. */
  readonly around: (api: string, run: Run) => Run
  /** A call begins that `around` does not see. */
  readonly began: (api: string) => void
  /** Where the running call of an API was made. */
  readonly placeOf: (api: string) => Place | undefined
}

export interface Authorization {
  readonly wx: Readonly<Record<string, unknown>> & Pick<Wx, 'canIUse'>
  readonly auth: Auth
  /** Those that ask besides the camera. */
  readonly components: readonly TodayComponent[]
}

/** Official: after a refusal, WeChat's privacy sheet does not appear again for ten seconds. */
const sheetPause = 10_000

/** They begin without a call of a function of `wx`. */
const recording = 'RecorderManager.start'
const startedByObjects: ReadonlySet<string> = new Set([recording, 'wx.createVKSession'])

/** APIs in which the user chooses something once they are allowed. */
const choosing: ReadonlySet<string> = new Set([
  'wx.chooseLocation',
  'wx.choosePoi',
  'wx.chooseAddress',
  'wx.chooseInvoiceTitle',
  'wx.chooseInvoice',
])

/** The emulator's own APIs, in the program's realm and its time: the same truth as in the library. */
export function authorization(parts: Parts): Authorization {
  const { realm, clock, stack, observe, options, user, askUser, callbacksOrPromise, underWay, placeOf } =
    parts
  const { app, catalogue, store, answers, language, onFault } = options
  const patient = heldFinish(clock, options.prompter ?? answers)
  const log = eventLog()
  let isListening = false
  const replies = createReplies(catalogue, guardedOnly(catalogue, parts.replies))

  function watch(event: EmulatorEvent): void {
    log.observe(event)
    options.follow?.emulates(event)
    if (event.type === 'called' && startedByObjects.has(event.api)) parts.began(event.api)
    if (event.type === 'settled' && event.outcome.api === recording) {
      const { callback, result } = event.outcome
      const errMsg = String(result?.errMsg)
      const at = placeOf(recording)
      // Who listens from this moment on is still told.
      if (callback === 'fail')
        clock.later(() => {
          if (!isListening) observe({ kind: 'unheard', api: recording, errMsg, at })
        })
    }
    if (event.type === 'answered') {
      const { kind, caller, scope } = event.question
      // A sheet of the page's own is an element, and no popup.
      if (kind === 'privacy' && todays?.privacyAsker() !== undefined) return
      observe({ kind: 'popup', scope: scope ?? 'privacy', answer: event.answer, at: placeOf(caller) })
    }
    // The settings page has no scope either.
    const scope = event.type === 'unanswered' ? (event.scope ?? event.kind) : undefined
    if (event.type === 'unanswered' && scope !== undefined)
      observe({ kind: 'popup', scope, answer: 'unanswered', at: placeOf(event.caller) })
  }

  /** The settings cover the page; `onShow` runs again before the callbacks. */
  const visitor: SettingsVisitor = {
    async visit(page) {
      stack.cover()
      try {
        return await askUser({ kind: 'settings', at: placeOf('wx.openSetting') }, () => seenVisit(page))
      } finally {
        await new Promise<void>(resolve => clock.later(resolve))
        options.follow?.shownAgain()
        stack.uncover()
      }
    },
  }

  async function seenVisit(page: SettingsPage) {
    const visit = await visitPage(page)
    const switches = Object.fromEntries(page.switches().map(({ scope, on }) => [scope, on]))
    observe({ kind: 'settings', switches, at: placeOf('wx.openSetting') })
    return visit
  }

  async function visitPage(page: SettingsPage) {
    if (options.visitor !== undefined) return options.visitor.visit(page)
    const visit = await answers.visit(page)
    if (!('unanswered' in visit)) return visit
    const shown = new Set<string>(page.switches().map(({ scope }) => scope))
    const moves = Object.entries(options.settings ?? {}).filter(([scope]) => shown.has(scope))
    return visitorWith(catalogue, Object.fromEntries(moves)).visit(page)
  }

  const emulatorOptions: EmulatorOptions = {
    app,
    catalogue,
    layers: options.today?.layers,
    sheetPause,
    store: heldStore(clock, store),
    prompter: {
      ask: question =>
        askUser({ kind: 'popup', question, at: placeOf(question.caller) }, () => patient.ask(question)),
    },
    privacyAsker: () => todays?.privacyAsker(),
    replies: replies.byApi,
    seal: {
      sha1: text => held(clock, nodeSeal.sha1(text)),
      encrypt: text => held(clock, nodeSeal.encrypt(text)),
    },
    now: () => new Date(clock.now()),
    makers: realm,
    observe: watch,
  }
  const emulator = lazyEmulator(() => createEmulator(emulatorOptions))

  async function picked(api: string, result: Answered): Promise<Answered> {
    if (result.callback !== 'success') return result
    const at = placeOf(api)
    const answer = await askUser({ kind: 'picker', api, at }, () => user.pick(shortName(api)))
    observe({ kind: 'picker', api, answer, at })
    if (answer === 'ok') return result
    const errMsg = `${shortName(api)}:fail cancel`
    return {
      ...result,
      callback: 'fail',
      because: 'reply-failed',
      result: realm.copy({ errMsg }) as { errMsg: string },
    }
  }

  const guarded = (api: string, run: Run): Run =>
    parts.around(shortName(api), async (params, callbacks) => {
      const answered = await run(params, callbacks)
      return choosing.has(api) ? picked(api, answered) : answered
    })

  const devices = {
    catalogue,
    lazyEmulator: emulator,
    callbacksOrPromise,
    report: onFault,
    around: guarded,
    theOptions: () => emulatorOptions,
  }
  const todays = options.today?.open({ ...devices, later: realm.later, declares: () => app.declares })
  const camera = createCamera(devices)
  const recorder = watchedRecorder(createRecorder(devices), () => {
    isListening = true
    options.follow?.hearsErrors()
  })
  const wx = wxObject({ ...devices, visitor, camera: camera.context, recorder, today: todays })
  const auth = createAuth({
    ...devices,
    underWay,
    answers: { ...answers, visit: visitor.visit },
    replies,
    camera,
    log,
    trace: { on: false },
    language,
    today: todays,
  })
  return {
    wx: { ...wx },
    auth: withWords(auth, wordingIn(language)),
    components: todays?.components ?? [],
  }
}

/** A recorder has no callbacks: whoever hears of a refusal listens for errors. */
function watchedRecorder(recorder: RecorderManager, hearsErrors: () => void): RecorderManager {
  return {
    ...recorder,
    onError(listener) {
      hearsErrors()
      recorder.onError(listener)
    },
  }
}

/** Fixtures are for all APIs; the emulator takes those of its own. */
function guardedOnly(catalogue: Catalogue, replies: Readonly<Record<string, CustomReply>>) {
  return Object.fromEntries(Object.entries(replies).filter(([api]) => catalogue.findApi(api) !== undefined))
}
