import type { Emulator } from '../emulator/emulator.ts'
import { isPending } from '../emulator/guarded-api.ts'

/** An emulator that is opened when it is first used. */
export interface LazyEmulator {
  /** At once where that is possible: the emulator is open, and nothing is being arranged. */
  use<T extends object>(work: (emulator: Emulator) => T | Promise<T>): T | Promise<T>
  /** What is used after this, awaited or not, finds it done. */
  arrange<T>(work: (emulator: Emulator) => Promise<T>): Promise<T>
}

/** @param open called once, at the first use; a promise where something has to be loaded for it */
export function lazyEmulator(open: () => Emulator | Promise<Emulator>): LazyEmulator {
  let emulator: Emulator | Promise<Emulator> | undefined
  let arranging: Promise<unknown> | undefined

  function opened(): Emulator | Promise<Emulator> {
    if (emulator !== undefined) return emulator
    emulator = open()
    if (isPending(emulator)) {
      void emulator.then(
        loaded => {
          emulator = loaded
        },
        // Whoever uses it hears of the failure.
        () => undefined,
      )
    }
    return emulator
  }

  return {
    use(work) {
      const found = opened()
      if (arranging !== undefined) return arranging.then(() => found).then(work)
      return isPending(found) ? found.then(work) : work(found)
    },
    arrange(work) {
      const found = opened()
      const done = (arranging ?? Promise.resolve()).then(() => found).then(work)
      const end = () => {
        if (arranging === over) arranging = undefined
      }
      // Whoever arranged it hears of a failure; what is used afterwards does not fail for it.
      const over: Promise<void> = done.then(end, end)
      arranging = over
      return done
    },
  }
}
