import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ScopeName } from '../catalogue/names.ts'
import type { Ledger } from './ledger.ts'
import type { SettingsPage } from './ports.ts'

/** `{ "scope.camera": true }`: decided scopes only, in the guide's order, as `wx.getSetting` gives them. */
export type AuthSetting = Partial<Record<ScopeName, boolean>>

// "The developer can use wx.getSetting to get the user's current authorization state."
export function authSettingOf(ledger: Ledger): AuthSetting {
  const decided = ledger.states().filter(([, state]) => state !== 'undecided')
  return Object.fromEntries(decided.map(([scope, state]) => [scope, state === 'accepted']))
}

// "The user can control the authorization state of the Mini Program in Mini Program Settings"
export function settingsPage(app: SettingsPage['app'], ledger: Ledger, catalogue: Catalogue): SettingsPage {
  const switches: SettingsPage['switches'] = () =>
    Object.entries(authSettingOf(ledger)).map(([scope, on]) => ({
      scope: scope as ScopeName,
      description: catalogue.rowOf(scope as ScopeName).description,
      on,
    }))
  return {
    app,
    switches,
    async flip(scope, on) {
      const { state: shownState } = ledger.look(scope)
      if (shownState === 'undecided') return 'missing'
      if (on === (shownState === 'accepted')) return 'same'
      const { state } = await ledger.record(scope, shownState, { type: 'switched', on }, 'settings')
      return state === shownState ? 'moved' : 'stale'
    },
  }
}
