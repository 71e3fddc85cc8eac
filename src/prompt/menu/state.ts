import type { Key } from '../terminal/keys.ts'
import type { PromptInput, Readiness } from '../terminal/readiness.ts'

/** One of the things to choose from. */
export interface MenuItem {
  readonly label: string
  /** What follows the label in a list. */
  readonly detail?: string
  /** Chooses it. With keys, the items stand in one line, `[n] Next  [q] Leave`, and Enter chooses the first. */
  readonly key?: Key
}

export type MenuNotice = 'early' | 'several' | 'unknown'

/** The index of an item, or that the person leaves a list without choosing. */
export type MenuChoice = number | 'leave'

export interface MenuState {
  readonly ready: Readiness
  /** Index of the item that Enter chooses. */
  readonly pointer: number
  /** What the last key asks for. It counts once it has been quiet after that key. */
  readonly pending: MenuChoice | undefined
  readonly notice: MenuNotice | undefined
  readonly isClosed: boolean
  /** `undefined` if something from outside closed the menu. */
  readonly chosen: MenuChoice | undefined
}

export const initialMenu: MenuState = {
  ready: 'not-yet',
  pointer: 0,
  pending: undefined,
  notice: undefined,
  isClosed: false,
  chosen: undefined,
}

const moves: Readonly<Partial<Record<PromptInput, 1 | -1>>> = { up: -1, k: -1, down: 1, j: 1 }

/** The menu after this input. Pure. A choice takes a single key with quiet before and after it, as in the popup. */
export function menuStep(state: MenuState, input: PromptInput, items: readonly MenuItem[]): MenuState {
  if (state.isClosed) return state
  if (input === 'close') return { ...state, isClosed: true }
  if (input === 'redraw') return { ...state, ready: 'not-yet', pending: undefined }
  if (input === 'quiet') {
    if (state.pending !== undefined) return { ...state, isClosed: true, chosen: state.pending }
    return state.ready === 'all' ? state : { ...state, ready: 'all' }
  }
  if (state.ready === 'not-yet') return { ...state, notice: 'early' }
  if (state.ready === 'none') return ignored(state, 'several')

  const move = isList(items) ? moves[input] : undefined
  if (move !== undefined) {
    const pointer = Math.min(Math.max(state.pointer + move, 0), items.length - 1)
    return { ...state, ready: 'moves', pointer, notice: undefined }
  }
  if (state.ready === 'moves') return ignored(state, 'several')

  const pending = choiceOf(input, state, items)
  if (pending === undefined) return ignored(state, 'unknown')
  return { ...state, ready: 'none', pending, notice: undefined }
}

function choiceOf(
  input: PromptInput,
  { pointer }: MenuState,
  items: readonly MenuItem[],
): MenuChoice | undefined {
  if (input === 'enter') return pointer
  if (isList(items)) return input === 'q' || input === 'escape' ? 'leave' : undefined
  const index = items.findIndex(({ key }) => key === input)
  return index === -1 ? undefined : index
}

/** Whether the items stand one below the other. */
export const isList = (items: readonly MenuItem[]) => items.every(({ key }) => key === undefined)

function ignored(state: MenuState, notice: MenuNotice): MenuState {
  return { ...state, ready: 'none', pending: undefined, notice }
}
