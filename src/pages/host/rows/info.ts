import type { EditionName } from '../../../catalogue/edition-names.ts'
import { always, type PlainRow, type RowHost, type Rows } from '../row.ts'

/** The base library of each edition: that of the guide's time, and the one that the facts of today were read from. */
const sdkVersions: Readonly<Record<EditionName, string>> = { guide: '2.6.1', today: '3.15.2' }

const bar = 44
const statusBar = 20
const size = { width: 375, height: 667 }

const windowInfo = {
  pixelRatio: 2,
  screenWidth: size.width,
  screenHeight: size.height,
  windowWidth: size.width,
  windowHeight: size.height - statusBar - bar,
  statusBarHeight: statusBar,
  screenTop: statusBar + bar,
  safeArea: { left: 0, right: size.width, top: statusBar, bottom: size.height, ...heightOf(statusBar) },
}

const deviceInfo = {
  abi: 'arm64',
  deviceAbi: 'arm64',
  benchmarkLevel: 40,
  brand: 'devtools',
  model: 'iPhone 6/7/8',
  system: 'iOS 10.0.1',
  platform: 'devtools',
  cpuType: 'unknown',
  memorySize: '2048',
}

const systemSetting = {
  bluetoothEnabled: true,
  locationEnabled: true,
  wifiEnabled: true,
  deviceOrientation: 'portrait',
}

const permissions = [
  'album',
  'bluetooth',
  'camera',
  'location',
  'microphone',
  'notification',
  'phoneCalendar',
]
const appAuthorizeSetting = {
  ...Object.fromEntries(permissions.map(name => [`${name}Authorized`, 'authorized'])),
  locationReducedAccuracy: false,
}

const launch = { path: '', query: {}, scene: 1001, shareTicket: '', referrerInfo: {}, mode: 'default' }

function heightOf(top: number) {
  return { width: size.width, height: size.height - top }
}

const deviceOf = ({ platform }: RowHost) => ({ ...deviceInfo, platform })

function appBaseInfo({ edition }: RowHost) {
  return {
    SDKVersion: sdkVersions[edition],
    enableDebug: false,
    host: { env: 'WeChat', appId: '', version: 0 },
    language: 'zh_CN',
    version: edition === 'guide' ? '7.0.3' : '8.0.60',
    theme: 'light',
    fontSizeSetting: 16,
    fontSizeScaleFactor: 1,
  }
}

function systemInfo(host: RowHost) {
  const allowed = permissions.map(name => [`${name}Authorized`, true])
  const all = { ...windowInfo, ...deviceOf(host), ...systemSetting, ...appBaseInfo(host) }
  return { ...all, ...Object.fromEntries(allowed) }
}

/** The same thing as a function that returns it. */
const returns = (value: (host: RowHost) => unknown): PlainRow => ({ plain: host => value(host) })

const launchOptions = ({ entry }: RowHost) => ({ ...launch, ...entry() })

export const infoRows: Rows = {
  getSystemInfo: { quiet: true, answer: (_params, host) => systemInfo(host) },
  getSystemInfoAsync: { quiet: true, answer: (_params, host) => systemInfo(host) },
  getSystemInfoSync: returns(systemInfo),
  getWindowInfo: returns(() => windowInfo),
  getDeviceInfo: returns(deviceOf),
  getAppBaseInfo: returns(appBaseInfo),
  getSystemSetting: returns(() => systemSetting),
  getAppAuthorizeSetting: returns(() => appAuthorizeSetting),
  getSkylineInfo: always({ isSupported: false, version: '', reason: 'client not supported' }),
  getSkylineInfoSync: returns(() => ({ isSupported: false, version: '', reason: 'client not supported' })),
  getRendererUserAgent: always({ userAgent: 'wxauth' }),
  getMenuButtonBoundingClientRect: returns(() => ({
    width: 87,
    height: 32,
    top: statusBar + 4,
    right: size.width - 7,
    bottom: statusBar + 36,
    left: size.width - 94,
  })),
  getAccountInfoSync: returns(({ appid }) => ({
    miniProgram: { appId: appid, envVersion: 'develop', version: '' },
    plugin: {},
  })),
  getLaunchOptionsSync: returns(launchOptions),
  getEnterOptionsSync: returns(launchOptions),
  getExtConfig: always({ extConfig: {} }),
  getExtConfigSync: returns(() => ({})),
  getExptInfoSync: returns(() => ({})),
  getBatteryInfo: always({ level: 100, isCharging: false, isLowPowerModeEnabled: false }),
  getBatteryInfoSync: returns(() => ({ level: 100, isCharging: false, isLowPowerModeEnabled: false })),
  getApiCategory: returns(() => 'default'),
  checkIsPictureInPictureActive: returns(() => false),
  isVKSupport: returns(() => false),
  canIUse: { plain: ({ canIUse }, schema) => canIUse(schema) },
}
