import type { ScopeName } from '../../../src/catalogue/names.ts'
import type { LayerKey, LayerState } from '../../../src/machine/layer-states.ts'
import type { Answer, ScopeState, TodayComponent } from '../../../src/wx/types/index.ts'

type Entry = 'call' | 'authorize' | 'button'
export type Component = 'camera' | TodayComponent

export interface Call {
  readonly entry: Entry
  /** Those that it needs, in the order in which they are asked for. */
  readonly scopes: readonly ScopeName[]
  /** As in its errMsg. */
  readonly name: string
  /** Mounted, not called. */
  readonly component?: Component | undefined
  readonly option: object
  readonly isOnlyWithCallbacks?: boolean
  readonly style: 'callbacks' | 'promise'
  /** What else it has to pass, in today's edition. */
  readonly isPrivacyApi: boolean
  readonly permissions: readonly LayerKey[]
}

/** What a popup is for. */
export type Of = ScopeName | 'privacy'

export type Step =
  /** All in one turn, so they overlap. */
  | { readonly do: 'calls'; readonly calls: readonly Call[] }
  | { readonly do: 'answer'; readonly of: Of | null; readonly answer: Answer }
  | { readonly do: 'set'; readonly scope: ScopeName; readonly state: ScopeState; readonly awaited: boolean }
  | { readonly do: 'arrange'; readonly layer: LayerKey; readonly state: LayerState }
  | { readonly do: 'reset'; readonly scopes: readonly ScopeName[]; readonly awaited: boolean }
  | { readonly do: 'settings'; readonly scope: ScopeName; readonly on: boolean }

export const background = 'scope.userLocationBackground'
export const location = 'scope.userLocation'
