import type { ScopeName } from '../../catalogue/names.ts'
import type { SettingSwitch } from '../../emulator/ports.ts'

/** The move of one switch. */
export interface Move {
  readonly scope: ScopeName
  readonly on: boolean
}

/** One row of the page: a switch, or a switch with a third choice behind it. */
export interface SettingRow extends SettingSwitch {
  /** The switch that is on with the third choice. */
  readonly third?: SettingSwitch
}

/** A switch under another one is the third choice of that row; without that one, it is a row of its own. Pure. */
export function rowsOf(switches: readonly SettingSwitch[]): readonly SettingRow[] {
  return switches
    .filter(({ under }) => !switches.some(({ scope }) => scope === under))
    .map(row => {
      const third = switches.find(({ under }) => under === row.scope)
      return third === undefined ? row : { ...row, third }
    })
}

/** What the next choice of the row is: off, on, and where there is one, the third. Pure. */
export function nextMove({ scope, on, third }: SettingRow): Move {
  return on && third?.on === false ? { scope: third.scope, on: true } : { scope, on: !on }
}

/** Which choice of a row with three is chosen. */
export function choiceOf({ on, third }: SettingRow): 'never' | 'using' | 'always' | undefined {
  if (third === undefined) return undefined
  if (!on) return 'never'
  return third.on ? 'always' : 'using'
}
