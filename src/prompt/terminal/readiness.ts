import type { Key } from './keys.ts'

/**
 * What reaches a prompt: a key, or one of three things that no key makes. `quiet`: nothing was typed for a while.
 * `redraw`: the screen changed under it. `close`: it ends now, undecided.
 */
export type PromptInput = Key | 'quiet' | 'redraw' | 'close'

/**
 * Whether a key counts. `all`: it was quiet before. `moves`: only an arrow was pressed since, so another arrow
 * counts. `none`: something was typed since, so it must be quiet first. `not-yet`: it has not been quiet since this
 * was drawn, so what comes may have been typed before.
 */
export type Readiness = 'not-yet' | 'none' | 'moves' | 'all'

/** How long nothing may be typed before a key and after it, so that the key counts: milliseconds. */
export const quietTime = 100
