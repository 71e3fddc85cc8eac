import { createEmulator, type Emulator } from '../emulator/emulator.ts'
import type { MiniProgram, ProfileStore } from '../emulator/ports.ts'
import { demoTexts } from '../messages/en/project.ts'
import { declaredPurposes, demoPurposes, touristAppid } from '../project/declared.ts'
import { nodeSeal } from '../seal/node-seal.ts'
import { answersOf } from '../session/answers.ts'
import { backing } from '../session/lazy-emulator.ts'
import { eventLog } from '../session/log.ts'
import { memoryStore } from '../store/memory-store.ts'
import { checkedOptions } from './arguments.ts'
import { handOf, repliesWith } from './auth.ts'
import { convention } from './callbacks-or-promise.ts'
import { cameraOn } from './camera.ts'
import { sleep } from './clock.ts'
import { libraryFault } from './library-fault.ts'
import { recorderOn } from './recorder.ts'
import type { AppDeclaration, WxAuth, WxAuthOptions } from './types/index.ts'
import { throwUncaught } from './uncaught.ts'
import { wxObject } from './wx-object.ts'

/**
 * A Mini Program's `wx`, and the hand that answers its popups.
 * @throws WxauthError ERR_UNKNOWN_SCOPE, ERR_UNKNOWN_ANSWER and ERR_UNKNOWN_API for what is in the options. What a
 * profile or a project has wrong is found at the first call: its promise rejects, or it is reported as uncaught
 */
export function createWxAuth(options: WxAuthOptions = {}): WxAuth {
  const { app, project, profile, onUncaught = throwUncaught } = checkedOptions(options)
  if (app !== undefined && project !== undefined) {
    throw libraryFault('ERR_CONFLICTING_FLAGS', { flags: ['app', 'project'] })
  }
  const report = (error: unknown) => {
    try {
      onUncaught(error)
    } catch (thrown) {
      throwUncaught(thrown)
    }
  }
  const answers = answersOf(options.answers ?? {})
  const replies = repliesWith(options.replies)
  const log = eventLog()
  const trace = { on: false }

  const emulatorOver = (app: MiniProgram, store: ProfileStore): Emulator =>
    createEmulator({
      app,
      store,
      prompter: answers,
      replies: replies.by,
      seal: nodeSeal(),
      now: () => new Date(),
      observe: log.observe,
    })

  const opened = backing(() => {
    if (profile === undefined && project === undefined) return emulatorOver(miniProgramOf(app), memoryStore())
    // Nothing that reads files is loaded before it is asked for.
    return import('./on-disk.ts').then(({ profileNamed, miniProgramIn }) =>
      emulatorOver(
        project === undefined ? miniProgramOf(app) : miniProgramIn(project),
        profile === undefined ? memoryStore() : profileNamed(profile, sleep),
      ),
    )
  })

  const rules = convention({ report, traces: () => trace.on })
  const camera = cameraOn(opened, rules)
  const recorder = recorderOn(opened, rules, report)
  const wx = wxObject({
    backing: opened,
    convention: rules,
    visitor: answers,
    report,
    camera: camera.context,
    recorder,
  })
  const auth = handOf({ backing: opened, convention: rules, answers, replies, camera, log, trace })
  return { wx, auth }
}

/** The demo Mini Program, or one as its app.json declares it. */
function miniProgramOf(app: AppDeclaration | undefined): MiniProgram {
  if (app === undefined) return { appid: touristAppid, name: demoTexts.name, purposes: demoPurposes }
  const { appid = touristAppid, name = appid } = app
  return { appid, name, purposes: declaredPurposes(app) }
}
