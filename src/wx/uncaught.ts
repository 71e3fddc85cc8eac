import { hostRealm } from '../session/host-realm.ts'

/**
 * Throws where nobody catches it: the process, or the test runner, hears of it as an uncaught exception. In a turn of
 * its own, and in no microtask: what is thrown there has lost the test that it belongs to.
 */
export function throwUncaught(error: unknown): void {
  hostRealm.later(() => {
    throw error
  })
}
