import type { Params } from '../catalogue/api.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { optionCheck } from '../catalogue/check-options.ts'
import type { FreeApi, ScopeName } from '../catalogue/names.ts'
import type { Outcome } from '../machine/outcome.ts'
import type { Observe } from './events.ts'
import type { Ledger } from './ledger.ts'
import type { OneAtATime } from './one-at-a-time.ts'
import type { Outcomes } from './outcomes.ts'
import type { SettingsPage, SettingsVisitor, Unanswered } from './ports.ts'
import { type AuthSetting, authSettingOf, settingsPage } from './settings.ts'

/** The settings page was closed; `missing` are the switches that were to be moved and are not on it. */
export interface SettingsOutcome extends Outcome {
  readonly missing: readonly ScopeName[]
}

/** The result of a visit to the settings page that no API led to. */
type SettingsVisit =
  | { readonly authSetting: AuthSetting; readonly missing: readonly ScopeName[] }
  | Unanswered

export interface SettingsApis {
  getSetting(params?: unknown): Outcome
  openSetting(visitor: SettingsVisitor, params?: unknown): Promise<SettingsOutcome>
  /** Nothing to stop: `wx.startRecord` answers at once. */
  stopRecord(params?: unknown): Outcome
  /** The user opens the same page by hand: no API is called. */
  visitSettings(visitor: SettingsVisitor): Promise<SettingsVisit>
}

interface Parts {
  readonly app: SettingsPage['app']
  readonly catalogue: Catalogue
  readonly ledger: Ledger
  readonly oneAtATime: OneAtATime
  readonly observe: Observe
  readonly outcomes: Outcomes
}

/** The APIs that no scope guards. The settings page is no popup, but neither can be open while another one is. */
export function settingsApis(parts: Parts): SettingsApis {
  const { app, catalogue, ledger, oneAtATime, observe, outcomes } = parts
  const page = () => settingsPage(app, ledger, catalogue)

  /** @returns the outcome if the parameters are at fault */
  function called(api: FreeApi, params: unknown): Outcome | undefined {
    observe({ type: 'called', api, params })
    const problem = optionCheck(catalogue.shapeOf(api).options)(params)
    return problem === undefined ? undefined : outcomes.badParameters(api, problem)
  }

  function settings(params: unknown): object {
    const { withSubscriptions } = (params ?? {}) as Params
    const authSetting = authSettingOf(ledger)
    // Nobody here ever ticked "always keep" for a message, so no template is listed.
    return withSubscriptions === true
      ? { authSetting, subscriptionsSetting: { mainSwitch: true, itemSettings: {} } }
      : { authSetting }
  }

  async function open(visitor: SettingsVisitor, params: unknown): Promise<SettingsOutcome> {
    const api = 'wx.openSetting'
    const visit = await visitor.visit(page())
    if ('unanswered' in visit) {
      observe({ type: 'unanswered', caller: api, scope: undefined, why: visit.unanswered })
      return { ...outcomes.unanswered(api, visit.unanswered), missing: [] }
    }
    return { ...outcomes.success(api, settings(params)), missing: visit.missing }
  }

  return {
    getSetting(params) {
      const api = 'wx.getSetting'
      return called(api, params) ?? outcomes.success(api, settings(params))
    },

    // "The developer can call wx.openSetting to open Settings, and guide the user to enable authorization."
    async openSetting(visitor, params) {
      const bad = called('wx.openSetting', params)
      return bad === undefined ? oneAtATime(() => open(visitor, params)) : { ...bad, missing: [] }
    },

    stopRecord(params) {
      const api = 'wx.stopRecord'
      return called(api, params) ?? outcomes.success(api, {})
    },

    visitSettings: visitor =>
      oneAtATime(async () => {
        const visit = await visitor.visit(page())
        return 'unanswered' in visit ? visit : { ...visit, authSetting: authSettingOf(ledger) }
      }),
  }
}
