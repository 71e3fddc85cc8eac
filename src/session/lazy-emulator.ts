import type { Emulator } from '../emulator/emulator.ts'
import { isPending } from '../emulator/pending.ts'

/** The emulator behind the doors, which may still have to be opened, and what is arranged there. */
export interface Backing {
  /** The emulator where it can be used at once: most calls need no more, and `use` costs a function for each. */
  ready(): Emulator | undefined
  /** At once where it can be: opened, and nothing being arranged. */
  use<T>(work: (emulator: Emulator) => T | Promise<T>): T | Promise<T>
  /** What is used after this, awaited or not, finds it done. */
  arrange<T>(work: (emulator: Emulator) => Promise<T>): Promise<T>
}

/** @param open called once, at the first use; a promise where something has to be loaded for it */
export function backing(open: () => Emulator | Promise<Emulator>): Backing {
  let emulator: Emulator | undefined
  let opening: Promise<Emulator> | undefined
  let arranging: Promise<unknown> | undefined

  function opened(): Emulator | Promise<Emulator> {
    if (emulator !== undefined) return emulator
    if (opening !== undefined) return opening
    const found = open()
    if (!isPending(found)) {
      emulator = found
      return found
    }
    opening = found.then(loaded => {
      emulator = loaded
      return loaded
    })
    return opening
  }

  return {
    ready: () => (arranging === undefined ? emulator : undefined),
    use(work) {
      const found = emulator ?? opened()
      if (arranging !== undefined) return arranging.then(() => found).then(work)
      return isPending(found) ? found.then(work) : work(found)
    },
    arrange(work) {
      const found = opened()
      const done = (arranging ?? Promise.resolve()).then(() => found).then(work)
      // Whoever arranged it hears of a failure; those who come after are not to fail for it.
      const over: Promise<void> = done.then(
        () => end(),
        () => end(),
      )
      const end = () => {
        if (arranging === over) arranging = undefined
      }
      arranging = over
      return done
    },
  }
}
