import { optionCheck } from '../catalogue/check-options.ts'
import type { SystemPermission } from '../catalogue/layers.ts'
import type { LaterFreeApi } from '../catalogue/names.ts'
import { layerStateOf } from '../machine/layer-states.ts'
import type { SystemState } from '../machine/profile.ts'
import type { ConsentFor } from './consent.ts'
import { guardedApi } from './guarded-api.ts'
import type { LayerApis, LayerParts } from './layers.ts'
import { contractOf } from './privacy-sheet.ts'

/** What WeChat calls the permissions; some phones have more or fewer of them. */
const permissionKeys: Readonly<Record<string, SystemPermission>> = {
  albumAuthorized: 'album',
  bluetoothAuthorized: 'bluetooth',
  cameraAuthorized: 'camera',
  locationAuthorized: 'location',
  microphoneAuthorized: 'microphone',
  phoneCalendarAuthorized: 'calendar',
}

const notifications = {
  notificationAuthorized: 'authorized',
  notificationAlertAuthorized: 'authorized',
  notificationBadgeAuthorized: 'authorized',
  notificationSoundAuthorized: 'authorized',
}

/** Official: only iPhones have these. */
const onlyIos: ReadonlySet<string> = new Set([
  'albumAuthorized',
  'locationReducedAccuracy',
  'notificationAlertAuthorized',
  'notificationBadgeAuthorized',
  'notificationSoundAuthorized',
])

const words: Readonly<Record<SystemState, string>> = {
  authorized: 'authorized',
  denied: 'denied',
  undetermined: 'not determined',
}

export function layerApis(parts: LayerParts, consentFor: ConsentFor): LayerApis {
  const { app, catalogue, platform, ledger, observe, outcomes } = parts

  /** An API that answers at once. */
  function answer(api: LaterFreeApi, params: unknown, payload: () => object) {
    observe({ type: 'called', api, params })
    const problem = optionCheck(catalogue.shapeOf(api).options)(params)
    return problem === undefined ? outcomes.success(api, payload()) : outcomes.badParameters(api, problem)
  }

  const caller = 'wx.requirePrivacyAuthorize'
  const requireAgreement = guardedApi({
    api: caller,
    consent: consentFor({ entry: 'call', caller, api: caller, scopesOf: () => [] }),
    reply: () => ({}),
    catalogue,
    outcomes,
  })

  return {
    // Official: false if the guideline declares nothing, or the user has agreed to it.
    getPrivacySetting: params =>
      answer('wx.getPrivacySetting', params, () => {
        const profile = ledger.profile()
        const needAuthorization =
          layerStateOf(profile, app.appid, 'guideline') === 'declared' &&
          layerStateOf(profile, app.appid, 'privacy') === 'undecided'
        return { needAuthorization, privacyContractName: contractOf(app) }
      }),

    requirePrivacyAuthorize(params) {
      observe({ type: 'called', api: caller, params })
      const problem = optionCheck(catalogue.shapeOf(caller).options)(params)
      return problem === undefined ? requireAgreement({}) : outcomes.badParameters(caller, problem)
    },

    openPrivacyContract: params => answer('wx.openPrivacyContract', params, () => ({})),
    openAppAuthorizeSetting: params => answer('wx.openAppAuthorizeSetting', params, () => ({})),

    getAppAuthorizeSetting() {
      observe({ type: 'called', api: 'wx.getAppAuthorizeSetting', params: undefined })
      const { system = {} } = ledger.profile()
      const permissions = Object.entries(permissionKeys).map(([key, permission]) => [
        key,
        words[system[permission] ?? 'authorized'],
      ])
      const all = { ...Object.fromEntries(permissions), locationReducedAccuracy: false, ...notifications }
      return platform === 'android'
        ? Object.fromEntries(Object.entries(all).filter(([key]) => !onlyIos.has(key)))
        : all
    },

    getSystemSetting() {
      observe({ type: 'called', api: 'wx.getSystemSetting', params: undefined })
      return {
        bluetoothEnabled: true,
        locationEnabled: true,
        wifiEnabled: true,
        deviceOrientation: 'portrait',
      }
    },

    async agreeToPrivacy() {
      await ledger.recordAll({ scopes: [], layers: [{ layer: 'privacy', state: 'agreed' }] }, 'button')
    },
  }
}
