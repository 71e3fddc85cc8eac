/**
 * The JavaScript world that page code runs in. What it receives is made of this world's objects: in a context of its
 * own, another realm's `{}` is no `Object`, and its constructor leads out.
 */
export interface Realm {
  readonly Object: new () => object
  readonly Array: new () => unknown[]
  readonly Promise: PromiseConstructor
  /** Runs it in a turn of the event loop of its own; turns come in the order in which they are asked for. */
  readonly later: (work: () => void) => void
}

/** As much of a realm as a result is made of. */
export type Makers = Pick<Realm, 'Object' | 'Array'>
