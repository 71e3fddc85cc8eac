import type { Catalogue } from '../catalogue/catalogue.ts'
import type { ScopeName } from '../catalogue/names.ts'
import type { Ledger } from './ledger.ts'
import type { SettingsPage } from './ports.ts'

/** `{ "scope.camera": true }`: decided scopes only, in the order of the edition, as `wx.getSetting` gives them. */
export type AuthSetting = Partial<Record<ScopeName, boolean>>

// "The developer can use wx.getSetting to get the user's current authorization state."
export function authSettingOf(ledger: Ledger, { isRetired }: Catalogue): AuthSetting {
  const settings = ledger.states().flatMap(([scope, state]) => {
    // Official: a scope that guards nothing any more is `true`, whatever was decided before.
    if (isRetired(scope)) return [[scope, true] as const]
    return state === 'undecided' ? [] : [[scope, state === 'accepted'] as const]
  })
  return Object.fromEntries(settings)
}

// "The user can control the authorization state of the Mini Program in Mini Program Settings"
export function settingsPage(app: SettingsPage['app'], ledger: Ledger, catalogue: Catalogue): SettingsPage {
  const switches: SettingsPage['switches'] = () =>
    ledger
      .states()
      .filter(([scope, state]) => state !== 'undecided' && !catalogue.isRetired(scope))
      .map(([scope, state]) => ({
        scope,
        description: catalogue.rowOf(scope).description,
        on: state === 'accepted',
      }))
  return {
    app,
    switches,
    async flip(scope, on) {
      const { state: shownState } = ledger.look(scope)
      if (shownState === 'undecided' || catalogue.isRetired(scope)) return 'missing'
      if (on === (shownState === 'accepted')) return 'same'
      const { state } = await ledger.record(scope, shownState, { type: 'switched', on }, 'settings')
      return state === shownState ? 'moved' : 'stale'
    },
  }
}
