import type { ApiShape } from '../api.ts'

/** What the phone lets WeChat use. Some keys are there only on iPhones: official, the API's page. */
export const getAppAuthorizeSetting: ApiShape = {
  answers: 'value',
  options: {},
  receives: [
    'albumAuthorized',
    'bluetoothAuthorized',
    'cameraAuthorized',
    'locationAuthorized',
    'locationReducedAccuracy',
    'microphoneAuthorized',
    'notificationAuthorized',
    'notificationAlertAuthorized',
    'notificationBadgeAuthorized',
    'notificationSoundAuthorized',
    'phoneCalendarAuthorized',
  ],
}

/** The switches of the phone itself. */
export const getSystemSetting: ApiShape = {
  answers: 'value',
  options: {},
  receives: ['bluetoothEnabled', 'locationEnabled', 'wifiEnabled', 'deviceOrientation'],
}

/** Opens the phone's own page for WeChat. Only in a tap: official, the API's page. */
export const openAppAuthorizeSetting: ApiShape = { options: {}, receives: [] }
