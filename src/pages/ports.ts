import type { Realm } from '../emulator/realm.ts'
import type { TodayComponent } from '../wx/types/index.ts'

/** A place in the program's source: the file relative to the project with `/` on every system, the rest from 1. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Something of the project that could not be used: said once for its cause, never the end of the run. */
export interface Notice {
  readonly code: NoticeCode
  /** The file that the notice is about, or that names what is missing. */
  readonly file?: string | undefined
  readonly line?: number | undefined
  readonly column?: number | undefined
  /** What is missing or unusable, as the program writes it: a path, a tag, the name of a package. */
  readonly subject?: string | undefined
  /** What the compiler or the program itself says about it. */
  readonly reason?: string | undefined
}

export type NoticeCode =
  /** A JSON file that is not JSON; what can be read of it is used. */
  | 'broken-json'
  | 'conflict-markers'
  /** A page that app.json declares, and that has no script and no template. */
  | 'page-missing'
  | 'script-missing'
  | 'private-info-missing'
  | 'template-missing'
  | 'component-missing'
  | 'package-missing'
  | 'module-missing'
  /** A path that leads out of the project. */
  | 'outside-project'
  | 'module-threw'
  | 'script-syntax'
  | 'unusable-template'
  | 'unusable-wxs'
  /** Something that a page or component defines, such as an observer without its method: `reason`. */
  | 'unusable-definition'
  /** `subject`: plugin, generic, skyline, worklet or xr-frame. */
  | 'unsupported'
  /** An event for which WXML names a method that the page or component does not have: `reason`. */
  | 'handler-missing'
  /** An API of the host that is answered with `:ok` and nothing else. */
  | 'api-not-emulated'
  /** Time stopped here: timers that come later were not run. */
  | 'too-many-turns'

/** What went wrong in the program's own code. */
export interface ProgramError {
  readonly message: string
  readonly kind: 'exception' | 'rejection' | 'endless-loop' | 'asked-again'
  readonly phase: Phase
  readonly place: Place | undefined
  /** The places that the error came through, innermost first. */
  readonly through: readonly Place[]
}

export type Phase = 'load' | 'launch' | 'open' | 'tap' | 'later'

/**
 * The realm of a launch: everything that the program can reach is made in it. `Object`, `Array` and `Promise` are those
 * of the context, and `later` runs in a turn of the clock. The host hands nothing of its own to the program: not a
 * function, an object, an error or a promise. Program code may have replaced `then` on the prototypes, so the host never
 * calls a method of a promise of this realm: it resolves one, with `deferred`.
 */
export interface ContextRealm extends Realm {
  /**
   * A function of the context that calls `work` with the arguments as they came (objects of the context). What `work`
   * throws becomes an `Error` of the context with the same message; what it returns must be a primitive or made here.
   */
  readonly wrap: (work: HostFunction, name?: string) => ContextFunction
  /** An object of the context with many such functions, made faster; `work` is told the name of the one that is called. */
  readonly functions: (
    names: readonly string[],
    work: (args: readonly unknown[], name: string) => unknown,
  ) => Record<string, unknown>
  /** A plain value (JSON, undefined, array buffers), copied into the context. Functions in it are left out. */
  readonly copy: (value: unknown) => unknown
  /** A plain copy of a value of the context, for the host: functions are left out, getters are read. */
  readonly plain: (value: unknown) => unknown
  readonly error: (message: string) => object
  readonly deferred: () => {
    readonly promise: object
    readonly resolve: (value: unknown) => void
    readonly reject: (reason: unknown) => void
  }
  /** Calls a function of the context; what it throws is one of the program's errors, and the result is `undefined`. */
  readonly call: (callee: unknown, self: unknown, args: readonly unknown[]) => unknown
  /** Stands in for what is not there: callable, with every property, and without any effect. */
  readonly inert: () => object
  /** Data of any shape that the program may read; what it compares has the value that it is compared with. */
  readonly guess: (hints: Readonly<Record<string, unknown>>) => unknown
  /** The two ends of an event channel; `events` are the listeners that `wx.navigateTo` was given. */
  readonly eventChannel: (events: unknown) => { readonly opener: object; readonly opened: object }
  /** The place of the program's innermost code that is running now. */
  readonly caller: () => Place | undefined
}

export type HostFunction = (args: readonly unknown[], self: unknown) => unknown
export type ContextFunction = (...args: readonly unknown[]) => unknown

/** Time in the program. It stands still while code runs, and jumps to the next timer when nothing else can run. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Counts turns of the event loop: code of one turn, its microtasks included, sees the same number. */
  readonly turn: () => number
  /** Runs the work in a turn of its own, after the turns that wait already. */
  readonly later: (work: () => void) => void
  readonly setTimer: (work: () => void, milliseconds: number, repeats?: boolean) => number
  readonly clearTimer: (id: number) => void
  /** How long each timer still waits; of one that repeats, how often. */
  readonly waits: () => readonly number[]
  /** Runs the work when nothing else can run, before time moves on: so popups are answered. */
  readonly whenIdle: (work: () => void) => void
  /**
   * Something outside of the program is under way, such as a person who reads a popup: other turns run, but time does
   * not move on until the returned function is called.
   */
  readonly hold: () => () => void
  /** Nothing runs any more. */
  readonly stop: () => void
  /** Runs turns until nothing is left within the horizon. */
  readonly run: () => Promise<void>
}

export type NavigationKind = 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch'

