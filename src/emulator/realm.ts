import type { Makers } from '../json/copy.ts'

/**
 * The JavaScript world that page code runs in. What it receives is made of this world's objects: in a context of its
 * own, another realm's `{}` is no `Object`, and its constructor leads out.
 */
export interface Realm extends Makers {
  readonly Promise: PromiseConstructor
  /** Runs it in a turn of the event loop of its own; turns come in the order in which they are asked for. */
  readonly later: (work: () => void) => void
}
