import type { ScopeName } from '../catalogue/names.ts'
import type { ScopeState } from '../machine/state.ts'
import type { Path } from './path.ts'

/** What exploring needs from running: one path at a time, each in a fresh launch. Plain data, so that it can cross to a worker. */
export interface Runner {
  /**
   * Opens the unit's page, taps what the unit taps, and taps the last of it again if it is still shown. The path's
   * decisions answer the choices in turn; after them, and for one that does not fit, a choice takes its first option.
   */
  play(path: Path): Promise<Observation>
}

/** Paths are relative to the project, with `/` on every system; lines and columns count from 1. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Whose script a line is in. */
type Script = 'page' | 'component' | 'app' | 'module'

/** One line of a stack. */
export interface Frame extends Place {
  readonly script: Script
  /** As the stack names it; empty for a function without a name. */
  readonly function: string
}

/**
 * Innermost first: a call's own place, then its callers. Where a callback runs, or code goes on after `await`, the stack
 * of the call that it belongs to follows. Only lines of the project.
 */
export type Stack = readonly Frame[]

/** Everything that one path showed. */
export interface Observation {
  /** The path with every decision that was taken, those of the runner included. */
  readonly path: Path
  /** In the order in which the user met them; one for each decision. */
  readonly choices: readonly Choice[]
  /** In the order in which it happened; the other parts point into it by index. */
  readonly events: readonly Happening[]
  readonly calls: readonly Call[]
  /** What the page on top showed when it had opened, and after each tap. */
  readonly views: readonly View[]
  readonly troubles: readonly Trouble[]
  /** `wx.showLoading`, or the navigation bar's, that nobody ended. */
  readonly loading: readonly Loading[]
  /** Scopes that the program read from `authSetting`. */
  readonly reads: readonly SettingRead[]
  /** Functions of the page that no element names now, and that it does not use itself: for `--hidden`. */
  readonly unbound: readonly string[]
  /** What is shown in the end, as text. */
  readonly text: string
  readonly ended: Ended
}

/**
 * `idle`: nothing runs any more. `endless-loop`, `asked-again`, `too-long`: the runner ended it. `not-shown`: the unit's
 * element was not there to tap. `not-opened`: the page could not be opened.
 */
type Ended = 'idle' | 'endless-loop' | 'asked-again' | 'too-long' | 'not-shown' | 'not-opened'

interface AnyChoice {
  /**
   * What can be decided, in the order in which it is tried: first what lets the program go on. Never empty; only one
   * where a flag answers.
   */
  readonly options: readonly string[]
  /** What was decided: one of them. */
  readonly answer: string
  /**
   * What stood when the user was asked: equal states lead to equal ends. It covers whatever the program can tell apart
   * (data, storage, decided scopes, open pages, waiting callbacks and timers) and what is judged later: places of calls
   * that were denied, and of promises that wait. Sets of places, not lists: a loop must come back to its state.
   */
  readonly state: string
  /** Index of the event that shows it. */
  readonly event: number
  /** How many taps there were before: 0 while the page opens. */
  readonly turn: number
  /** Of the call that shows it; empty for what the user opened. */
  readonly stack: Stack
}

/** A point where the user decides. */
export type Choice =
  /** `call` is the index of the call that asks. */
  | (AnyChoice & { readonly kind: 'popup'; readonly scope: ScopeName; readonly call: number })
  | (AnyChoice & { readonly kind: 'consent'; readonly scope: ScopeName; readonly call: number })
  | (AnyChoice & { readonly kind: 'picker'; readonly api: string; readonly call: number })
  | (AnyChoice & { readonly kind: 'modal'; readonly title: string; readonly content: string })
  | (AnyChoice & { readonly kind: 'sheet'; readonly items: readonly string[] })
  | (AnyChoice & { readonly kind: 'settings'; readonly switches: readonly Switch[] })

interface Switch {
  readonly scope: ScopeName
  readonly on: boolean
}

/** A thing that happens on a path. `choice` and `call` are indexes. */
export type Happening =
  | { readonly kind: 'opened'; readonly page: string }
  | {
      readonly kind: 'tapped'
      readonly handler: string
      readonly at: Place | null
      readonly text: string
      readonly tag?: string
      /** Where it is no tap. */
      readonly how?: 'press' | 'type' | 'move'
    }
  | { readonly kind: 'called'; readonly call: number }
  | { readonly kind: 'settled'; readonly call: number }
  /** A popup, modal, sheet, picker or settings page opens. */
  | { readonly kind: 'asked'; readonly choice: number }
  | { readonly kind: 'answered'; readonly choice: number }
  | { readonly kind: 'toast'; readonly title: string; readonly stack: Stack }
  | { readonly kind: 'loading'; readonly on: boolean; readonly stack: Stack }
  | { readonly kind: 'navigated'; readonly page: string; readonly stack: Stack }
  /** What the page shows has changed. */
  | { readonly kind: 'changed' }
  /** The program called something that is not there, such as a package that is not installed. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'trouble'; readonly trouble: number }

/** `cancelled`: the user allowed it and then picked nothing, or closed the popup without choosing. */
type CallOutcome = 'succeeded' | 'refused' | 'cancelled' | 'failed' | 'open'

