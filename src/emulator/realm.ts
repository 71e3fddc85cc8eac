import type { Makers } from '../json/copy.ts'

/**
 * The JavaScript realm that page code runs in. Results are objects of that realm: inside a vm context, a `{}` from
 * outside is not an `instanceof Object`, and its constructor leads out of the context.
 */
export interface Realm extends Makers {
  readonly Promise: PromiseConstructor
  /** Runs the work in a turn of the event loop of its own; turns come in the order of the calls. */
  readonly later: (work: () => void) => void
}
