import type { EmulatorEvent } from '../../emulator/events.ts'
import type { Place } from '../ports.ts'
import type { Opening } from './user.ts'

/** Sees why things happen in a run, where the events say only what. It changes nothing. */
export interface Follower {
  /** Something opens for the user to decide. */
  readonly opens: (opening: Opening) => void
  /**
   * In this turn the callbacks of a call run, or the code that awaits it.
   * @param at where the call was made: the object that `realm.caller` gave for it
   */
  readonly calledBack: (at: Place | undefined, result: object | null) => void
  /** The page is shown again: what its lifecycle does belongs to no call. */
  readonly shownAgain: () => void
  readonly emulates: (event: EmulatorEvent) => void
  /** The program listens for errors of the recorder. */
  readonly hearsErrors: () => void
  /** @returns what the program gets in the place of an `authSetting` */
  readonly authSetting: (settings: object) => object
}
