import type { GuardedApi, ScopeName } from '../catalogue/names.ts'
import type { Answer, ScopeState } from '../machine/state.ts'

/** One sentence of the guide, with what follows from it for an emulator, or with why nothing does. */
export type Sentence = {
  readonly text: string
  readonly kind: 'title' | 'sentence' | 'bullet' | 'row' | 'practice' | 'note'
} & ({ readonly rows: readonly Row[] } | { readonly context: string })

/** Plain data: any door to the emulator can be driven through it. */
export interface Row {
  readonly given: Given
  readonly steps: readonly Step[]
  /** The one that stands for all rows of its sentence where there is room for one; left out, the first row. */
  readonly example?: true
}

export type States = Readonly<Partial<Record<ScopeName, ScopeState>>>

export interface Given {
  /** Scopes that are not named are undecided. */
  readonly scopes?: States
  /** The usage description of scope.userLocation; left out, `usage`, and `null` for none. */
  readonly usage?: string | null
}

/** The usage description that Mini Programs declare here unless a row says otherwise. */
export const usage = 'To show the shops near you'

/** How the user answers, if asked; nobody is there where a step does not say. */
export type User = Answer | 'nobody'

/** What runs a callback of the Mini Program, or the event of a button. */
export type Use =
  | { readonly do: 'call'; readonly api: GuardedApi }
  | { readonly do: 'authorize'; readonly scope: ScopeName }
  | { readonly do: 'getSetting' }
  | { readonly do: 'tapGetUserInfo' }
  | ({ readonly do: 'openSetting' | 'tapOpenSetting' } & Moves)

/** The switches that the user moves on the settings page; without any, nobody visits it. */
export interface Moves {
  readonly enable?: readonly ScopeName[]
  readonly disable?: readonly ScopeName[]
}

/** What changes or keeps states outside the Mini Program. */
export type Upkeep =
  | { readonly do: 'set'; readonly states: States }
  /** Without scopes, all of them: the user deletes the Mini Program. */
  | { readonly do: 'reset'; readonly scopes?: readonly ScopeName[] }
  /** The Mini Program, and all that emulates it, ends and is started again. */
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

/** The scopes are looked up. */
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

/** What is expected; whatever is not named is expected to be absent, or to stay as it was. */
export interface Expected {
  readonly callback: 'success' | 'fail' | null
  /** `null` where no callback runs. */
  readonly errMsg: string | null
  /** The keys of the callback's object beside `errMsg`. */
  readonly carries?: readonly string[]
  readonly authSetting?: Readonly<Partial<Record<ScopeName, boolean>>>
  readonly popup: Answer | 'unanswered' | null
  /** What the popup says, where there is one. */
  readonly asks?: PopupContent
  /** The scope that was needed. */
  readonly scope?: ScopeName
  /** The scopes that have another state than before. */
  readonly after?: States
  /** Switches that were to be moved and are not on the page. */
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
