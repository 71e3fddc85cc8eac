import type { ScopeName } from '../catalogue/names.ts'
import type { Refusal } from './decide.ts'
import type { Answer, ScopeState } from './state.ts'

/** Exactly the object that the Mini Program's callback, or the event's `detail`, receives. */
export interface ApiResult {
  readonly errMsg: string
  readonly [key: string]: unknown
}

/** Why the call ended as it did. Hints are made from it; scripts should read `callback` and `result`. */
export type Because =
  | 'allowed'
  | Refusal
  | LayerRefusal
  | 'rejected-now'
  | 'dismissed'
  | 'bad-parameters'
  | 'invalid-scope'
  | 'reply-failed'
  | 'unanswered'

/** Why a layer besides the scope refuses: a declaration, the guideline, the agreement, the phone. */
export type LayerRefusal =
  | 'private-info-missing'
  | 'private-info-excluded'
  | 'background-mode-missing'
  | 'guideline-undeclared'
  | 'privacy-refused'
  | 'system-denied'

/**
 * Why nobody answered a popup or the settings page. `no-terminal`: stdin or stderr is not a terminal. `no-input`:
 * asking was switched off. `too-small`: the window cannot show what is asked. `input-ended`: Ctrl-D, or the terminal was
 * closed. `stdin-changed`: stdin is no longer the terminal that the popup was shown on. `raw-mode`: another program has
 * put the terminal into raw mode. `background`: another job is in the foreground. `busy`: another wxauth is asking on
 * this terminal. `no-answer`: the test has queued no answer.
 */
export type UnansweredWhy =
  | 'no-terminal'
  | 'no-input'
  | 'too-small'
  | 'input-ended'
  | 'stdin-changed'
  | 'raw-mode'
  | 'background'
  | 'busy'
  | 'no-answer'

/** A popup that a call showed: that of a scope, or the privacy sheet. */
export interface PopupShown {
  readonly kind: 'scope' | 'privacy'
  /** `null` for the privacy sheet. */
  readonly scope: ScopeName | null
  readonly answer: Answer | 'unanswered'
}

/** The result of one use of an API: which callback runs, and what happened to the scope. */
export interface Outcome {
  /** `wx.getLocation`, `camera`; for a tap, the API behind the button. */
  readonly api: string
  /** Which callback runs; `null` when nobody answered the popup. */
  readonly callback: 'success' | 'fail' | null
  readonly result: ApiResult | null
  /** `null` if the API concerns no single scope. */
  readonly scope: ScopeName | null
  readonly before: ScopeState | null
  readonly after: ScopeState | null
  /** How the popup of the scope was answered; `null` when none was needed. */
  readonly popup: Answer | 'unanswered' | null
  /** All popups of the call, in order. */
  readonly popups: readonly PopupShown[]
  readonly because: Because
  /** Why nobody answered; only if `callback` is `null`. */
  readonly unanswered?: UnansweredWhy
}
