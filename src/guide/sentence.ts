import type { GuardedApi, ScopeName } from '../catalogue/names.ts'
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

export interface Given {
  /** All other scopes are undecided. */
  readonly scopes?: States
  /** The usage description of scope.userLocation; `null` for none. Default: `usage`. */
  readonly usage?: string | null
}

/** The usage description that the Mini Program declares unless a row says otherwise. */
export const usage = 'To show the shops near you'

/** How the user answers a popup. Default: `nobody`. */
export type User = Answer | 'nobody'

/** What runs a callback of the Mini Program, or the event of a button. */
export type Use =
  | { readonly do: 'call'; readonly api: GuardedApi }
  | { readonly do: 'authorize'; readonly scope: ScopeName }
  | { readonly do: 'getSetting' }
  | { readonly do: 'tapGetUserInfo' }
  | ({ readonly do: 'openSetting' | 'tapOpenSetting' } & Moves)

/** The switches that the user moves on the settings page; without any, nobody visits the page. */
export interface Moves {
  readonly enable?: readonly ScopeName[]
  readonly disable?: readonly ScopeName[]
}

/** What happens outside the Mini Program, and may change states. */
export type Upkeep =
  | { readonly do: 'set'; readonly states: States }
  /** Without scopes, all of them: the user deletes the Mini Program. */
  | { readonly do: 'reset'; readonly scopes?: readonly ScopeName[] }
  /** The Mini Program and its emulator end and start again. */
  | { readonly do: 'restart' }

interface UseStep {
  readonly when: Use
  readonly user?: User
  readonly expected: Expected
}

export interface UpkeepStep {
  readonly when: Upkeep
  readonly expected: { readonly after?: States }
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
  return ['set', 'reset', 'restart'].includes(step.when.do)
}

/** The expected result. What is left out must be absent, or must not change. */
export interface Expected {
  readonly callback: 'success' | 'fail' | null
  /** `null` if no callback runs. */
  readonly errMsg: string | null
  /** The keys of the callback's object besides `errMsg`. */
  readonly carries?: readonly string[]
  readonly authSetting?: Readonly<Partial<Record<ScopeName, boolean>>>
  readonly popup: Answer | 'unanswered' | null
  /** What the popup says, if there is one. */
  readonly asks?: PopupContent
  /** The scope that the use needs. */
  readonly scope?: ScopeName
  /** The new states of the scopes that change. */
  readonly after?: States
  /** Switches that should move but are not on the page. */
  readonly missing?: readonly ScopeName[]
}

export interface PopupContent {
  readonly scope: ScopeName
  readonly description: string
  readonly purpose: string | null
}

export interface ListedScope {
  readonly scope: ScopeName
  readonly state: ScopeState
  readonly apis: readonly string[]
  readonly components: readonly string[]
  readonly description: string
}
