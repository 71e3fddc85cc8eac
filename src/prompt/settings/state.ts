import type { ScopeName } from '../../catalogue/names.ts'
import type { PromptInput, Readiness } from '../terminal/readiness.ts'
import { type Move, nextMove, type SettingRow } from './rows.ts'

type SettingsNotice = 'early' | 'several' | 'unknown' | 'saving' | 'busy' | 'moved' | 'stale' | 'missing'

export interface SettingsState {
  readonly ready: Readiness
  /** The scope of the row that the pointer is at. `undefined`, or a row that is gone: the first one. */
  readonly pointer: ScopeName | undefined
  /** What the last key asks for. It counts once it has been quiet after that key. */
  readonly pending: 'flip' | 'close' | undefined
  /** The move that is being recorded. No other switch moves meanwhile. */
  readonly recording: Move | undefined
  /** Closes once the move that is being recorded is done: it must neither be lost nor stay uncounted. */
  readonly isClosing: boolean
  /** How many moves were recorded so far. */
  readonly moves: number
  readonly notice: SettingsNotice | undefined
  readonly isClosed: boolean
}

export const initialSettings: SettingsState = {
  ready: 'not-yet',
  pointer: undefined,
  pending: undefined,
  recording: undefined,
  isClosing: false,
  moves: 0,
  notice: undefined,
  isClosed: false,
}

const stepsByKey: Readonly<Partial<Record<PromptInput, 1 | -1>>> = { up: -1, k: -1, down: 1, j: 1 }

/** The page after this input, with these rows on it. Pure: its caller records the move. */
export function settingsStep(
  state: SettingsState,
  input: PromptInput,
  rows: readonly SettingRow[],
): SettingsState {
  if (state.isClosed) return state
  if (input === 'close') return closed(state)
  if (state.isClosing) return input === 'redraw' ? { ...state } : state
  if (input === 'redraw') return { ...state, ready: 'not-yet', pending: undefined }
  if (input === 'quiet') return afterQuiet(state, rows)
  if (state.ready === 'not-yet') return { ...state, notice: 'early' }
  if (state.ready === 'none') return ignored(state, 'several')

  const step = stepsByKey[input]
  if (step !== undefined)
    return { ...state, ready: 'moves', pointer: neighbor(state, rows, step), notice: undefined }
  if (state.ready === 'moves') return ignored(state, 'several')

  if (input === 'enter' || input === 'escape') return { ...state, ready: 'none', pending: 'close' }
  if (input === 'space' && rows.length > 0) return { ...state, ready: 'none', pending: 'flip' }
  // On an empty page, the line with the keys names the only keys that do something.
  return ignored(state, rows.length > 0 ? 'unknown' : undefined)
}

/** The page after `SettingsPage.flip` returned this. Pure. */
export function settingsMoved(
  state: SettingsState,
  result: 'moved' | 'same' | 'missing' | 'stale',
): SettingsState {
  // The switch was shown otherwise, so somebody else has moved it.
  const notice = result === 'same' ? 'stale' : result
  const moves = state.moves + (result === 'moved' ? 1 : 0)
  return { ...state, recording: undefined, notice, moves, isClosed: state.isClosing }
}

/** The row that the pointer is at. */
export function currentRow(state: SettingsState, rows: readonly SettingRow[]): SettingRow | undefined {
  return rows.find(({ scope }) => scope === state.pointer) ?? rows[0]
}

function closed(state: SettingsState): SettingsState {
  return state.recording === undefined ? { ...state, isClosed: true } : { ...state, isClosing: true }
}

function afterQuiet(state: SettingsState, rows: readonly SettingRow[]): SettingsState {
  if (state.pending === 'close') return closed(state)
  const quiet = { ...state, pending: undefined, ready: 'all' } as const
  const current = currentRow(state, rows)
  if (state.pending === undefined || current === undefined) return quiet
  // Its switch has not moved on the screen yet, so that the key may be meant for either position.
  if (state.recording !== undefined) return { ...quiet, notice: 'busy' }
  const recording = nextMove(current)
  return { ...quiet, pointer: current.scope, recording, notice: 'saving' }
}

function neighbor(state: SettingsState, rows: readonly SettingRow[], step: number): ScopeName | undefined {
  const current = currentRow(state, rows)
  const index = rows.findIndex(({ scope }) => scope === current?.scope) + step
  return rows[Math.min(Math.max(index, 0), rows.length - 1)]?.scope
}

function ignored(state: SettingsState, notice: SettingsNotice | undefined): SettingsState {
  return { ...state, ready: 'none', pending: undefined, notice }
}
