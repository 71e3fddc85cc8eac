import type { Consent } from './catalogue/apis/unguarded.ts'
import type { FileProblem, JsonProblem } from './json/json-problem.ts'
import type { LockHolder } from './locks/lock.ts'
import type { LayerKey } from './machine/layer-states.ts'
import type { UnansweredWhy } from './machine/outcome.ts'
import type { SystemProblem } from './text/system-problem.ts'

/**
 * What a fault means; the command line has an exit code for each kind. `wrong-use`: a name, an option or an argument is
 * wrong. `negative`: the answer is no. `unanswered`: nobody could be asked. `profile`: the profile cannot be used.
 * `defect`: wxauth itself failed. `signal`: a signal ended the run.
 */
export type FaultKind = 'wrong-use' | 'negative' | 'unanswered' | 'profile' | 'defect' | 'signal'

/** One fault: its kind, and the facts that its message is made of. */
interface FaultRow<Facts> {
  readonly kind: FaultKind
  /** Only for the compiler: no row has facts. */
  readonly facts?: Facts
}

const wrongUse = { kind: 'wrong-use' } as const
const profile = { kind: 'profile' } as const

export interface Near {
  /** The word that was probably meant. */
  readonly near: string | undefined
}

/** Every fault. Facts are keys and numbers; the sentences are in `messages/`. */
export const faultRows = {
  ERR_UNKNOWN_COMMAND: wrongUse as FaultRow<Near & { command: string }>,
  ERR_UNKNOWN_FLAG: wrongUse as FaultRow<Near & { flag: string; command: string }>,
  ERR_FLAG_VALUE: wrongUse as FaultRow<{ flag: string; command: string }>,
  ERR_MISSING_ARGUMENT: wrongUse as FaultRow<{ argument: string; command: string }>,
  ERR_EXTRA_ARGUMENT: wrongUse as FaultRow<{ argument: string; command: string }>,
  /** `needed` is the flag that is missing beside `flag`. */
  ERR_MISSING_FLAG: wrongUse as FaultRow<{ flag: string; needed: string; command: string }>,
  ERR_CONFLICTING_FLAGS: wrongUse as FaultRow<{ flags: readonly [string, string] }>,
  /** With `scope`, it is the name of that scope, and `apis` are those of the scope. */
  ERR_UNKNOWN_API: wrongUse as FaultRow<Near & { api: string; scope?: string; apis?: readonly string[] }>,
  /** `instead` is the command to use. */
  ERR_UNGUARDED_API: wrongUse as FaultRow<{ api: string; consent: Consent; instead?: string }>,
  /** With `api`, it is the name of that API, and `near` is the scope of the API. `isLater`: only today's edition has it. */
  ERR_UNKNOWN_SCOPE: wrongUse as FaultRow<Near & { scope: string; api?: string; isLater?: boolean }>,
  /** `layer` if it is no state of that layer, instead of a scope's. */
  ERR_UNKNOWN_STATE: wrongUse as FaultRow<Near & { state: string; layer?: LayerKey }>,
  ERR_UNKNOWN_ANSWER: wrongUse as FaultRow<Near & { answer: string }>,
  ERR_UNKNOWN_EXPECTATION: wrongUse as FaultRow<Near & { expectation: string }>,
  ERR_UNKNOWN_OPEN_TYPE: wrongUse as FaultRow<Near & { openType: string; known: readonly string[] }>,
  /** An expectation of one call, where a whole program runs. */
  ERR_CALL_EXPECTATION: wrongUse as FaultRow<{ expectation: string; command: string }>,
  /** A word that is none of those that the flag takes. */
  ERR_FLAG_CHOICE: wrongUse as FaultRow<
    Near & {
      flag: string
      given: string
      choices: readonly string[]
      /** One of them; a list of them, too; the items of a sheet; or a part, of which the choices are examples. */
      form: 'word' | 'list' | 'item' | 'part'
    }
  >,
  ERR_FLAG_NUMBER: wrongUse as FaultRow<{ flag: string; given: string; from: number; to: number }>,
  /** A token of `--replay` that names no path. */
  ERR_BAD_TOKEN: wrongUse as FaultRow<{ token: string }>,
  /** A file of `--baseline` that is none. */
  ERR_BAD_BASELINE: wrongUse as FaultRow<{ path: string }>,
  ERR_UNKNOWN_SHELL: wrongUse as FaultRow<Near & { shell: string }>,
  ERR_UNKNOWN_LANGUAGE: wrongUse as FaultRow<Near & { language: string; known: readonly string[] }>,
  /** `of` is the function that takes the options. */
  ERR_UNKNOWN_OPTION: wrongUse as FaultRow<Near & { option: string; of: string; known: readonly string[] }>,
  ERR_UNKNOWN_EDITION: wrongUse as FaultRow<Near & { edition: string }>,
  ERR_UNKNOWN_PLATFORM: wrongUse as FaultRow<Near & { platform: string }>,
  /** The command exists in the guide's edition only. */
  ERR_GUIDE_ONLY: wrongUse as FaultRow<{ command: string }>,
  ERR_BAD_ARGUMENT: wrongUse as FaultRow<{
    argument: Argument
    expected: ArgumentKind | ErrMsgOf
    given: unknown
  }>,
  ERR_BAD_PAIR: wrongUse as FaultRow<{ pair: string; form: PairForm }>,
  ERR_BAD_JSON: wrongUse as FaultRow<{
    what: JsonInput
    given: string
    problem: JsonProblem | ErrMsgOf
  }>,
  /** `-` on a terminal: whoever types there could not answer the popup any more. */
  ERR_STDIN_TERMINAL: wrongUse as FaultRow<{ what: JsonInput; scope: string }>,
  ERR_UNREADABLE_FILE: wrongUse as FaultRow<{ what: JsonInput; path: string; problem: JsonProblem }>,
  /** A file that the command should write. */
  ERR_UNWRITABLE_FILE: wrongUse as FaultRow<{ path: string; problem: FileProblem }>,
  /** No folder for profiles: $WXAUTH_HOME is not set, and the user has no home directory. */
  ERR_NO_HOME: profile as FaultRow<object>,
  ERR_PROFILE_NAME: wrongUse as FaultRow<{ name: string }>,
  ERR_UNKNOWN_PROFILE: wrongUse as FaultRow<Near & { name: string; directory: string }>,
  /** `isRun`: a program of one's own runs, so that no demo can take its place. */
  ERR_PROJECT_MISSING: wrongUse as FaultRow<{
    directory: string
    problem: 'no-directory' | 'no-project'
    isRun?: boolean
  }>,
  /** The folder is the source of a framework, which builds a Mini Program from it. */
  ERR_FRAMEWORK_SOURCE: wrongUse as FaultRow<{ directory: string; framework: string }>,
  /** No folder with a Mini Program is named, and none is at or above the working directory. */
  ERR_NO_PROGRAM: wrongUse as FaultRow<{ directory: string; command: string }>,
  /** app.json declares no page that could be opened; `isTried`: all that were to be explored failed. */
  ERR_NO_PAGE: wrongUse as FaultRow<{ path: string; isTried?: boolean }>,
  ERR_UNKNOWN_PAGE: wrongUse as FaultRow<Near & { page: string; path: string }>,
  ERR_PROJECT_FILE: wrongUse as FaultRow<{
    path: string
    problem: JsonProblem | { readonly kind: 'bad-root' }
  }>,
  /** wxauth/miniprogram only: the program threw, or left a rejection unhandled. `others` went wrong at the same time. */
  ERR_PROGRAM: { kind: 'negative' } as FaultRow<{ error: ProgramFailure; others: number }>,
  /** wxauth/miniprogram only. `isDisabled`: the element is there; `others` could be meant. */
  ERR_NO_ELEMENT: { kind: 'negative' } as FaultRow<{
    target: string
    page: string
    use: 'tap' | 'input'
    isDisabled: boolean
    others: readonly string[]
  }>,
  /** wxauth/miniprogram only: another page is shown, or none. */
  ERR_PAGE_NOT_SHOWN: wrongUse as FaultRow<{ page: string; shown: string | undefined }>,
  /** wxauth/miniprogram only. `file` is that of the page, without its extension. */
  ERR_PAGE_NOT_OPENED: { kind: 'negative' } as FaultRow<{ page: string; file: string }>,
  /** wxauth/miniprogram only. */
  ERR_CLOSED: wrongUse as FaultRow<object>,
  /** wxauth/simulate only. */
  ERR_PAGE: wrongUse as FaultRow<{ page: string; problem: PageProblem }>,
  /** wxauth/simulate only. */
  ERR_NO_WINDOW: wrongUse as FaultRow<object>,
  /** Library only: the command line prints a line for each switch instead. */
  ERR_MISSING_SWITCH: { kind: 'negative' } as FaultRow<{
    scopes: readonly string[]
    /** Those that guard nothing any more. */
    retired?: readonly string[]
    /** Those that need a declaration in app.json. */
    undeclared?: readonly string[]
  }>,
  /** `walkthrough`: it needs the choice of an API, or answers. `scope` is `privacy` for the privacy sheet. */
  ERR_UNANSWERED: { kind: 'unanswered' } as FaultRow<{
    walkthrough?: 'choice' | 'answers'
    /** A program runs: it may be answered by more flags. */
    isRun?: true
    scope: string | undefined
    caller: string
    why: UnansweredWhy
  }>,
  ERR_PROFILE_CORRUPT: profile as FaultRow<{ path: string; line: number; column: number; name: string }>,
  ERR_PROFILE_VERSION: profile as FaultRow<{ path: string; version: unknown; name: string }>,
  ERR_PROFILE_VALUE: profile as FaultRow<{
    path: string
    /** `apps.wx1.name`; empty for the whole profile. */
    place: string
    expected: ProfileValue | ErrMsgOf | Extract<JsonProblem, { kind: 'too-deep' }>
    near?: string | undefined
    name: string
  }>,
  ERR_PROFILE_LOCKED: profile as FaultRow<{ path: string; holder: LockHolder; lock: string }>,
  ERR_PROFILE_UNREADABLE: profile as FaultRow<{ path: string; isFolder?: boolean; problem: JsonProblem }>,
  ERR_PROFILE_UNWRITABLE: profile as FaultRow<{ path: string; problem: FileProblem }>,
  /** stdout cannot be written. */
  ERR_OUTPUT: { kind: 'defect' } as FaultRow<{ problem: SystemProblem }>,
  ERR_INTERNAL: { kind: 'defect' } as FaultRow<{ problem: string }>,
  ERR_INTERRUPTED: { kind: 'signal' } as FaultRow<{ signal: 'SIGHUP' | 'SIGINT' | 'SIGTERM' }>,
} as const

