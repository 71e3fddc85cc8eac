import { createEmulator, type Emulator, type EmulatorOptions } from '../../emulator/emulator.ts'
import type { EmulatorEvent } from '../../emulator/events.ts'
import { WxauthError } from '../../faults.ts'
import { machineOf } from '../../locks/host.ts'
import { cli } from '../../messages/en/cli.ts'
import { projectNoteText } from '../../messages/en/project.ts'
import { type FoundMiniProgram, findMiniProgram } from '../../project/index.ts'
import { absentPrompter } from '../../prompt/popup/absent-prompter.ts'
import { nodeSeal } from '../../seal/node-seal.ts'
import { confStore } from '../../store/conf-store.ts'
import type { Flags } from '../arguments/flags.ts'
import { type ProfilePlace, profilePlace } from './profile-place.ts'
import type { Speaker } from './speaker.ts'
import type { Terminal } from './terminal.ts'

/** What every command may need, made when it is first needed. */
export interface Context {
  readonly terminal: Terminal
  readonly speaker: Speaker
  /** Whose decisions. */
  readonly place: ProfilePlace
  /** Which Mini Program; its notes are said once. @throws WxauthError ERR_PROJECT_* */
  miniProgram(): FoundMiniProgram
  /** The emulator over this profile and Mini Program, with whatever a command brings along. */
  emulator(parts?: Partial<Pick<EmulatorOptions, 'app' | 'prompter' | 'replies' | 'observe'>>): Emulator
}

/** @throws WxauthError ERR_PROFILE_NAME */
export function contextOf(terminal: Terminal, flags: Flags, speaker: Speaker): Context {
  const place = profilePlace(terminal, flags.profile)
  speaker.detail(cli.notes.profileAt(place.path))
  const miniProgram = once(() => {
    if (flags.project === '')
      throw new WxauthError('ERR_PROJECT_MISSING', { directory: '', problem: 'no-directory' })
    const named = flags.project ?? (terminal.env.WXAUTH_PROJECT || undefined)
    const found = findMiniProgram({ named, cwd: terminal.cwd() })
    for (const note of found.notes) speaker.note(projectNoteText(note))
    if (found.project.kind === 'folder')
      speaker.detail(cli.notes.projectAt(found.project.directory, found.appid))
    return found
  })
  const machine = machineOf(terminal.host)

  return {
    terminal,
    speaker,
    place,
    miniProgram,
    emulator({ prompter = absentPrompter('no-input'), replies = {}, app, observe } = {}) {
      const { appid, name } = miniProgram()
      return createEmulator({
        app: app ?? { appid, name, purposes: {} },
        store: confStore({ ...place, machine }),
        prompter,
        replies,
        seal: nodeSeal(),
        now: () => new Date(),
        observe: event => {
          narrate(event, speaker)
          observe?.(event)
        },
      })
    },
  }
}

/** What happens, in words, for those who want to follow it. */
function narrate(event: EmulatorEvent, speaker: Speaker): void {
  if (event.type === 'dropped') speaker.warning(cli.notes.dropped(event.scope, event.answer, event.found))
  if (event.type === 'asked') speaker.detail(cli.notes.asked(event.question.caller, event.question.scope))
  if (event.type === 'recorded') speaker.detail(cli.notes.recorded(event.scope, event.before, event.after))
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
