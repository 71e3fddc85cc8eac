import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ScopeName } from '../catalogue/names.ts'
import type { Ledger } from './ledger.ts'
import type { MiniProgram, SettingSwitch, SettingsPage } from './ports.ts'
import { settingsPage } from './settings.ts'

const location = 'scope.userLocation'
const background = 'scope.userLocationBackground'

/**
 * The settings page with the row of locations, which has three choices on the phone: never, while the Mini Program is
 * used, and after leaving it too. Here the last is a switch of its own, under that of the location.
 */
export function pageWithLocationRow(app: MiniProgram, ledger: Ledger, catalogue: Catalogue): SettingsPage {
  const page = settingsPage(app, ledger, catalogue)

  // Official: the third choice is there only if `requiredBackgroundModes` names the location.
  const hasThird = app.declares?.requiredBackgroundModes.includes('location') ?? false
  const stateOf = (scope: ScopeName) => ledger.look(scope).state
  const isDecided = (scope: ScopeName) => stateOf(scope) !== 'undecided'

  /** One report: the row has all its choices once the location was asked for. */
  function third(): readonly SettingSwitch[] {
    if (!hasThird || !(isDecided(location) || isDecided(background))) return []
    const { description } = catalogue.rowOf(background)
    return [{ scope: background, under: location, description, on: stateOf(background) === 'accepted' }]
  }

  /** Chosen here: the row also appears if only the background was decided. Its location then is as the background. */
  function first(): readonly SettingSwitch[] {
    if (!isDecided(location) && third().length === 0) return []
    const { description } = catalogue.rowOf(location)
    const on = stateOf(isDecided(location) ? location : background) === 'accepted'
    return [{ scope: location, description, on }]
  }

  async function flipThird(on: boolean) {
    const [shown] = third()
    if (shown === undefined) return 'missing'
    if (on === shown.on && (!on || stateOf(location) === 'accepted')) return 'same'
    const shownState = stateOf(background)
    const state = on ? 'accepted' : 'rejected'
    const arranged = { type: 'arranged', state } as const
    const also = on ? { scopes: [[location, arranged] as const] } : undefined
    const entry = await ledger.record(background, shownState, arranged, 'settings', also)
    return entry.state === shownState ? 'moved' : 'stale'
  }

  async function flipLocation(on: boolean) {
    const [shown] = first()
    if (shown === undefined) return 'missing'
    if (on === shown.on) return 'same'
    const shownState = stateOf(location)
    const arranged = { type: 'arranged', state: on ? 'accepted' : 'rejected' } as const
    const also = on ? undefined : { scopes: [[background, { type: 'switched', on: false }] as const] }
    const entry = await ledger.record(location, shownState, arranged, 'settings', also)
    return entry.state === shownState ? 'moved' : 'stale'
  }

  return {
    app: page.app,
    switches() {
      const others = page.switches().filter(({ scope }) => scope !== location && scope !== background)
      // Locations are first in the order of the edition.
      return [...first(), ...third(), ...others]
    },
    async flip(scope, on) {
      if (scope === background) return flipThird(on)
      return scope === location ? flipLocation(on) : page.flip(scope, on)
    },
  }
}
