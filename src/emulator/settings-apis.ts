import type { Params } from '../catalogue/reply.ts'
import type { ScopeName } from '../catalogue/scopes.ts'
import type { Outcome } from '../machine/outcome.ts'
import type { Observe } from './events.ts'
import type { Ledger } from './ledger.ts'
import type { Queue } from './one-at-a-time.ts'
import { type Calls, freeOutcome } from './outcomes.ts'
import type { SettingsPage, SettingsVisitor, Unanswered } from './ports.ts'
import { type AuthSetting, authSettingOf, settingsPage } from './settings.ts'

/** The settings page was closed; `missing` are the switches that were to be moved and are not on it. */
export interface SettingsOutcome extends Outcome {
  readonly missing: readonly ScopeName[]
}

/** What came of a visit to the settings page that no API led to. */
type SettingsVisit =
  | { readonly authSetting: AuthSetting; readonly missing: readonly ScopeName[] }
  | Unanswered

export interface SettingsApis {
  getSetting(params?: unknown): Outcome
  openSetting(visitor: SettingsVisitor, params?: unknown): Promise<SettingsOutcome>
  /** The user opens the same page by hand: no API is called. */
  visitSettings(visitor: SettingsVisitor): Promise<SettingsVisit>
}

interface Parts {
  readonly app: SettingsPage['app']
  readonly ledger: Ledger
  readonly queue: Queue
  readonly observe: Observe
  readonly calls: Calls
}

/** The settings page is no popup, and yet one of the things that can only be open one at a time. */
export function settingsApis({ app, ledger, queue, observe, calls }: Parts): SettingsApis {
  function answerTo(params: unknown): Params {
    const { withSubscriptions } = (params ?? {}) as Params
    const authSetting = authSettingOf(ledger)
    // Nobody here ever ticked "always keep" for a message, so no template is listed.
    return withSubscriptions === true
      ? { authSetting, subscriptionsSetting: { mainSwitch: true, itemSettings: {} } }
      : { authSetting }
  }

  async function visited(visitor: SettingsVisitor, params: unknown): Promise<SettingsOutcome> {
    const api = 'wx.openSetting'
    const visit = await visitor.visit(settingsPage(app, ledger))
    if ('unanswered' in visit) {
      observe({ type: 'unanswered', caller: api, scope: undefined, why: visit.unanswered })
      const nobody = { callback: null, result: null, popup: 'unanswered', because: 'unanswered' } as const
      return calls.settled({ ...freeOutcome(api, {}), ...nobody, ...visit, missing: [] })
    }
    return calls.settled({ ...freeOutcome(api, answerTo(params)), missing: visit.missing })
  }

  return {
    getSetting(params) {
      const api = 'wx.getSetting'
      return calls.called(api, params) ?? calls.settled(freeOutcome(api, answerTo(params)))
    },

    // "The developer can call wx.openSetting to open Settings, and guide the user to enable authorization."
    async openSetting(visitor, params) {
      const bad = calls.called('wx.openSetting', params)
      return bad === undefined ? queue(() => visited(visitor, params)) : { ...bad, missing: [] }
    },

    visitSettings: visitor =>
      queue(async () => {
        const visit = await visitor.visit(settingsPage(app, ledger))
        return 'unanswered' in visit ? visit : { ...visit, authSetting: authSettingOf(ledger) }
      }),
  }
}
