import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { Realm } from '../../emulator/realm.ts'
import type { Declares } from '../../machine/layers.ts'
import type { LazyEmulator } from '../../session/lazy-emulator.ts'
import type { CallbacksOrPromise, Run } from '../callbacks-or-promise.ts'

/** What today's part of `wx` gets from the rest. */
export interface TodayParts {
  readonly catalogue: Catalogue
  readonly lazyEmulator: LazyEmulator
  readonly callbacksOrPromise: CallbacksOrPromise
  readonly later: Realm['later']
  /** Receives the errors that no caller can catch. */
  readonly report: (error: unknown) => void
  /** What the Mini Program declares. */
  readonly declares: () => Declares | undefined
  /** Adds to what an API does that is no function of `wx`. */
  readonly around?: (api: string, run: Run) => Run
}
