import type { Params } from '../../../catalogue/api.ts'
import { always, listOf, type RowHost, type Rows } from '../row.ts'
import { choosing, chosen } from './device.ts'

/** A user whom WeChat does not name, as it gives programs today. */
const anonymous = {
  nickName: '微信用户',
  avatarUrl: '',
  gender: 0,
  city: '',
  province: '',
  country: '',
  language: '',
}

/** The user keeps all messages, or, with `cancel`, none. */
async function subscribe(params: Params, host: RowHost) {
  const ids = listOf(params.tmplIds)
  const answer = await chosen('requestSubscribeMessage', () => ({}))(params, host, undefined)
  const choice = answer.errMsg === undefined ? 'accept' : 'reject'
  return Object.fromEntries(ids.map(id => [String(id), choice]))
}

const consented = (api: string) => choosing(api, () => ({}))

export const openRows: Rows = {
  login: { answer: (_params, { clock }) => ({ code: `wxauth-demo-code-${clock.turn()}` }) },
  pluginLogin: always({ code: 'wxauth-demo-code' }),
  checkSession: always({}),
  requestPayment: consented('requestPayment'),
  requestOrderPayment: consented('requestOrderPayment'),
  requestVirtualPayment: consented('requestVirtualPayment'),
  requestPluginPayment: consented('requestPluginPayment'),
  requestCommonPayment: consented('requestCommonPayment'),
  requestMerchantTransfer: consented('requestMerchantTransfer'),
  navigateToMiniProgram: consented('navigateToMiniProgram'),
  openEmbeddedMiniProgram: consented('openEmbeddedMiniProgram'),
  makePhoneCall: consented('makePhoneCall'),
  requestSubscribeMessage: { answer: subscribe },
  requestSubscribeDeviceMessage: { answer: subscribe },
  getUserProfile: {
    answer: () => ({
      userInfo: anonymous,
      rawData: JSON.stringify(anonymous),
      signature: '',
      encryptedData: '',
      iv: '',
      cloudID: '',
    }),
  },
  chooseLicensePlate: choosing('chooseLicensePlate', () => ({ plateNumber: '粤B00000' })),
  choosePoi: choosing('choosePoi', () => ({
    type: 1,
    city: '深圳市',
    name: '示例大厦',
    address: '广东省深圳市南山区示例路1号',
    latitude: 22.537,
    longitude: 113.935,
  })),
  getShareInfo: always({ encryptedData: '', iv: '', cloudID: '' }),
  getGroupEnterInfo: always({ encryptedData: '', iv: '', cloudID: '' }),
  getPrivacySetting: always({ needAuthorization: false, privacyContractName: '《小程序隐私保护指引》' }),
  checkIsSupportSoterAuthentication: always({ supportMode: [] }),
  checkIsSoterEnrolledInDevice: always({ isEnrolled: false }),
  checkIsAddedToMyMiniProgram: always({ added: false }),
  checkIsOpenAccessibility: always({ open: false }),
  getBackgroundFetchToken: { answer: () => ({ errMsg: 'fail record not found' }) },
  getBackgroundFetchData: { answer: () => ({ errMsg: 'fail record not found' }) },
}
