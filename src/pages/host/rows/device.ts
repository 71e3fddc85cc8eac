import type { Params } from '../../../catalogue/api.ts'
import type { Place } from '../../ports.ts'
import { always, numberOf, type RowHost, type Rows, textOf } from '../row.ts'

/** Lets the user choose; `cancel` fails, as on the phone. */
export const chosen =
  (api: string, choice: (params: Params, host: RowHost) => Record<string, unknown>) =>
  async (params: Params, host: RowHost, at: Place | undefined) => {
    const answer = await host.askUser({ kind: 'picker', api: `wx.${api}`, at }, () => host.user.pick(api))
    host.observe({ kind: 'picker', api: `wx.${api}`, answer, at })
    return answer === 'ok' ? choice(params, host) : { errMsg: 'fail cancel' }
  }

/** A row of an API in which the user chooses something. */
export const choosing = (api: string, choice: Parameters<typeof chosen>[1]) => ({
  answer: chosen(api, choice),
})

const clipboard = 'clipboard'

export const deviceRows: Rows = {
  setClipboardData: {
    answer({ data }, { device, screen }, at) {
      device.set(clipboard, textOf(data))
      screen.toast('内容已复制', 'none', at)
      return {}
    },
  },
  getClipboardData: { answer: (_params, { device }) => ({ data: textOf(device.get(clipboard)) }) },
  setScreenBrightness: {
    answer({ value }, { device }) {
      device.set('brightness', numberOf(value, 1))
      return {}
    },
  },
  getScreenBrightness: {
    answer: (_params, { device }) => ({ value: numberOf(device.get('brightness'), 1) }),
  },
  scanCode: choosing('scanCode', () => ({
    result: 'https://example.com/wxauth',
    scanType: 'QR_CODE',
    charSet: 'UTF-8',
    path: '',
    rawData: '',
  })),
  chooseContact: choosing('chooseContact', () => ({
    phoneNumber: '13800000000',
    displayName: '示例',
    phoneNumberList: ['13800000000'],
  })),
  getConnectedWifi: always({ wifi: { SSID: 'wxauth', BSSID: '', secure: true, signalStrength: 99 } }),
  getLocalIPAddress: always({ localip: '192.168.0.2', netmask: '255.255.255.0' }),
  getBluetoothAdapterState: always({ discovering: false, available: true }),
  getBluetoothDevices: always({ devices: [] }),
  getConnectedBluetoothDevices: always({ devices: [] }),
  getBLEDeviceServices: always({ services: [] }),
  getBLEDeviceCharacteristics: always({ characteristics: [] }),
  getBeacons: always({ beacons: [] }),
}
