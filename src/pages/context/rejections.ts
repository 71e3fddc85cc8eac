/** The part of Node's process that hears of rejections which nobody caught. */
export interface RejectionSource {
  listeners(event: 'unhandledRejection'): readonly ((reason: unknown, promise: Promise<unknown>) => void)[]
  removeAllListeners(event: 'unhandledRejection'): unknown
  on(event: 'unhandledRejection', listener: (reason: unknown, promise: Promise<unknown>) => void): unknown
}

interface Owner {
  readonly owns: (promise: unknown) => boolean
  readonly hear: (reason: unknown, promise: object) => void
}

/** Those who listen now, by the process: its own listeners are put back when the last one leaves. */
const watches = new WeakMap<RejectionSource, { owners: readonly Owner[]; readonly restore: () => void }>()

/**
 * Hears of the rejections of one context's promises. A test runner takes each rejection for a failure of its own, so the
 * program's are kept from it; all others go to whoever listened before.
 * @returns ends it
 */
export function watchRejections(source: RejectionSource, owner: Owner): () => void {
  const watch = watches.get(source) ?? start(source)
  watch.owners = [...watch.owners, owner]
  return () => {
    watch.owners = watch.owners.filter(one => one !== owner)
    if (watch.owners.length === 0 && watches.get(source) === watch) {
      watches.delete(source)
      watch.restore()
    }
  }
}

function start(source: RejectionSource) {
  const before = [...source.listeners('unhandledRejection')]
  source.removeAllListeners('unhandledRejection')
  const watch = {
    owners: [] as readonly Owner[],
    restore() {
      source.removeAllListeners('unhandledRejection')
      for (const listener of before) source.on('unhandledRejection', listener)
    },
  }
  watches.set(source, watch)
  source.on('unhandledRejection', (reason, promise) => {
    const owner = watch.owners.find(({ owns }) => owns(promise))
    if (owner !== undefined) return owner.hear(reason, promise)
    for (const listener of before) listener(reason, promise)
    // Without a listener, Node ends the process, as it would without us.
    if (before.length === 0) throw reason
  })
  return watch
}
