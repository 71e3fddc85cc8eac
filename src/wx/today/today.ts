import { todayCatalogue } from '../../catalogue/editions/today.ts'
import type { PrivacyAsker } from '../../emulator/ports.ts'
import { todayLayers } from '../../emulator/today.ts'
import type { Run } from '../callbacks-or-promise.ts'
import type { CallbackResult, ComponentEvent, TodayComponent, WxToday } from '../types/index.ts'
import { todayParts } from './can-i-use.ts'
import { components, mountComponent } from './components.ts'
import type { TodayParts } from './parts.ts'
import { positions } from './positions.ts'
import { layerApisOf, pageSheet } from './privacy.ts'
import { mapContext, visionSession } from './sessions.ts'

/** What today's edition adds to `wx` and `auth`. */
export interface Today {
  /** APIs with callbacks, by name. */
  readonly runs: Readonly<Record<string, Run>>
  /** What else `wx` has. */
  readonly functions: Readonly<Partial<WxToday>>
  readonly canIUse: typeof todayParts
  readonly privacyAsker: () => PrivacyAsker | undefined
  readonly tapAgree: () => Promise<CallbackResult>
  readonly components: readonly TodayComponent[]
  readonly mount: (component: TodayComponent, attributes: object) => Promise<ComponentEvent>
}

type Asking =
  | 'getPrivacySetting'
  | 'requirePrivacyAuthorize'
  | 'openPrivacyContract'
  | 'openAppAuthorizeSetting'

/** Today's edition. The build loads this file when it is used, so it must be used inside of a function only. */
export const today = { catalogue: todayCatalogue, layers: todayLayers, open: openToday }
export type TodayEdition = typeof today

function openToday(parts: TodayParts): Today {
  const { lazyEmulator } = parts
  const sheet = pageSheet(parts)
  const { runs, functions } = positions(parts)
  const map = mapContext(parts)

  const layerRun =
    (name: Asking): Run =>
    params =>
      lazyEmulator.use(emulator => layerApisOf(emulator)[name](params))
  /** An API that returns its answer, which the emulator does not type. */
  function answered<Answer>(name: 'getAppAuthorizeSetting' | 'getSystemSetting'): Answer {
    return lazyEmulator.look(emulator => layerApisOf(emulator)[name]()) as Answer
  }

  return {
    runs: {
      ...runs,
      'wx.getPrivacySetting': layerRun('getPrivacySetting'),
      'wx.requirePrivacyAuthorize': layerRun('requirePrivacyAuthorize'),
      'wx.openPrivacyContract': layerRun('openPrivacyContract'),
      'wx.openAppAuthorizeSetting': layerRun('openAppAuthorizeSetting'),
    },
    functions: {
      ...functions,
      onNeedPrivacyAuthorization: sheet.onNeedPrivacyAuthorization,
      getAppAuthorizeSetting: () => answered('getAppAuthorizeSetting'),
      getSystemSetting: () => answered('getSystemSetting'),
      createMapContext: () => map,
      createVKSession: option => visionSession(parts, option),
    },
    canIUse: todayParts,
    privacyAsker: sheet.asker,
    tapAgree: sheet.tap,
    components,
    mount: (component, attributes) => mountComponent(parts, component, attributes),
  }
}
