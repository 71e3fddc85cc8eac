import { guardedComponent } from './component.ts'
import { installLoader } from './loader.ts'
import { type AuthPort, defineComponents } from './open-type.ts'
import { reportPageErrors } from './page-errors.ts'
import { faultOf } from './page-fault.ts'
import { pageGlobals } from './pages.ts'
import { remember } from './restore.ts'
import { type ErrorListeners, errorListenersOf, type Simulator } from './simulator.ts'
import { installWx } from './wx.ts'

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
 * `<camera>` that asks. What page code throws fails the test. Call it before you load pages.
 * @returns a function that uninstalls; what is already rendered keeps its buttons and cameras
 * @throws WxauthError ERR_BAD_ARGUMENT, ERR_NO_WINDOW; while it is installed, `simulate.load` throws ERR_PAGE
 */
export function install(installation: Installation): () => void {
  const globals: Record<string, unknown> = globalThis
  const { wx, auth, simulate, listeners } = checked(installation, globals)
  const component = guardedComponent(globals)
  const define = (definition: object) => {
    if (typeof globals.Component === 'function') globals.Component(definition)
  }
  const undo = [
    installWx(globals, wx),
    replace(globals, { ...pageGlobals(define), ...component.globals }),
    defineComponents(simulate, auth),
    reportPageErrors(listeners, auth.throwUncaught),
    installLoader(simulate, component.count, auth.language),
  ]
  let isUninstalled = false
  return () => {
    // A second run would undo a later installation.
    if (isUninstalled) return
    isUninstalled = true
    for (const step of undo.toReversed()) step()
  }
}

function checked(installation: unknown, globals: Record<string, unknown>) {
  const { wx, auth, simulate } = Object(installation) as Partial<Installation>
  check('wx', wx, hasFunctions(wx, ['canIUse']))
  check('auth', auth, hasFunctions(auth, ['tap', 'mount', 'unmount', 'throwUncaught']))
  const language = auth?.language
  check('simulator', simulate, hasFunctions(simulate, ['load', 'render']), language)
  if (globals.window === undefined) throw faultOf('ERR_NO_WINDOW', {}, { entry: install, language })
  const listeners = errorListenersOf(simulate as Simulator)
  check('simulator', simulate, listeners !== undefined, language)
  return { ...(installation as Installation), listeners: listeners as ErrorListeners }
}

function check(
  expected: 'wx' | 'auth' | 'simulator',
  given: unknown,
  isRight: boolean,
  language?: string,
): void {
  const argument = expected === 'simulator' ? 'simulate' : expected
  if (!isRight) {
    const origin = { entry: install, language }
    throw faultOf('ERR_BAD_ARGUMENT', { argument, expected, given }, origin)
  }
}

const hasFunctions = (value: unknown, names: readonly string[]): boolean =>
  names.every(name => typeof Object(value)[name] === 'function')

function replace(target: object, values: object): () => void {
  const restore = remember(target, Object.keys(values))
  Object.assign(target, values)
  return restore
}
