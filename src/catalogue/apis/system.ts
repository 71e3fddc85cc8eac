import type { ApiShape } from '../api.ts'

/** Answers at once, without callbacks: what the phone gives to WeChat. */
export const getAppAuthorizeSetting: ApiShape = {
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

/** Answers at once, without callbacks: the switches of the phone itself. */
export const getSystemSetting: ApiShape = {
  options: {},
  receives: ['bluetoothEnabled', 'locationEnabled', 'wifiEnabled', 'deviceOrientation'],
}

/** Opens the phone's own page for WeChat. */
export const openAppAuthorizeSetting: ApiShape = { options: {}, receives: [] }
