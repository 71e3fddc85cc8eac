import type { UnansweredWhy } from './machine/outcome.ts'
import { faultTexts } from './messages/en/faults.ts'

/** The facts that each fault carries; its text for people is derived from them in `messages/`. */
export interface FaultFacts {
  // Wrong use: exit 2
  ERR_UNKNOWN_COMMAND: { command: string; near: string | undefined }
  ERR_UNKNOWN_FLAG: { flag: string; command: string; near: string | undefined }
  ERR_FLAG_VALUE: { flag: string; command: string }
  ERR_MISSING_ARGUMENT: { argument: string; command: string }
  ERR_EXTRA_ARGUMENT: { argument: string; command: string }
  ERR_CONFLICTING_FLAGS: { flags: readonly [string, string] }
  ERR_UNKNOWN_API: { api: string; near: string | undefined }
  ERR_UNGUARDED_API: { api: string; instead: string | undefined }
  ERR_UNKNOWN_SCOPE: { scope: string; near: string | undefined }
  ERR_UNKNOWN_STATE: { state: string; near: string | undefined }
  ERR_UNKNOWN_ANSWER: { answer: string; near: string | undefined }
  ERR_UNKNOWN_EXPECTATION: { expectation: string; near: string | undefined }
  ERR_UNKNOWN_OPEN_TYPE: { openType: string; near: string | undefined }
  ERR_UNKNOWN_SHELL: { shell: string; near: string | undefined }
  ERR_UNKNOWN_OPTION: { option: string; near: string | undefined }
  ERR_BAD_ARGUMENT: { argument: string; expected: string; given: string }
  ERR_BAD_PAIR: { pair: string; form: string }
  ERR_BAD_JSON: { what: string; given: string; problem: string }
  ERR_UNREADABLE_FILE: { what: string; path: string; problem: string }
  ERR_PROFILE_NAME: { name: string }
  ERR_UNKNOWN_PROFILE: { name: string; directory: string; near: string | undefined }
  ERR_PROJECT_MISSING: { directory: string; problem: 'no-directory' | 'no-project' }
  ERR_PROJECT_FILE: { path: string; line: number | undefined; column: number | undefined; problem: string }
  // A switch that is not on the settings page: exit 1
  ERR_MISSING_SWITCH: { scopes: readonly string[] }
  // Nobody could be asked: exit 3
  ERR_UNANSWERED: {
    scope: string | undefined
    caller: string
    why: UnansweredWhy
  }
  // The profile is unusable: exit 4
  ERR_PROFILE_CORRUPT: { path: string; line: number; column: number; name: string }
  ERR_PROFILE_VERSION: { path: string; version: unknown; name: string }
  ERR_PROFILE_VALUE: { path: string; place: string; problem: string; name: string }
  ERR_PROFILE_LOCKED: { path: string; holder: string; lock: string }
  ERR_PROFILE_UNREADABLE: { path: string; problem: string }
  ERR_PROFILE_UNWRITABLE: { path: string; problem: string }
  // A defect of wxauth: exit 70
  ERR_OUTPUT: { problem: string }
  ERR_INTERNAL: { problem: string }
  // A signal ended it: exit 128 + its number
  ERR_INTERRUPTED: { signal: 'SIGHUP' | 'SIGINT' | 'SIGTERM' }
}

export type FaultCode = keyof FaultFacts

/**
 * Wrong use, an unusable profile, a popup that nobody could answer, or a defect. A refusal by the user or the
 * platform is never thrown: it is an outcome.
 */
export class WxauthError<C extends FaultCode = FaultCode> extends Error {
  override readonly name = 'WxauthError'
  readonly code: C
  readonly facts: FaultFacts[C]
  /** What to do next. */
  readonly hint: string

  /** @param options `hinted`: the message says what to do next too, for those who are shown nothing else */
  constructor(code: C, facts: FaultFacts[C], options: ErrorOptions & { readonly hinted?: boolean } = {}) {
    const { message, hint } = faultTexts[code](facts)
    super(options.hinted ? `${message} ${hint}` : message, options)
    this.code = code
    this.facts = facts
    this.hint = hint
  }
}

/**
 * The system's code for a failed operation: `ENOENT`. Told by its shape: where tests run in a realm of their own, the
 * errors of Node's modules are of another.
 */
export function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}

/** The system's own words for a failed file operation: `EACCES: permission denied`, without the path twice. */
export function systemProblem(error: unknown): string {
  const isError = typeof error === 'object' && error !== null && 'message' in error
  return isError ? String(error.message).replace(/, \w+ '.*$/s, '') : String(error)
}
