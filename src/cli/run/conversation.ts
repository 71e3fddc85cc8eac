import type { EditionName } from '../../catalogue/edition-names.ts'
import type { ScopeName } from '../../catalogue/names.ts'
import type { AnswerResult, PopupQuestion, SettingSwitch, SettingsPage } from '../../emulator/ports.ts'
import type { FaultCode } from '../../faults.ts'
import type { JsonObject } from '../../json/json-object.ts'
import type { UnansweredWhy } from '../../machine/outcome.ts'
import type { Answer } from '../../machine/state.ts'
import type { Language } from '../../messages/language-names.ts'
import type { Modal, ModalAnswer, PickAnswer, SheetAnswer } from '../../pages/host/user.ts'
import type { HostEvent, Notice, Place, ProgramError } from '../../pages/ports.ts'

/** What the main thread and the worker that runs the program say to each other: plain data. */

/** Something that the user does, in the order in which the flags are written. */
export type Step =
  | { readonly kind: 'tap'; readonly target: string }
  | { readonly kind: 'input'; readonly target: string; readonly text: string }

/** Answers that are used in turn; the last one stays. */
export type InTurn<T> = readonly [T, ...T[]]

/** How the user answers wherever the flags say so. */
export interface StandingAnswers {
  readonly general: Answer | undefined
  readonly perScope: Readonly<Partial<Record<ScopeName | 'privacy', InTurn<Answer>>>>
  readonly modal: InTurn<ModalAnswer> | undefined
  readonly sheet: InTurn<SheetAnswer> | undefined
  readonly pick: InTurn<PickAnswer> | undefined
  /** The switches that are moved each time the settings page opens. */
  readonly settings: Readonly<Partial<Record<ScopeName, boolean>>> | undefined
}

/** What the worker is to do. */
export interface Order {
  readonly directory: string
  /** As it was typed; without one, the first page of app.json. */
  readonly page: string | undefined
  readonly query: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
  readonly answers: StandingAnswers
  /** A person at the terminal answers the popups that no flag answers, and uses the settings page. */
  readonly hasPerson: boolean
  /** And the person answers everything else, and says what comes next. */
  readonly isInteractive: boolean
  readonly edition: EditionName
  readonly language: Language
  readonly storage: JsonObject | undefined
  readonly fixtures: JsonObject | undefined
  /** The user is kept there; without it, nobody has decided anything yet, and nothing is recorded. */
  readonly profile: StoredProfile | undefined
}

export interface StoredProfile {
  readonly name: string
  readonly directory: string
  readonly patience: number | undefined
}

/** The Mini Program that runs. */
export interface RunningApp {
  readonly appid: string
  readonly name: string
  readonly root: string
}

/** An element that a person can tap or type into. */
export interface Tappable {
  /** Finds it again until something else happens. */
  readonly number: number
  readonly text: string
  readonly tag: string
  readonly handler: string | null
  readonly isInput: boolean
  readonly at: Place | undefined
}

/** What the page shows. */
export interface Shown {
  readonly page: string
  readonly text: string
  readonly tappable: readonly Tappable[]
  /** Another page is below. */
  readonly hasBack: boolean
  readonly data: unknown
}

/** Events of the run; an input is one too. */
export type RunEvent = HostEvent

/** How a run ends. */
export type RunEnd =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'unanswered'
      readonly scope: string | undefined
      readonly caller: string
      readonly why: UnansweredWhy | undefined
    }
  /** The same popup, again and again. */
  | { readonly kind: 'asked-again'; readonly scope: string; readonly caller: string; readonly times: number }
  /** Code of the program let nothing else run for too long, or used up all memory. */
  | { readonly kind: 'endless-loop'; readonly place: Place | undefined }
  | { readonly kind: 'out-of-memory' }
  | { readonly kind: 'no-target'; readonly step: Step }
  /** A page that app.json declares could not be opened; notices and errors say why. */
  | { readonly kind: 'not-opened'; readonly page: string }

/** A question for the person at the terminal. */
export type Asked =
  | { readonly kind: 'popup'; readonly question: PopupQuestion }
  | { readonly kind: 'modal'; readonly modal: Modal }
  | { readonly kind: 'sheet'; readonly items: readonly string[] }
  | { readonly kind: 'pick'; readonly api: string }
  | {
      readonly kind: 'settings'
      readonly app: SettingsPage['app']
      readonly switches: readonly SettingSwitch[]
    }

export type FromWorker =
  | {
      readonly type: 'loaded'
      readonly app: RunningApp
      readonly page: string
      readonly query: Readonly<Record<string, string>>
    }
  /** Those of a program that cannot run at all. */
  | { readonly type: 'notices'; readonly notices: readonly Notice[] }
  /** Those so far: a program that is ended tells no more. */
  | { readonly type: 'noticed'; readonly notices: readonly Notice[] }
  | { readonly type: 'event'; readonly event: RunEvent }
  | { readonly type: 'console'; readonly level: string; readonly text: string }
  /** Several elements fit; the first was taken. */
  | {
      readonly type: 'several'
      readonly target: string
      readonly count: number
      readonly at: Place | undefined
    }
  | { readonly type: 'ask'; readonly id: number; readonly asked: Asked }
  /** What became of the answer to a popup. The worker waits for `closed`. */
  | { readonly type: 'finish'; readonly id: number; readonly result: AnswerResult }
  | { readonly type: 'flipped'; readonly id: number; readonly flipped: Flipped }
  /** The program has nothing more to do: what is next? */
  | { readonly type: 'idle'; readonly shown: Shown }
  | {
      readonly type: 'ended'
      readonly end: RunEnd
      readonly shown: Shown | undefined
      readonly errors: readonly ProgramError[]
      readonly notices: readonly Notice[]
      /** Flags whose answers nothing used. */
      readonly unused: readonly UnusedAnswer[]
    }
  | { readonly type: 'fault'; readonly code: FaultCode; readonly facts: unknown }
  | { readonly type: 'defect'; readonly message: string; readonly stack: string | undefined }

export interface Flipped {
  readonly outcome: Awaited<ReturnType<SettingsPage['flip']>>
  readonly switches: readonly SettingSwitch[]
}

export type UnusedAnswer =
  /** A scope; or what the flag answers for. */
  | { readonly of: ScopeName | 'privacy' | 'general' | 'modal' | 'sheet' | 'pick' | 'settings' }
  /** An action sheet has fewer items. */
  | { readonly of: 'item'; readonly item: number; readonly items: number }

export type ToWorker =
  | { readonly type: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly type: 'closed'; readonly id: number }
  | { readonly type: 'flip'; readonly id: number; readonly scope: ScopeName; readonly on: boolean }
  | { readonly type: 'tap'; readonly number: number }
  | { readonly type: 'input'; readonly number: number; readonly text: string }
  | { readonly type: 'back' }
  | { readonly type: 'leave' }
