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
import { checkedPlatform } from '../arguments/checked-words.ts'
import type { CommandData } from '../arguments/command-data.ts'
import type { Flags } from '../arguments/flags.ts'
import type { Speaker } from './speaker.ts'
import { lockOptions, type Terminal } from './terminal.ts'
import type { Today } from './today.ts'

/** What commands need; each part is made at its first use. */
export interface Context {
  readonly terminal: Terminal
  readonly texts: Texts
  readonly speaker: Speaker
  readonly catalogue: Catalogue
  /** What only today's edition has; `undefined` in the guide's. */
  readonly today: Today | undefined
  /** For completion, which offers them. */
  readonly commands: readonly CommandData[]
  /** @throws WxauthError ERR_PROFILE_NAME */
  profile(): ProfilePlace
  /** Finds the Mini Program once, and prints its notes. @throws WxauthError ERR_PROJECT_* */
  miniProgram(): FoundMiniProgram
  /** What an emulator takes: this profile and Mini Program, and the command's own parts. */
  emulatorOptions(parts?: OwnParts): EmulatorOptions
  emulator(parts?: OwnParts): Emulator
}

type OwnParts = Partial<Pick<EmulatorOptions, 'app' | 'prompter' | 'replies' | 'observe'>>

interface Parts extends Pick<Context, 'terminal' | 'texts' | 'speaker' | 'commands' | 'today'> {
  readonly flags: Flags
}

/** @throws WxauthError ERR_UNKNOWN_PLATFORM */
export function contextOf({ terminal, flags, texts, speaker, commands, today }: Parts): Context {
  const { notes } = texts.cli
  const catalogue = today?.catalogue ?? guideCatalogue
  const platform = flags.platform === undefined ? undefined : checkedPlatform(flags.platform)

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
    const { project, appid, libVersion = '' } = miniProgram
    if (project.kind === 'folder') speaker.detail(() => notes.projectAt(project.directory, appid))
    if (today === undefined && hasPrivacy(libVersion)) speaker.detail(() => notes.runsToday(libVersion))
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
    if (event.type === 'layer-recorded')
      recorded.push(() => notes.recorded(event.layer, event.before, event.after))
    if (event.type === 'called') isCalling = true
    if (event.type === 'settled') isCalling = false
    // During a call, a popup or the settings page may be on the screen, and a line would tear its picture.
    if (!isCalling) for (const text of recorded.splice(0)) speaker.detail(text)
  }

  const emulatorOptions: Context['emulatorOptions'] = (parts = {}) => {
    const { prompter = absentPrompter('no-input'), replies = {}, app, observe } = parts
    const { name, directory } = profile()
    const { appid, name: appName } = miniProgram()
    return {
      app: app ?? { appid, name: appName, purposes: {} },
      catalogue,
      layers: today?.layers,
      platform,
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
    }
  }

  return {
    terminal,
    texts,
    speaker,
    catalogue,
    today,
    commands,
    profile,
    miniProgram,
    emulatorOptions,
    emulator: parts => createEmulator(emulatorOptions(parts)),
  }
}

/** Whether this base library asks for the privacy agreement: 2.32.3 and later. */
function hasPrivacy(libVersion: string): boolean {
  if (!/^\d+\.\d+\.\d+$/.test(libVersion)) return false
  const [major = 0, minor = 0, patch = 0] = libVersion.split('.').map(Number)
  return major > 2 || (major === 2 && (minor > 32 || (minor === 32 && patch >= 3)))
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
