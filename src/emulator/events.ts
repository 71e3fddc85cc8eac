import type { ScopeName } from '../catalogue/names.ts'
import type { LayerKey, LayerState } from '../machine/layer-states.ts'
import type { Outcome, UnansweredWhy } from '../machine/outcome.ts'
import type { DecidedBy } from '../machine/profile.ts'
import type { Answer, ScopeState } from '../machine/state.ts'
import type { PopupQuestion } from './ports.ts'

/** What happens in the emulator, in that order. For observers: no decision depends on an event. */
export type EmulatorEvent =
  | { readonly type: 'called'; readonly api: string; readonly params: unknown }
  | { readonly type: 'asked'; readonly question: PopupQuestion }
  | { readonly type: 'answered'; readonly question: PopupQuestion; readonly answer: Answer }
  | {
      readonly type: 'unanswered'
      readonly caller: string
      /** `undefined` for the settings page, and for the privacy sheet. */
      readonly scope: ScopeName | undefined
      readonly kind?: 'privacy'
      readonly why: UnansweredWhy
    }
  | {
      readonly type: 'recorded'
      readonly scope: ScopeName
      readonly before: ScopeState
      readonly after: ScopeState
      readonly by: DecidedBy
    }
  | {
      readonly type: 'layer-recorded'
      readonly layer: LayerKey
      readonly before: LayerState
      readonly after: LayerState
      readonly by: DecidedBy
    }
  /** The state changed from `shown` to `found` while the popup was open: the call follows `found`, not the answer. */
  | {
      readonly type: 'dropped'
      readonly scope: ScopeName
      readonly answer: Answer
      readonly shown: ScopeState
      readonly found: ScopeState
    }
  | { readonly type: 'settled'; readonly outcome: Outcome }

export type Observe = (event: EmulatorEvent) => void
