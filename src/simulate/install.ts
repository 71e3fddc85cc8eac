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
 * Lets pages and components in miniprogram-simulate ask for consent as on a phone. Replaces the simulator's `wx`, whose
 * stubs grant everything, and adds `Page`, `App`, `getApp`, `getCurrentPages`, buttons with an `open-type`, and a
 * `<camera>` that asks. Call it before you load pages.
 * @returns a function that uninstalls; what is already rendered keeps its buttons and cameras
 */
export function install({ wx, auth, simulate }: Installation): () => void {
  const globals: Record<string, unknown> = globalThis
  const define = (definition: object) => {
    if (typeof globals.Component === 'function') globals.Component(definition)
  }
  const undo = [
    // Changes the simulator's own object: it has other functions too, and page code may already hold it.
    isObject(globals.wx) ? replaceKeys(globals.wx, wx) : replaceKeys(globals, { wx: { ...wx } }),
    replaceKeys(globals, pageGlobals(define)),
    defineComponents(simulate, auth),
  ]
  let isUninstalled = false
  return () => {
    // A second run would undo a later installation.
    if (isUninstalled) return
    isUninstalled = true
    for (const step of undo) step()
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
