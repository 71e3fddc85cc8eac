import type { Host } from '../ports.ts'
import type { PageEngine } from './port.ts'
import type { ShownElement } from './shown.ts'

interface Parts {
  readonly elements: () => readonly ShownElement[]
  readonly engine: PageEngine
  readonly host: Host
}

/** Tells the host which `<camera>` elements are shown: one asks when it appears, and again after `wx:if` made it anew. */
export function watchCameras({ elements, engine, host }: Parts) {
  const shown = new Map<number, () => void>()
  let isDue = false

  return {
    /** The engine made a camera, which is not attached yet. */
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
      for (const { tag, number } of elements()) {
        if (tag !== 'camera' || shown.has(number)) continue
        shown.set(
          number,
          host.camera((event, detail) => engine.fire(number, event, detail, false)),
        )
      }
    },
  }
}
