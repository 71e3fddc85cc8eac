import type { FromWorker, ToWorker } from '../conversation.ts'

/** The way to the thread that started the worker. */
export interface Port {
  postMessage(message: FromWorker): void
  on(event: 'message', listener: (message: ToWorker) => void): unknown
}

type Answer<T extends ToWorker['type']> = Extract<ToWorker, { readonly type: T }>

/** What the worker asks of the main thread, each with its answer. */
export interface MainThread {
  readonly say: (message: FromWorker) => void
  /** @returns the next message of one of these types that belongs to this id */
  readonly wait: <T extends ToWorker['type']>(types: readonly T[], id?: number) => Promise<Answer<T>>
  readonly nextId: () => number
}

interface Waiter {
  readonly types: readonly string[]
  readonly id: number | undefined
  readonly hear: (message: ToWorker) => void
}

export function mainThread(port: Port): MainThread {
  const waiters = new Set<Waiter>()
  let ids = 0
  port.on('message', message => {
    const id = 'id' in message ? message.id : undefined
    for (const waiter of waiters) {
      if (!waiter.types.includes(message.type) || (waiter.id !== undefined && waiter.id !== id)) continue
      waiters.delete(waiter)
      waiter.hear(message)
      return
    }
  })
  return {
    say: message => port.postMessage(message),
    wait: <T extends ToWorker['type']>(types: readonly T[], id?: number) =>
      new Promise<Answer<T>>(resolve => {
        waiters.add({ types, id, hear: message => resolve(message as Answer<T>) })
      }),
    nextId: () => {
      ids += 1
      return ids
    },
  }
}
