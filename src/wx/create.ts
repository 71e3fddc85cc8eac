import { guideCatalogue } from '../catalogue/editions/guide.ts'
import { createEmulator, type Emulator } from '../emulator/emulator.ts'
import type { MiniProgram, ProfileStore } from '../emulator/ports.ts'
import { declaredLists, declaredPurposes, demoMiniProgram, touristAppid } from '../project/declared.ts'
import { nodeSeal } from '../seal/node-seal.ts'
import { answersOf } from '../session/answers.ts'
import { hostRealm, sleep } from '../session/host-realm.ts'
import { lazyEmulator } from '../session/lazy-emulator.ts'
import { eventLog } from '../session/log.ts'
import { underWay } from '../session/under-way.ts'
import { memoryStore } from '../store/memory-store.ts'
import { createAuth } from './auth.ts'
import { callbacksOrPromise } from './callbacks-or-promise.ts'
import { createCamera } from './camera.ts'
import { checkedOptions } from './checked-options.ts'
import { type Word, withWords, wordingIn } from './fault-words.ts'
import { miniProgramIn, profileNamed } from './on-disk.ts'
import { createRecorder } from './recorder.ts'
import { createReplies } from './replies.ts'
import type { AppDeclaration, WxAuth, WxAuthOptions } from './types/index.ts'
import { throwUncaught } from './uncaught.ts'
import { wxObject } from './wx-object.ts'

/**
 * A Mini Program's `wx`, and `auth`, which plays its user. Reads and writes nothing yet.
 * @throws WxauthError ERR_BAD_ARGUMENT, ERR_UNKNOWN_*, ERR_PROFILE_NAME or ERR_CONFLICTING_FLAGS for a mistake in the
 * options. A mistake in the files of a profile or a project comes up at the first call: its promise rejects or, with
 * callbacks, `onUncaught` receives the error
 */
export function createWxAuth(options: WxAuthOptions = {}): WxAuth {
  const word = wordingIn(options?.language)
  try {
    return connect(checkedOptions(options), word)
  } catch (error) {
    throw word(error)
  }
}

function connect(options: WxAuthOptions, word: Word): WxAuth {
  const { app, project, profile, language = 'en', onUncaught = throwUncaught } = options
  const catalogue = guideCatalogue
  const realm = hostRealm
  const report = (error: unknown) => {
    try {
      onUncaught(word(error))
    } catch (handlerError) {
      throwUncaught(handlerError)
    }
  }
  const answers = answersOf(catalogue, options.answers)
  const replies = createReplies(catalogue, options.replies)
  const log = eventLog()
  const trace = { on: false }

  const emulatorOver = (app: MiniProgram, store: ProfileStore): Emulator =>
    createEmulator({
      app,
      catalogue,
      store,
      prompter: answers,
      replies: replies.byApi,
      seal: nodeSeal,
      now: () => new Date(),
      makers: realm,
      observe: log.observe,
    })

  const emulator = lazyEmulator(() =>
    emulatorOver(
      project === undefined ? miniProgramOf(app) : miniProgramIn(project),
      profile === undefined ? memoryStore() : profileNamed(profile, catalogue, sleep),
    ),
  )

  const calls = underWay(realm.later)
  const convention = callbacksOrPromise({ realm, underWay: calls, report, word, traces: () => trace.on })
  const parts = { catalogue, lazyEmulator: emulator, callbacksOrPromise: convention, report }
  const camera = createCamera(parts)
  const recorder = createRecorder(parts)
  const wx = wxObject({ ...parts, visitor: answers, camera: camera.context, recorder })
  const auth = createAuth({ ...parts, underWay: calls, answers, replies, camera, log, trace, language })
  return { wx, auth: withWords(auth, word) }
}

/** The demo Mini Program, or one as its app.json declares it. */
function miniProgramOf(app: AppDeclaration | undefined): MiniProgram {
  if (app === undefined) return demoMiniProgram
  const { appid = touristAppid, name = appid } = app
  return { appid, name, purposes: declaredPurposes(app), declares: declaredLists(app) }
}
