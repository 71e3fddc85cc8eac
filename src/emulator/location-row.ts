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
  const isDecided = (scope: ScopeName) => ledger.look(scope).state !== 'undecided'

  /** One report: the row has all its choices once the location was asked for. */
  function third(): readonly SettingSwitch[] {
    if (!hasThird || !(isDecided(location) || isDecided(background))) return []
    const { description } = catalogue.rowOf(background)
    return [
      { scope: background, under: location, description, on: ledger.look(background).state === 'accepted' },
    ]
  }

  async function flipThird(on: boolean) {
    const [shown] = third()
    if (shown === undefined) return 'missing'
    if (on === shown.on) return 'same'
    const { state: shownState } = ledger.look(background)
    const state = on ? 'accepted' : 'rejected'
    const arranged = { type: 'arranged', state } as const
    const also = on ? { scopes: [[location, arranged] as const] } : undefined
    const entry = await ledger.record(background, shownState, arranged, 'settings', also)
    return entry.state === shownState ? 'moved' : 'stale'
  }

  async function flipLocation(on: boolean) {
    const { state: shownState } = ledger.look(location)
    if (on || shownState !== 'accepted') return page.flip(location, on)
    const off = { type: 'switched', on: false } as const
    const entry = await ledger.record(location, shownState, off, 'settings', { scopes: [[background, off]] })
    return entry.state === shownState ? 'moved' : 'stale'
  }

  return {
    app: page.app,
    switches() {
      const others = page.switches().filter(({ scope }) => scope !== background)
      const at = others.findIndex(({ scope }) => scope === location) + 1
      return [...others.slice(0, at), ...third(), ...others.slice(at)]
    },
    async flip(scope, on) {
      if (scope === background) return flipThird(on)
      return scope === location ? flipLocation(on) : page.flip(scope, on)
    },
  }
}
