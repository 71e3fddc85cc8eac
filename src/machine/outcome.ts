import type { ScopeName } from '../catalogue/names.ts'
import type { Refusal } from './decide.ts'
import type { Answer, ScopeState } from './state.ts'

/** Exactly the object that the Mini Program's callback, or the event's `detail`, receives. */
export interface ApiResult {
  readonly errMsg: string
  readonly [key: string]: unknown
}

/** Why; for hints, not for scripts. */
export type Because =
  | 'allowed'
  | Refusal
  | 'rejected-now'
  | 'dismissed'
  | 'bad-parameters'
  | 'invalid-scope'
  | 'reply-failed'
  | 'unanswered'

/**
 * Why nobody answered a popup. `no-terminal`: stdin or stderr is none. `no-input`: asking was switched off. `input-ended`: Ctrl-D or a closed
 * terminal. `stdin-changed`: stdin is no longer the terminal that the popup was shown on. `raw-mode`: another
 * program has the terminal in raw mode. `background`: another job is in the foreground. `busy`: another wxauth
 * is asking on this terminal. `no-answer`: the test has none for it.
 */
export type UnansweredWhy =
  | 'no-terminal'
  | 'no-input'
  | 'input-ended'
  | 'stdin-changed'
  | 'raw-mode'
  | 'background'
  | 'busy'
  | 'no-answer'

/** The result of one use of an API: the callback that runs, and what happened to the scope on the way. */
export interface Outcome {
  /** `wx.getLocation`, `camera`; for a tap the API behind the button. */
  readonly api: string
  /** Which callback runs; `null` when nobody answered the popup. */
  readonly callback: 'success' | 'fail' | null
  readonly result: ApiResult | null
  /** `null` where no single scope is concerned. */
  readonly scope: ScopeName | null
  readonly before: ScopeState | null
  readonly after: ScopeState | null
  /** How the popup was answered; `null` when none was needed. */
  readonly popup: Answer | 'unanswered' | null
  readonly because: Because
  /** Why nobody answered, when nobody did. */
  readonly unanswered?: UnansweredWhy
}
