import type { Params } from '../catalogue/api.ts'
import type { EditionName } from '../catalogue/edition-names.ts'
import { mostPrivateInfos, type PrivateInfo } from '../catalogue/layers.ts'
import type { GuardedApi, LaterFreeApi, ScopeName } from '../catalogue/names.ts'
import type { Platform } from '../catalogue/platforms.ts'
import type { LayerSetting } from '../machine/layer-states.ts'
import type { Answer, ScopeState } from '../machine/state.ts'

/** One sentence of the guide, with the rows that follow from it, or with the reason why none does. */
export type Sentence = {
  readonly text: string
  readonly kind: 'title' | 'sentence' | 'bullet' | 'row' | 'practice' | 'note'
} & ({ readonly rows: readonly Row[] } | { readonly context: string })

/** Plain data: it can run against the emulator, the command line and the library. */
export interface Row {
  readonly given: Given
  readonly steps: readonly Step[]
  /** The row that is shown if there is room for only one. Default: the first row of the sentence. */
  readonly example?: true
}

export type States = Readonly<Partial<Record<ScopeName, ScopeState>>>

/** The states of layers besides the scope, by the keys that `set` takes. */
export type LayerStates = { readonly [S in LayerSetting as S['layer']]?: S['state'] }

export interface Given {
  /** Default: `guide`. */
  readonly edition?: EditionName
  /** Whose spelling refusals have. */
  readonly platform?: Platform
  /** All other scopes are undecided. */
  readonly scopes?: States
  /** All other layers are as for a new user: nothing agreed to, the guideline declared, the phone permits everything. */
  readonly layers?: LayerStates
  /** The usage description of scope.userLocation; `null` for none. Default: `usage`. */
  readonly usage?: string | null
  /** Default: `usualPrivateInfos`. */
  readonly requiredPrivateInfos?: readonly PrivateInfo[]
  /** Default: `usualBackgroundModes`. */
  readonly requiredBackgroundModes?: readonly string[]
}

/** The usage description that the Mini Program declares unless a row says otherwise. */
export const usage = 'To show the shops near you'

/** What else it declares. */
export const usualPrivateInfos = mostPrivateInfos
export const usualBackgroundModes: readonly string[] = ['location']

/** The name of the Mini Program. */
export const appName = 'Shops'

/** How the user answers a popup. Default: `nobody`. */
export type User = Answer | 'nobody'

/** What runs a callback of the Mini Program, or the event of a button. */
export type Use =
  /** Without `params`, with options that pass. */
  | { readonly do: 'call'; readonly api: GuardedApi; readonly params?: Params }
  | { readonly do: 'authorize'; readonly scope: ScopeName }
  | { readonly do: 'getSetting' }
  /** An API of the privacy agreement, which pages call and the command line does not. */
  | { readonly do: 'privacy'; readonly api: PrivacyApi }
  /** `RecorderManager.start`, which has events and not callbacks; the command line does not call it. */
  | { readonly do: 'record' }
  | { readonly do: 'tapGetUserInfo' }
  | ({ readonly do: 'openSetting' | 'tapOpenSetting' } & Moves)

export type PrivacyApi = Extract<
  LaterFreeApi,
  'wx.getPrivacySetting' | 'wx.requirePrivacyAuthorize' | 'wx.openPrivacyContract'
>

/** The switches that the user moves on the settings page; without any, nobody visits the page. */
export interface Moves {
  readonly enable?: readonly ScopeName[]
  readonly disable?: readonly ScopeName[]
}

/** What happens outside the Mini Program, and may change states. */
export type Upkeep =
  | { readonly do: 'set'; readonly states: States; readonly layers?: LayerStates }
  /** Without scopes, all of them: the user deletes the Mini Program. */
  | { readonly do: 'reset'; readonly scopes?: readonly ScopeName[] }
  /** The Mini Program and its emulator end and start again. */
  | { readonly do: 'restart' }
  /** Ten seconds pass. */
  | { readonly do: 'wait' }

export interface UseStep {
  readonly when: Use
  readonly user?: User
  readonly expected: Expected
}

export interface UpkeepStep {
  readonly when: Upkeep
  readonly expected: { readonly after?: States; readonly layers?: LayerStates }
}

/** Lists the scopes. */
export interface ListStep {
  readonly when: { readonly do: 'list' }
  readonly expected: { readonly lists: readonly ListedScope[] }
}

export type Step = UseStep | UpkeepStep | ListStep

export function isList(step: Step): step is ListStep {
  return step.when.do === 'list'
}

export function isUpkeep(step: Step): step is UpkeepStep {
  return ['set', 'reset', 'restart', 'wait'].includes(step.when.do)
}

/** The expected result. What is left out must be absent, or must not change. */
export interface Expected {
  readonly callback: 'success' | 'fail' | null
  /** `null` if no callback runs. */
  readonly errMsg: string | null
  /** The keys of the callback's object besides `errMsg` and `errno`. */
  readonly carries?: readonly string[]
  /** Some of its values, if a row is about them. */
  readonly holds?: Readonly<Record<string, unknown>>
  readonly errno?: number
  readonly authSetting?: Readonly<Partial<Record<ScopeName, boolean>>>
  /** How the popup of the scope was answered. */
  readonly popup: Answer | 'unanswered' | null
  /** All popups, in order. */
  readonly popups?: readonly Popup[]
  /** The scope that the use needs; of several, the one that refuses, or else the first. */
  readonly scope?: ScopeName
  /** The new states of the scopes that change. */
  readonly after?: States
  /** The new states of the layers that change. */
  readonly layers?: LayerStates
  /** Switches that should move but are not on the page. */
  readonly missing?: readonly ScopeName[]
}

/** What a popup says, and how it is answered. */
export type Popup = PopupContent & { readonly answer: Answer | 'unanswered' }

export type PopupContent =
  | {
      readonly kind: 'scope'
      readonly scope: ScopeName
      readonly description: string
      readonly purpose: string | null
      /** Whoever accepts also agrees to the privacy guideline. */
      readonly withPrivacy?: true
    }
  | { readonly kind: 'privacy'; readonly scope: null; readonly contract: string }

export interface ListedScope {
  readonly edition: EditionName
  readonly scope: ScopeName
  readonly state: ScopeState
  readonly apis: readonly string[]
  readonly components: readonly string[]
  readonly description: string
  /** Since when the platform has it, or since when it is retired; the guide does not say. */
  readonly since: string | null
}
