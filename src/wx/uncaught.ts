import { hostRealm } from '../session/host-realm.ts'

/**
 * Throws where nothing catches it: the process, or the test runner, sees an uncaught exception. In a turn of its own,
 * as a runner cannot tell which test an error thrown in a microtask belongs to.
 */
export function throwUncaught(error: unknown): void {
  hostRealm.later(() => {
    throw error
  })
}
