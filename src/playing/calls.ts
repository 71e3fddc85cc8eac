import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ScopeName } from '../catalogue/names.ts'
import type { Call, Listeners, Stack } from '../explore/ports.ts'
import type { ScopeState } from '../machine/state.ts'
import type { HostEvent } from '../pages/ports.ts'
import type { CallDraft } from './log.ts'

/** Whether a call is a use of something that authorization concerns. */
export function isGuarded(catalogue: Catalogue, api: string): boolean {
  return besides.has(api) || catalogue.findApi(api) !== undefined
}

const besides: ReadonlySet<string> = new Set(['wx.authorize', 'wx.openSetting', 'RecorderManager.start'])

type Made = Pick<CallDraft, 'stack' | 'phase' | 'turn'>

export function callDraft(
  api: string,
  made: Made,
  tap: boolean,
  listeners: Omit<Listeners, 'other'> = noListeners,
): CallDraft {
  return {
    api,
    scope: null,
    ...made,
    tap,
    listeners: { ...listeners, other: false },
    outcome: 'open',
    because: null,
    before: null,
    after: null,
  }
}

const noListeners = { fail: false, complete: false, promise: false }

/** How a call ended: what its `answered` event says, or the emulator of what has no callbacks. */
export interface CallEnd {
  readonly callback: 'success' | 'fail' | null
  readonly errMsg: string
  readonly because: string | undefined
  readonly scope: string | null
  readonly before: string | null | undefined
  readonly after: string | null | undefined
}

export const endOf = (event: Extract<HostEvent, { kind: 'answered' }>): CallEnd => ({
  callback: event.callback,
  errMsg: event.errMsg,
  because: event.because,
  scope: event.scope,
  before: event.before,
  after: event.after,
})

/** @returns whether the user denied it */
export function settle(call: CallDraft, end: CallEnd): boolean {
  call.outcome = outcomeOf(end)
  call.because = end.because === 'no-purpose' || end.because === 'button-only' ? end.because : null
  call.scope = (end.scope ?? call.scope) as ScopeName | null
  call.before = (end.before ?? null) as ScopeState | null
  call.after = (end.after ?? null) as ScopeState | null
  return isDenied(call)
}

export const isDenied = ({ outcome }: Pick<CallDraft, 'outcome'>) =>
  outcome === 'refused' || outcome === 'cancelled'

/** What the user said no to, now or before, in the platform's words. */
const refusals: ReadonlySet<string | undefined> = new Set([
  'rejected',
  'rejected-now',
  'button-only',
  'no-purpose',
  'privacy-refused',
  'system-denied',
])

function outcomeOf({ callback, because, errMsg }: CallEnd): Call['outcome'] {
  if (callback === null) return 'open'
  if (callback === 'success') return 'succeeded'
  if (refusals.has(because)) return 'refused'
  return because === 'dismissed' || /:fail cancel$/.test(errMsg) ? 'cancelled' : 'failed'
}

/** The innermost call that a turn belongs to and that is judged. */
export function callBehind(
  places: readonly object[],
  guarded: WeakMap<object, CallDraft>,
): CallDraft | undefined {
  for (const place of places) {
    const call = guarded.get(place)
    if (call !== undefined) return call
  }
  return undefined
}

/** Whether every line where something was made is among those of a call that came of it. */
export function isWithin(inner: Stack, outer: Stack): boolean {
  const lines = new Set(inner.map(({ file, line, column }) => `${file}:${line}:${column}`))
  return outer.every(({ file, line, column }) => lines.has(`${file}:${line}:${column}`))
}
