import type { ScopeName } from '../../catalogue/scopes.ts'
import type { SettingSwitch } from '../../emulator/ports.ts'
import type { PromptInput, Readiness } from '../terminal/readiness.ts'

type SettingsNotice = 'early' | 'several' | 'unknown' | 'saving' | 'moved' | 'stale' | 'missing'

/** One switch that is to be moved. */
export interface Move {
  readonly scope: ScopeName
  readonly on: boolean
}

export interface SettingsState {
  readonly ready: Readiness
  /** The scope of the switch that the pointer is at; `undefined` at first and when it is gone: the first one. */
  readonly at: ScopeName | undefined
  /** What the last key asks for, which counts once it was quiet after it too. */
  readonly pending: 'flip' | 'close' | undefined
  /** Being recorded; no other switch moves meanwhile. */
  readonly moving: Move | undefined
  /** Moves recorded so far. */
  readonly moved: number
  readonly notice: SettingsNotice | undefined
  readonly closed: boolean
}

export const settingsAtFirst: SettingsState = {
  ready: 'not-yet',
  at: undefined,
  pending: undefined,
  moving: undefined,
  moved: 0,
  notice: undefined,
  closed: false,
}

/** What the page is after this input, with these switches on it. Pure; whoever calls it records `moving`. */
export function settingsStep(
  state: SettingsState,
  input: PromptInput,
  switches: readonly SettingSwitch[],
): SettingsState {
  if (state.closed) return state
  if (input === 'close') return { ...state, closed: true }
  if (input === 'redraw') return { ...state, ready: 'not-yet', pending: undefined }
  if (input === 'quiet') return atQuiet(state, switches)
  if (state.ready === 'not-yet') return { ...state, notice: 'early' }
  if (state.ready === 'none') return ignored(state, 'several')

  const by = steps[input]
  if (by !== undefined)
    return { ...state, ready: 'moves', at: neighbour(state, switches, by), notice: undefined }
  if (state.ready === 'moves') return ignored(state, 'several')

  if (input === 'enter' || input === 'escape') return { ...state, ready: 'none', pending: 'close' }
  if (input === 'space' && switches.length > 0) return { ...state, ready: 'none', pending: 'flip' }
  return ignored(state, 'unknown')
}

/** After `page.flip` came back with this result. */
export function settingsMoved(
  state: SettingsState,
  result: 'moved' | 'same' | 'missing' | 'stale',
): SettingsState {
  // It stood so already although it was shown otherwise: somebody else was there.
  const notice = result === 'same' ? 'stale' : result
  return { ...state, moving: undefined, notice, moved: state.moved + (result === 'moved' ? 1 : 0) }
}

/** The switch that the pointer is at. */
export function currentSwitch(
  state: SettingsState,
  switches: readonly SettingSwitch[],
): SettingSwitch | undefined {
  return switches.find(({ scope }) => scope === state.at) ?? switches[0]
}

const steps: Readonly<Partial<Record<PromptInput, 1 | -1>>> = { up: -1, k: -1, down: 1, j: 1 }

function atQuiet(state: SettingsState, switches: readonly SettingSwitch[]): SettingsState {
  if (state.pending === 'close') return { ...state, closed: true }
  if (state.pending === undefined || state.moving !== undefined)
    return { ...state, pending: undefined, ready: 'all' }
  const current = currentSwitch(state, switches)
  if (current === undefined) return { ...state, pending: undefined, ready: 'all' }
  const moving = { scope: current.scope, on: !current.on }
  return { ...state, pending: undefined, ready: 'all', at: current.scope, moving, notice: 'saving' }
}

function neighbour(
  state: SettingsState,
  switches: readonly SettingSwitch[],
  by: number,
): ScopeName | undefined {
  const current = currentSwitch(state, switches)
  const index = switches.findIndex(({ scope }) => scope === current?.scope) + by
  return switches[Math.min(Math.max(index, 0), switches.length - 1)]?.scope
}

function ignored(state: SettingsState, notice: SettingsNotice): SettingsState {
  return { ...state, ready: 'none', pending: undefined, notice }
}
