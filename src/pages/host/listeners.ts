import type { Listeners } from './row.ts'

export function createListeners(): Listeners {
  const byEvent = new Map<string, readonly unknown[]>()
  const of = (event: string) => byEvent.get(event) ?? []
  return {
    add(event, listener) {
      if (typeof listener === 'function') byEvent.set(event, [...of(event), listener])
    },
    remove(event, listener) {
      byEvent.set(event, typeof listener === 'function' ? of(event).filter(one => one !== listener) : [])
    },
    emit(event, detail) {
      for (const listener of of(event)) (listener as (detail: unknown) => void)(detail)
    },
  }
}
