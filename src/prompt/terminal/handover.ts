import type { Screen } from './screen.ts'
import type { TerminalKeys } from './terminal-keys.ts'
import type { TerminalMode } from './terminal-mode.ts'
import type { Turn } from './terminal-turn.ts'

/** Gives the terminal to other programs while this process is stopped, and takes it back. */
export interface Handover {
  /** Leaves the terminal as other programs expect it. */
  give(): void
  /** Draws the prompt anew: others had the terminal meanwhile, and may have left it in any mode. */
  takeBack(): Promise<void>
  /** Call before the prompt draws by itself: where the terminal was given away, it needs room for that. */
  makeRoom(): void
  /** Whether others have the terminal, so that nothing may be drawn on it. */
  isAway(): boolean
  /** The prompt has closed: from now on nothing is taken back. */
  end(): void
}

interface Parts {
  readonly turn: Turn
  readonly keys: TerminalKeys
  readonly screen: Screen
  readonly mode: TerminalMode
}

/**
 * @param onBusy called when another popup keeps the terminal too long
 * @param askForSize makes Node look up the size of the window
 */
export function handoverOf(
  { turn, keys, screen, mode }: Parts,
  onBusy: () => void,
  askForSize: () => void,
): Handover {
  let isAway = false
  let isOver = false
  return {
    give() {
      isAway = true
      keys.pause()
      screen.erase()
      mode.leave()
      turn.giveBack()
    },
    async takeBack() {
      const isOurs = await turn.take()
      // The prompt may have closed while this waited for its turn.
      if (isOver) return turn.giveBack()
      if (!isOurs) return onBusy()
      mode.enter()
      screen.makeRoom()
      isAway = false
      keys.send('redraw')
      keys.listen()
      // The system does not tell a stopped process that the window was resized.
      askForSize()
    },
    makeRoom() {
      if (isAway) screen.makeRoom()
      isAway = false
    },
    isAway: () => isAway,
    end() {
      isOver = true
    },
  }
}
