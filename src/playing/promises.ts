import { promiseHooks } from 'node:v8'
import { errorHere } from '../pages/context/create.ts'

/** The program's promises that somebody waits for. */
export interface PromiseWatch {
  /** A handler of the program returned it: the platform waits for it. */
  readonly returned: (promise: object) => void
  /** Nobody has caught it so far. @param caught runs when somebody does */
  readonly rejected: (promise: object, caught: () => void) => void
  /** Those that are still open: where each was made, as an error whose stack says so. */
  readonly waiting: () => readonly Error[]
  readonly end: () => void
}

interface Open {
  readonly made: Error
  isAwaited: boolean
}

/**
 * Sees every promise of one context, from when it is made until it is settled. Those that `then` and `await` make are
 * left out: they wait for another.
 * @param isOwn whether a promise was made in the context
 */
export function watchPromises(isOwn: (promise: object) => boolean): PromiseWatch {
  const open = new Map<object, Open>()
  const uncaught = new Map<object, () => void>()
  const end = promiseHooks.createHook({
    init(promise, parent) {
      if (parent !== undefined) {
        uncaught.get(parent)?.()
        const known = open.get(parent)
        if (known !== undefined) known.isAwaited = true
        return
      }
      if (isOwn(promise)) open.set(promise, { made: errorHere(), isAwaited: false })
    },
    settled(promise) {
      open.delete(promise)
    },
  })
  return {
    returned(promise) {
      const known = open.get(promise)
      if (known !== undefined) known.isAwaited = true
    },
    rejected: (promise, caught) => void uncaught.set(promise, caught),
    waiting: () => [...open.values()].filter(({ isAwaited }) => isAwaited).map(({ made }) => made),
    end: () => void end(),
  }
}