type Rows = typeof faultRows
export type FaultCode = keyof Rows
export type FaultFacts = { readonly [C in FaultCode]: NonNullable<Rows[C]['facts']> }

/** A place in a program's source; line and column from 1. */
export interface SourcePlace {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** What a program that runs did wrong, with the places that it came through, the innermost first. */
export interface ProgramFailure {
  readonly kind: string
  readonly message: string
  readonly place: SourcePlace | undefined
  readonly through: readonly SourcePlace[]
}

/** What the command line reads as JSON. */
export type JsonInput = 'params' | 'reply' | 'storage' | 'fixtures' | 'baseline'

/** `SCOPE=STATE`, `SCOPE=ANSWER`, `KEY=VALUE`, or `TARGET=TEXT`. */
export type PairForm = 'state' | 'answer' | 'query' | 'input'

/** What the `errMsg` of a reply has to be: `name:ok`, or a text that starts with `name:fail`. */
export interface ErrMsgOf {
  readonly kind: 'err-msg'
  readonly name: string
}

/** What keeps miniprogram-simulate from loading a page. Files are paths without their extension. */
export type PageProblem =
  | { readonly kind: 'no-json'; readonly file: string }
  | { readonly kind: 'no-script'; readonly file: string; readonly isTypeScript: boolean }
  | { readonly kind: 'es-module'; readonly file: string | undefined }
  | { readonly kind: 'unresolved'; readonly request: string }
  | { readonly kind: 'wxml'; readonly text: string }
  | { readonly kind: 'threw'; readonly text: string }
  | { readonly kind: 'ran-before'; readonly file: string }
  | { readonly kind: 'not-defined'; readonly files: readonly string[] }
  | { readonly kind: 'other-root'; readonly root: string; readonly other: string }

/** What has the wrong value: an option or a property as code writes it, or what has no such name. */
export type Argument = string | { readonly what: UnnamedArgument; readonly of?: string }

/** `switch` is of a scope; `reply` of an API, or of a property such as `camera.errMsg`. */
export type UnnamedArgument =
  | 'options'
  | 'scope'
  | 'api'
  | 'state'
  | 'states'
  | 'answer'
  | 'answer-result'
  | 'page-answer'
  | 'open-type'
  | 'component'
  | 'switch'
  | 'reply'
  | 'launch-options'
  | 'page'
  | 'query'
  | 'target'
  | 'typed'
  | 'choice'

/** What an argument or an option of the library must be; each has its words in `messages/`. */
export type ArgumentKind =
  | 'object'
  | 'string'
  | 'strings'
  | 'boolean'
  | 'function'
  | 'not-function'
  | 'appid'
  | 'profile'
  | 'folder'
  | 'scope'
  | 'api'
  | 'state'
  | 'answer'
  | 'answers'
  | 'answer-result'
  | 'switches'
  | 'states'
  | 'open-type'
  | 'camera'
  | 'component'
  | 'language'
  | 'edition'
  | 'platform'
  | 'wx'
  | 'auth'
  | 'simulator'
  | 'modal'
  | 'sheet'
  | 'pick'
  | 'route'
  | 'query'
  | 'target'

/** The kind of value that a place in a profile needs. */
export type ProfileValue =
  | 'object'
  | 'string'
  | 'version'
  | 'state'
  | 'date'
  | 'decided-by'
  | 'api'
  | 'agreed'
  | 'undeclared'
  | 'permission-state'

/** The same in every copy of the class below: `import`, `require` and wxauth/simulate load one each. */
const brand = Symbol.for('wxauth.WxauthError')

/**
 * Wrong use, an unusable profile, a popup that nobody could answer, or a defect. A refusal by the user or the
 * platform is never thrown: it is an outcome.
 */
export class WxauthError<C extends FaultCode = FaultCode> extends Error {
  override readonly name = 'WxauthError'
  readonly code: C
  readonly kind: FaultKind
  readonly facts: FaultFacts[C]
  /** What to do next. */
  hint = ''

  /** The message is the code until `worded` replaces it. */
  constructor(code: C, facts: FaultFacts[C], options?: { readonly cause?: unknown }) {
    super(code, options)
    this.code = code
    this.kind = faultRows[code].kind
    this.facts = facts
  }
}

Object.defineProperty(WxauthError.prototype, brand, { value: true })
Object.defineProperty(WxauthError, Symbol.hasInstance, { value: hasInstance })

/** Whether the value is a fault of any copy of the class. A subclass has only its own instances. */
function hasInstance(this: unknown, value: unknown): boolean {
  if (this !== WxauthError) return Function.prototype[Symbol.hasInstance].call(this as () => void, value)
  return typeof value === 'object' && value !== null && brand in value
}
