import type { Emulator } from '../emulator/emulator.ts'
import { isPending } from '../emulator/outcomes.ts'

/** An emulator that is created at its first use. */
export interface LazyEmulator {
  /** Looks at the emulator as it is now, even while something is being arranged. */
  look<T>(work: (emulator: Emulator) => T): T
  /** Runs the work at once, unless something is being arranged. */
  use<T extends object>(work: (emulator: Emulator) => T | Promise<T>): T | Promise<T>
  /**
   * Runs the work after what was arranged before. Every `use` after this, awaited or not, runs after the work. Over a
   * store in memory, the work is done when this returns.
   */
  arrange<T extends object>(work: (emulator: Emulator) => T | Promise<T>): T | Promise<T>
}

/** @param open called at the first use, and again if it threw */
export function lazyEmulator(open: () => Emulator): LazyEmulator {
  let emulator: Emulator | undefined
  let arranging: Promise<unknown> | undefined

  function look<T>(work: (emulator: Emulator) => T): T {
    emulator ??= open()
    return work(emulator)
  }

  function use<T extends object>(work: (emulator: Emulator) => T | Promise<T>): T | Promise<T> {
    return arranging === undefined ? look(work) : arranging.then(() => look(work))
  }

  return {
    look,
    use,
    arrange(work) {
      const result = use(work)
      if (!isPending(result)) return result
      const end = () => {
        if (arranging === ending) arranging = undefined
      }
      // A failure rejects this promise only, not the uses that wait for it.
      const ending: Promise<void> = result.then(end, end)
      arranging = ending
      return result
    },
  }
}
