import type { Key } from './keys.ts'

/**
 * What reaches a prompt: a key, or one of three things that no key sends. `quiet`: nothing was typed for a while.
 * `redraw`: the screen changed. `close`: the prompt has to end now, with nothing decided.
 */
export type PromptInput = Key | 'quiet' | 'redraw' | 'close'

/**
 * Whether the next key counts. `all`: any key does, because it has been quiet. `moves`: only another arrow does,
 * because an arrow was the last key. `none`: no key does until it has been quiet, because something was typed.
 * `not-yet`: it has not been quiet since the prompt was drawn, so the next key may have been typed before that.
 */
export type Readiness = 'not-yet' | 'none' | 'moves' | 'all'

/** How long nothing may be typed before a key and after it, so that the key counts: milliseconds. */
export const quietTime = 100
