import type { ScopeState } from '../machine/state.ts'

/** Who starts: somebody who decided nothing, or who refused everything. */
export type StartUser = Exclude<ScopeState, 'accepted'>

export const startUsers = ['undecided', 'rejected'] as const satisfies readonly StartUser[]

/** `guessed`: where no fixture answers, data of any shape that the program reads. */
export type DataKind = 'fixtures' | 'guessed'

/** One thing a user can start: a page opened, or one handler at one place tapped, and tapped again. */
export interface Unit {
  /** `pages/near/index` */
  readonly page: string
  /** Taps in their order, the last of them again; none for a page that is only opened. */
  readonly taps: readonly Tap[]
}

export interface Tap {
  readonly handler: string
  /** Where it stands in WXML; `null` for a handler that nothing shows, and for one of the page itself. */
  readonly at: { readonly file: string; readonly line: number; readonly column: number } | null
  /** The last of several items at this place, not the first. */
  readonly isLast: boolean
}

/** What the user decided at one choice: `{ kind: 'popup', answer: 'reject' }`. */
export interface Decision {
  readonly kind: 'popup' | 'settings' | 'modal' | 'sheet' | 'picker' | 'consent'
  readonly answer: string
}

/** One unit with one answer at every choice it met, or with the first of them. */
export interface Path {
  readonly unit: Unit
  readonly start: StartUser
  readonly data: DataKind
  readonly decisions: readonly Decision[]
}

/** What a user does with a page as a whole, by the handler that hears of it. */
const pageEvents: ReadonlySet<string> = new Set(['onTabItemTap', 'onPullDownRefresh', 'onReachBottom'])

export const isOfPage = ({ handler, at }: Tap) => at === null && pageEvents.has(handler)

export const isHidden = ({ taps }: Unit) => taps.some(tap => tap.at === null && !isOfPage(tap))

export const lastTap = ({ taps }: Unit): Tap | undefined => taps.at(-1)

/** Whether the user says no with it, or turns away. Leaving the settings as they are is neither yes nor no. */
export function isRefusing({ answer }: Decision): boolean {
  return answer === 'reject' || answer === 'dismiss' || answer === 'cancel' || answer.startsWith('off ')
}
