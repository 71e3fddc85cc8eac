import type { Emulator } from '../emulator/emulator.ts'
import { isPending } from '../emulator/guarded-api.ts'

/** An emulator that is created at its first use. */
export interface LazyEmulator {
  /** Runs the work at once if the emulator is open and nothing is being arranged. */
  use<T extends object>(work: (emulator: Emulator) => T | Promise<T>): T | Promise<T>
  /** Every `use` after this, awaited or not, runs after the work. */
  arrange<T>(work: (emulator: Emulator) => Promise<T>): Promise<T>
}

/** @param open called once, at the first use; returns a promise if it has to load modules */
export function lazyEmulator(open: () => Emulator | Promise<Emulator>): LazyEmulator {
  let emulator: Emulator | Promise<Emulator> | undefined
  let arranging: Promise<unknown> | undefined

  function openEmulator(): Emulator | Promise<Emulator> {
    if (emulator !== undefined) return emulator
    emulator = open()
    if (isPending(emulator)) {
      void emulator.then(
        loaded => {
          emulator = loaded
        },
        // Each use rejects with the failure.
        () => undefined,
      )
    }
    return emulator
  }

  return {
    use(work) {
      const target = openEmulator()
      if (arranging !== undefined) return arranging.then(() => target).then(work)
      return isPending(target) ? target.then(work) : work(target)
    },
    arrange(work) {
      const target = openEmulator()
      const result = (arranging ?? Promise.resolve()).then(() => target).then(work)
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