/** A use of something that authorization concerns. */
export interface Call {
  /** `wx.getLocation`, `wx.authorize`, `wx.openSetting`, `camera`, `RecorderManager.start`, `button`. */
  readonly api: string
  readonly scope: ScopeName | null
  readonly stack: Stack
  readonly phase: 'launch' | 'open' | 'tap' | 'later'
  readonly turn: number
  /** Whether a tap stood when it was made, for `wx.openSetting`. */
  readonly tap: boolean
  readonly listeners: Listeners
  readonly outcome: CallOutcome
  /** Why, where the platform refused without a popup: `privacy` after a no at its own privacy sheet. */
  readonly because: 'no-purpose' | 'button-only' | 'privacy' | null
  readonly before: ScopeState | null
  readonly after: ScopeState | null
  /** Indexes of its two events; `settled` is `null` for a call that is still open. */
  readonly called: number
  readonly settled: number | null
}

/** Who hears how the call ends. */
export interface Listeners {
  readonly fail: boolean
  readonly complete: boolean
  /** The call returned a promise: it had no callbacks. */
  readonly promise: boolean
  /** For what reports errors elsewhere: a recorder's `onError`, a camera's `binderror`, a button's own event. */
  readonly other: boolean
}

export interface View {
  /** How many taps there were before. */
  readonly turn: number
  /** Index of the last event before it. */
  readonly event: number
  readonly elements: readonly Element[]
  /** Handlers of what the user can do with the page as a whole. */
  readonly ofPage: readonly string[]
}

export interface Element {
  readonly tag: string
  readonly text: string
  readonly at: Place
  readonly openType: string | null
  /** What the program listens to here; empty for an element that nobody listens to. */
  readonly listens: readonly Listened[]
  /** Set where the same place is shown several times and the last differs from the first in its `data-*`. */
  readonly isLast: boolean
}

export interface Listened {
  /** `tap`, `error`, `getuserinfo`. */
  readonly event: string
  readonly handler: string
  /** Whether the page or component has a method of that name. */
  readonly exists: boolean
  /** Whether something that the user does leads to it, and to no other listener of the element before. */
  readonly byTap: boolean
}

interface AnyTrouble {
  readonly stack: Stack
  readonly turn: number
  /** Index of its event. */
  readonly event: number
  /** Index of the call whose callback or promise it came from, where that is known. */
  readonly call: number | null
}

export type Trouble =
  | (AnyTrouble & { readonly kind: 'exception'; readonly message: string })
  /** `isError`: the reason is an error of the program's own code, not what the call was refused with. */
  | (AnyTrouble & { readonly kind: 'rejection'; readonly message: string; readonly isError: boolean })
  /** A promise that a handler returned, or awaits, and that is still open when nothing runs any more. */
  | (AnyTrouble & { readonly kind: 'unsettled' })

export interface Loading {
  readonly of: 'loading' | 'navigation-bar'
  readonly stack: Stack
  /** Index of the event that showed it. */
  readonly event: number
}

interface SettingRead {
  readonly scope: ScopeName
  readonly state: ScopeState
  /** Index of the event before it. */
  readonly event: number
  readonly turn: number
}

/** What the source says without being run. */
export interface SourceFacts {
  /** Routes, in the order of app.json. */
  readonly pages: readonly string[]
  /** For each route, the scripts and templates that it can load, those of the app included. */
  readonly loads: Readonly<Record<string, readonly string[]>>
  /** Text of a script as it runs (TypeScript already transformed, lines and columns kept), by file. */
  readonly scripts: readonly SourceFile[]
  readonly templates: readonly SourceFile[]
  /** Where app.json lacks a use of `scope.userLocation`, or has it in the wrong place; `null` if it has it. */
  readonly usage: (Place & { readonly problem: 'missing' | 'misplaced' }) | null
}

export interface SourceFile {
  readonly file: string
  readonly text: string
}

/** Something of the project that could not be used, or that a person should know. The texts are in `messages/`. */
export interface Notice {
  readonly code: string
  readonly file: string | null
  readonly line: number | null
  readonly column: number | null
  readonly facts: Readonly<Record<string, string | number>>
}
