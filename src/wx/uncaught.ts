import { later } from '../session/later.ts'

/**
 * Throws where nobody catches it: the process, or the runner of its tests, hears of it as an uncaught exception. In a
 * turn of its own, and in no microtask: what is thrown there has lost the test that it belongs to.
 */
export function throwUncaught(error: unknown): void {
  later(() => {
    throw error
  })
}
