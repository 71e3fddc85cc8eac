import type { Params } from '../catalogue/api.ts'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { optionCheck } from '../catalogue/check-options.ts'
import type { FreeApi, ScopeName } from '../catalogue/names.ts'
import type { Outcome } from '../machine/outcome.ts'
import type { Observe } from './events.ts'
import type { Ledger } from './ledger.ts'
import { oneAtATime, type Turns } from './one-at-a-time.ts'
import type { Outcomes } from './outcomes.ts'
import type { SettingsPage, SettingsVisitor, Unanswered } from './ports.ts'
import { type AuthSetting, authSettingOf } from './settings.ts'

/** The settings page was closed; `missing` are the switches that should have moved but are not on it. */
export interface SettingsOutcome extends Outcome {
  readonly missing: readonly ScopeName[]
}

/** The result of a visit to the settings page that no API opened. */
export type SettingsVisit =
  | { readonly authSetting: AuthSetting; readonly missing: readonly ScopeName[] }
  | Unanswered

/** The parts of the emulator that these APIs use. */
interface Parts {
  readonly settingsPage: () => SettingsPage
  readonly catalogue: Catalogue
  readonly ledger: Ledger
  readonly turns: Turns
  readonly observe: Observe
  readonly outcomes: Outcomes
}

// "The developer can use wx.getSetting to get the user's current authorization state."
export function getSetting(parts: Parts, params: unknown): Outcome {
  const api = 'wx.getSetting'
  return beginCall(parts, api, params) ?? parts.outcomes.success(api, settingsOf(parts, params))
}

// "The developer can call wx.openSetting to open Settings, and guide the user to enable authorization."
export async function openSetting(
  parts: Parts,
  visitor: SettingsVisitor,
  params: unknown,
): Promise<SettingsOutcome> {
  const { turns, observe, outcomes } = parts
  const api = 'wx.openSetting'
  const refusal = beginCall(parts, api, params)
  if (refusal !== undefined) return { ...refusal, missing: [] }
  // The settings page is not a popup, but the two are never open together.
  const visit = await oneAtATime(turns, () => visitor.visit(parts.settingsPage()))
  if ('unanswered' in visit) {
    observe({ type: 'unanswered', caller: api, scope: undefined, why: visit.unanswered })
    return { ...outcomes.unanswered(api, visit.unanswered), missing: [] }
  }
  return { ...outcomes.success(api, settingsOf(parts, params)), missing: visit.missing }
}

/** The user opens the same page by hand: no API is called. */
export async function visitSettings(parts: Parts, visitor: SettingsVisitor): Promise<SettingsVisit> {
  const visit = await oneAtATime(parts.turns, () => visitor.visit(parts.settingsPage()))
  return 'unanswered' in visit
    ? visit
    : { ...visit, authSetting: authSettingOf(parts.ledger, parts.catalogue) }
}

/** Nothing to stop: `wx.startRecord` answers at once. */
export function stopRecord(parts: Parts, params: unknown): Outcome {
  const api = 'wx.stopRecord'
  return beginCall(parts, api, params) ?? parts.outcomes.success(api, {})
}

/** Reports the call to observers. @returns its outcome if the parameters are wrong */
function beginCall(
  { catalogue, observe, outcomes }: Parts,
  api: FreeApi,
  params: unknown,
): Outcome | undefined {
  observe({ type: 'called', api, params })
  const problem = optionCheck(catalogue.shapeOf(api).options)(params)
  return problem === undefined ? undefined : outcomes.badParameters(api, problem)
}

function settingsOf({ ledger, catalogue }: Parts, params: unknown): object {
  const { withSubscriptions } = (params ?? {}) as Params
  const authSetting = authSettingOf(ledger, catalogue)
  // The user never ticks "always keep" for a message, so no template is listed.
  return withSubscriptions === true
    ? { authSetting, subscriptionsSetting: { mainSwitch: true, itemSettings: {} } }
    : { authSetting }
}
