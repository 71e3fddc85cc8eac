import type { Api, Payload } from '../api.ts'

/** Only Android guards it, because the networks around tell where the phone is. The list goes to `wx.onGetWifiList`. */
export const getWifiList: Api = {
  scope: 'scope.userLocation',
  options: {},
  // As in WeChat's typings: 0 is no error.
  receives: ['errCode'],
  reply: () => ({ errCode: 0 }),
}

/** What listeners of `wx.onGetWifiList` receive. */
export const wifiList = (): Payload => ({
  wifiList: [
    { SSID: 'wxauth-demo', BSSID: '02:00:00:00:00:01', secure: true, signalStrength: 80, frequency: 2437 },
  ],
})
