import type { Api } from '../api.ts'

/** Only Android guards it, because the networks around tell where the phone is. The list goes to `wx.onGetWifiList`. */
export const getWifiList: Api = {
  scope: 'scope.userLocation',
  options: {},
  // As in WeChat's typings: 0 is no error.
  receives: ['errCode'],
  reply: () => ({ errCode: 0 }),
}