/** Why a navigation fails, in the platform's terms; `broken`: the page's code or template threw, which is one of the program's errors. */
export type NavigationFailure = 'not-found' | 'is-tab' | 'not-tab' | 'too-many' | 'no-back' | 'broken'

export interface OpenPage {
  /** `pages/near/index`. */
  readonly route: string
  readonly query: Readonly<Record<string, string>>
  /** The page as its own code sees it: an object of the context. */
  readonly instance: object
}

/** The pages that are open. Rows of the host move it in a turn of their own, as the platform does. */
export interface PageStack {
  /** From the first page to the one that is shown. */
  readonly pages: () => readonly OpenPage[]
  /** @param url absolute, or relative to the shown page; `channel` is what `getOpenerEventChannel` returns there */
  readonly navigate: (kind: NavigationKind, url: string, channel?: object) => NavigationFailure | undefined
  readonly back: (delta: number) => NavigationFailure | undefined
  /** The shown page is hidden and shown again: the settings page, or another program, covered it. */
  readonly cover: () => void
  readonly uncover: () => void
}

/** What happens in a run, in its order. */
export type HostEvent = { readonly at?: Place | undefined } & (
  | { readonly kind: 'opened'; readonly page: string; readonly query: Readonly<Record<string, string>> }
  | {
      readonly kind: 'tapped'
      /** Where it is no tap. */
      readonly how?: 'press' | 'move'
      readonly text: string
      readonly handler: string | undefined
    }
  | { readonly kind: 'input'; readonly text: string; readonly value: string }
  | {
      readonly kind: 'called'
      readonly api: string
      /** Counts calls, so that an answer finds its own. */
      readonly call: number
      /** Whether it belongs to a tap. */
      readonly tap: boolean
      /** Who hears of a refusal. */
      readonly listeners: { readonly fail: boolean; readonly complete: boolean; readonly promise: boolean }
    }
  | {
      readonly kind: 'answered'
      readonly api: string
      readonly call: number
      readonly callback: 'success' | 'fail'
      readonly errMsg: string
      /** Whether anything of the program hears of it: a callback, or a promise. */
      readonly heard: boolean
      /** For what is guarded: why it came out so. For a scope also its state. */
      readonly because?: string | undefined
      readonly scope: string | null
      readonly before?: string | null | undefined
      readonly after?: string | null | undefined
    }
  /** What has no callbacks failed, and nothing of the program listens for its errors. */
  | { readonly kind: 'unheard'; readonly api: 'RecorderManager.start' | 'camera'; readonly errMsg: string }
  | { readonly kind: 'popup'; readonly scope: string; readonly answer: string }
  | { readonly kind: 'modal'; readonly title: string; readonly content: string; readonly answer: string }
  | { readonly kind: 'sheet'; readonly items: readonly string[]; readonly answer: string }
  | { readonly kind: 'picker'; readonly api: string; readonly answer: string }
  | { readonly kind: 'settings'; readonly switches: Readonly<Record<string, boolean>> }
  | { readonly kind: 'toast'; readonly title: string; readonly icon: string }
  | {
      readonly kind: 'loading'
      readonly title: string
      readonly shown: boolean
      /** Not set for the loading over the page. */
      readonly of?: 'navigation-bar'
    }
  | { readonly kind: 'navigated'; readonly how: NavigationKind | 'navigateBack'; readonly page: string }
  | { readonly kind: 'error'; readonly error: ProgramError }
)

/** What the program's own `wx` and the parts of its pages that WeChat draws need from the launch. */
export interface HostParts {
  readonly realm: ContextRealm
  readonly clock: Clock
  readonly stack: PageStack
  readonly observe: (event: HostEvent) => void
  readonly notice: (notice: Notice) => void
  /** The page with which the program was opened. */
  readonly entry: () => AppEntry
}

export interface AppEntry {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
}

/** Fires an event on an element; the detail is a plain value, and is copied into the context. */
export type Fire = (event: string, detail: unknown) => void

/** The element of a `Fire`. */
interface FiredOn {
  readonly place: Place | undefined
  /** Whether the program listens to this event of it. */
  readonly hears: (event: string) => boolean
}

/** The host of one launch. */
export interface Host {
  /** The program's `wx`: a plain object of the context, its functions made with `wrap`. */
  readonly wx: object
  /** Where the call was made that failed with this object. */
  readonly failedAt: (result: unknown) => Place | undefined
  /** Called in the turn of each tap, before its handlers run. */
  readonly tapped: () => void
  /** What a button with an `open-type` does after its tap. @param fire on the button */
  readonly openType: (openType: string, fire: Fire) => void
  /** A `<camera>` is shown. @returns what to run when it is gone */
  readonly camera: (fire: Fire, element: FiredOn) => () => void
  /** Another component that asks is shown: in today's edition, a map, a live pusher or a room. */
  readonly component: (tag: TodayComponent, attributes: Readonly<Record<string, unknown>>, fire: Fire) => void
  /** Calls what `wx.onAppShow` and its sisters were given; the detail is a primitive, or of the context. */
  readonly emit: (event: string, detail: unknown) => void
  /** A `<picker>` of the page was tapped: `undefined` cancels. */
  readonly pick: (picker: PickerElement) => Promise<unknown>
}

export interface PickerElement {
  readonly mode: string
  readonly range: readonly unknown[]
  readonly value: unknown
}

export type MakeHost = (parts: HostParts) => Host
