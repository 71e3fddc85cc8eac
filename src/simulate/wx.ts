import { withUsableFiles } from './files.ts'
import { remember } from './restore.ts'

type Globals = Record<string, unknown>
type CanIUse = (schema: unknown) => unknown

/**
 * Puts our `wx` into the global one. Changes the simulator's own object, because it has other functions too, and page
 * code may already hold it.
 * @returns a function that makes the global `wx`, and all that is in it, what it was
 */
export function installWx(globals: Globals, wx: object): () => void {
  const restoreGlobal = remember(globals, ['wx'])
  const target = isObject(globals.wx) ? globals.wx : {}
  const restoreTarget = remember(target)
  const canIUse = canIUseBoth(target, { ...wx })
  Object.assign(target, withUsableFiles(target), wx, { canIUse })
  globals.wx = target
  return () => {
    restoreTarget()
    restoreGlobal()
  }
}

/** Ours knows only what wxauth has; the rest is there as before. */
function canIUseBoth(target: Globals, wx: Globals): CanIUse {
  const ours = wx.canIUse as CanIUse
  const before = target.canIUse
  return schema => {
    if (ours(schema)) return true
    const name = typeof schema === 'string' ? (schema.split('.')[0] ?? '') : ''
    if (Object.hasOwn(wx, name)) return false
    return typeof before === 'function' ? (before as CanIUse)(schema) : Object.hasOwn(target, name)
  }
}

function isObject(value: unknown): value is Globals {
  return typeof value === 'object' && value !== null
}
