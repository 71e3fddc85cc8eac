import { guardCallbacks } from './page-errors.ts'

type Definition = Readonly<Record<string, unknown>>
type Define = (definition: Definition) => unknown

/** The global `Component` of the simulator, with what pages need besides. */
export interface GuardedComponent {
  /** To replace the simulator's; empty if there is none. */
  readonly globals: { readonly Component?: Define }
  /** How many components have been defined. */
  count(): number
}

export function guardedComponent(globals: Readonly<Record<string, unknown>>): GuardedComponent {
  const { Component, Behavior } = globals
  if (!isDefine(Component) || !isDefine(Behavior)) return { globals: {}, count: () => 0 }
  const guard = Behavior({ created: guardCallbacks })
  let count = 0
  return {
    globals: {
      Component(definition) {
        count += 1
        const { behaviors } = definition
        return Component({
          ...definition,
          behaviors: [...(Array.isArray(behaviors) ? behaviors : []), guard],
        })
      },
    },
    count: () => count,
  }
}

const isDefine = (value: unknown): value is Define => typeof value === 'function'
