import type { Turn } from './terminal-turn.ts'
import type { After } from './tty.ts'

// Milliseconds.
const lookTime = 200

/**
 * Looks for other processes that wait to ask on this terminal. They cannot say so themselves: they do not know where on
 * the screen this prompt is.
 * @param announce called with each of them; false if it is too early to announce anything
 * @returns how to stop looking
 */
export function announceWaiting(turn: Turn, after: After, announce: (pid: number) => boolean): () => void {
  const announced = new Set<number>()
  const look = () => {
    for (const pid of turn.waiting()) if (!announced.has(pid) && announce(pid)) announced.add(pid)
    cancel = after(lookTime, look)
  }
  let cancel = after(lookTime, look)
  return () => cancel()
}
