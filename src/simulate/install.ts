import { type AuthPort, defineComponents } from './open-type.ts'
import { pageGlobals } from './pages.ts'
import { replaceKeys } from './replace-keys.ts'
import type { Simulator } from './simulator.ts'

export interface Installation {
  /** Of `createWxAuth()`. */
  readonly wx: object
  /** Of `createWxAuth()`. */
  readonly auth: AuthPort
  /** miniprogram-simulate, as it was imported. */
  readonly simulate: Simulator
}

/**
 * Lets pages and components that miniprogram-simulate renders ask for consent as on a phone: puts `wx` in the place of
 * its always-granting stubs, and gives it `Page`, `App`, `getApp`, `getCurrentPages`, buttons with an `open-type`, and
 * the consent of `<camera>`. Load pages after it.
 * @returns what takes it all back; what is rendered by then keeps its buttons
 */
export function install({ wx, auth, simulate }: Installation): () => void {
  const globals: Record<string, unknown> = globalThis
  const define = (definition: object) => {
    if (typeof globals.Component === 'function') globals.Component(definition)
  }
  const undo = [
    // Into the simulator's own object, for the rest of its functions and for those who hold it already.
    isObject(globals.wx) ? replaceKeys(globals.wx, wx) : replaceKeys(globals, { wx: { ...wx } }),
    replaceKeys(globals, pageGlobals(define)),
    defineComponents(simulate, auth),
  ]
  let isBack = false
  return () => {
    // A second time it would take back what came after.
    if (isBack) return
    isBack = true
    for (const step of undo) step()
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
