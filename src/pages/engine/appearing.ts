import type { Host } from '../ports.ts'
import type { PageEngine } from './port.ts'
import type { ShownElement } from './shown.ts'

interface Parts {
  readonly elements: () => readonly ShownElement[]
  readonly engine: PageEngine
  readonly host: Host
}

/** Elements that do something when they appear, and again when `wx:if` made them anew. */
export function watchAppearing({ elements, engine, host }: Parts) {
  const shown = new Map<number, () => void>()
  let isDue = false

  /** @returns what to run when the element is gone */
  const appeared: Readonly<Record<string, (number: number) => () => void>> = {
    camera: number => host.camera((event, detail) => engine.fire(number, event, detail, false)),
    editor(number) {
      engine.fire(number, 'ready', {}, false)
      return () => {}
    },
  }

  return {
    /** The engine made one, which is not attached yet. */
    made() {
      isDue = true
    },
    /** After each turn. */
    check() {
      for (const [number, gone] of shown) {
        if (engine.isAttached(number)) continue
        shown.delete(number)
        gone()
      }
      if (!isDue) return
      isDue = false
      for (const { tag, number, is } of elements()) {
        const begin = is === '' && Object.hasOwn(appeared, tag) ? appeared[tag] : undefined
        if (begin !== undefined && !shown.has(number)) shown.set(number, begin(number))
      }
    },
  }
}
