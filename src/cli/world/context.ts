import type { Catalogue } from '../../catalogue/catalogue.ts'
import { guideCatalogue } from '../../catalogue/editions/guide.ts'
import { createEmulator, type Emulator, type EmulatorOptions } from '../../emulator/emulator.ts'
import type { EmulatorEvent } from '../../emulator/events.ts'
import { WxauthError } from '../../faults.ts'
import type { Texts } from '../../messages/texts.ts'
import { type FoundMiniProgram, findMiniProgram } from '../../project/find.ts'
import { readPurposes } from '../../project/purposes.ts'
import { absentPrompter } from '../../prompt/popup/absent-prompter.ts'
import { nodeSeal } from '../../seal/node-seal.ts'
import { confStore } from '../../store/conf-store.ts'
import { type ProfilePlace, profilePlace } from '../../store/profile-path.ts'
import type { CommandData } from '../arguments/command-data.ts'
import type { Flags } from '../arguments/flags.ts'
import type { Speaker } from './speaker.ts'
import { lockOptions, type Terminal } from './terminal.ts'

/** What commands need; each part is made at its first use. */
export interface Context {
  readonly terminal: Terminal
  readonly texts: Texts
  readonly speaker: Speaker
  readonly catalogue: Catalogue
  /** For completion, which offers them. */
  readonly commands: readonly CommandData[]
  /** @throws WxauthError ERR_PROFILE_NAME */
  profile(): ProfilePlace
  /** Finds the Mini Program once, and prints its notes. @throws WxauthError ERR_PROJECT_* */
  miniProgram(): FoundMiniProgram
  /** An emulator with this profile and Mini Program, and with the command's own parts. */
  emulator(parts?: Partial<Pick<EmulatorOptions, 'app' | 'prompter' | 'replies' | 'observe'>>): Emulator
}

interface Parts extends Pick<Context, 'terminal' | 'texts' | 'speaker' | 'commands'> {
  readonly flags: Flags
}

export function contextOf({ terminal, flags, texts, speaker, commands }: Parts): Context {
  const { notes } = texts.cli
  const catalogue = guideCatalogue

  const profile = once(() => {
    const place = profilePlace(terminal, flags.profile ?? (terminal.env.WXAUTH_PROFILE || 'default'))
    speaker.detail(() => notes.profileAt(place.path))
    return place
  })

  const miniProgram = once(() => {
    if (flags.project === '')
      throw new WxauthError('ERR_PROJECT_MISSING', { directory: '', problem: 'no-directory' })
    const directory = flags.project ?? (terminal.env.WXAUTH_PROJECT || undefined)
    const miniProgram = findMiniProgram({ directory, cwd: terminal.cwd() })
    for (const note of miniProgram.notes) speaker.note(texts.projectNote(note))
    const { project, appid } = miniProgram
    if (project.kind === 'folder') speaker.detail(() => notes.projectAt(project.directory, appid))
    return miniProgram
  })

  const recorded: (() => string)[] = []
  let isCalling = false

  /** Reports events: a dropped answer always, others under `--verbose`. */
  function narrate(event: EmulatorEvent): void {
    if (event.type === 'dropped') speaker.warning(notes.dropped(event.scope, event.answer, event.found))
    if (event.type === 'asked') {
      const { caller, scope } = event.question
      speaker.detail(() => notes.asked(caller, scope ?? 'privacy'))
    }
    if (event.type === 'recorded') recorded.push(() => notes.recorded(event.scope, event.before, event.after))
    if (event.type === 'called') isCalling = true
    if (event.type === 'settled') isCalling = false
    // During a call, a popup or the settings page may be on the screen, and a line would tear its picture.
    if (!isCalling) for (const text of recorded.splice(0)) speaker.detail(text)
  }

  return {
    terminal,
    texts,
    speaker,
    catalogue,
    commands,
    profile,
    miniProgram,
    emulator({ prompter = absentPrompter('no-input'), replies = {}, app, observe } = {}) {
      const { name, directory } = profile()
      const { appid, name: appName } = miniProgram()
      return createEmulator({
        app: app ?? { appid, name: appName, purposes: {} },
        catalogue,
        store: confStore({ name, directory, catalogue, ...lockOptions(terminal) }),
        prompter,
        replies,
        seal: nodeSeal,
        now: () => new Date(),
        makers: { Object, Array },
        observe: event => {
          narrate(event)
          observe?.(event)
        },
      })
    },
  }
}

/** The Mini Program with what its app.json declares; prints the notes of it. @throws WxauthError ERR_PROJECT_FILE */
export function declaredIn({ miniProgram, speaker, texts }: Context) {
  const { appid, name, project } = miniProgram()
  const { purposes, declares, appJson, notes } = readPurposes(project)
  for (const note of notes) speaker.note(texts.projectNote(note))
  return { app: { appid, name, purposes, declares }, appJson }
}

function once<T>(make: () => T): () => T {
  let value: T | undefined
  let isMade = false
  return () => {
    if (!isMade) value = make()
    isMade = true
    return value as T
  }
}
