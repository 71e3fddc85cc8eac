import type { TodayParts } from './parts.ts'

type Listener = (result: object) => void

/** The listeners of an event. */
export interface Listeners {
  on(listener: unknown): void
  /** Without a listener, removes them all. */
  off(listener?: unknown): void
  /**
   * Calls them later, each with a result of its own, as page code may change what it receives; without a result, none.
   * One call at a time: what is told meanwhile is told with it.
   */
  emit(resultNow: () => object | undefined): void
}

export function listenersOf(parts: TodayParts): Listeners {
  const listeners = new Set<Listener>()
  let isEmitting = false
  return {
    on(listener) {
      if (typeof listener === 'function') listeners.add(listener as Listener)
    },
    off(listener) {
      if (listener === undefined) listeners.clear()
      else listeners.delete(listener as Listener)
    },
    emit(resultNow) {
      if (isEmitting) return
      isEmitting = true
      void afterCallbacks(parts).then(() => {
        isEmitting = false
        for (const listener of [...listeners]) {
          const result = resultNow()
          if (result !== undefined) callPage(parts, () => listener(result))
        }
      })
    },
  }
}

/** After the callbacks of the call that is ending: they take the next turn of the event loop. */
async function afterCallbacks({ callbacksOrPromise, later }: TodayParts): Promise<void> {
  await callbacksOrPromise.work(() => new Promise<void>(resolve => later(resolve)))
}

/** Runs page code: its error stops nothing else. */
export function callPage({ report }: Pick<TodayParts, 'report'>, work: () => void): void {
  try {
    work()
  } catch (error) {
    report(error)
  }
}
