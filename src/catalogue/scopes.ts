/**
 * The Scope List: one row per scope, in the guide's order and words.
 * To add a scope, or an API to a scope, add it here; the compiler then asks for its reply and its parameters.
 */
export interface ScopeRow {
  readonly scope: string
  readonly apis: readonly `wx.${string}`[]
  readonly components: readonly string[]
  readonly description: string
}

export const scopeRows = [
  {
    scope: 'scope.userInfo',
    apis: ['wx.getUserInfo'],
    components: [],
    description: 'User information',
  },
  {
    scope: 'scope.userLocation',
    apis: ['wx.getLocation', 'wx.chooseLocation'],
    components: [],
    description: 'Geographic location',
  },
  {
    scope: 'scope.address',
    apis: ['wx.chooseAddress'],
    components: [],
    description: 'Postal address',
  },
  {
    scope: 'scope.invoiceTitle',
    apis: ['wx.chooseInvoiceTitle'],
    components: [],
    description: 'Invoice title',
  },
  {
    scope: 'scope.invoice',
    apis: ['wx.chooseInvoice'],
    components: [],
    description: 'Gets invoice',
  },
  {
    scope: 'scope.werun',
    apis: ['wx.getWeRunData'],
    components: [],
    description: 'WeRun step counts',
  },
  {
    scope: 'scope.record',
    apis: ['wx.startRecord'],
    components: [],
    description: 'Recording feature',
  },
  {
    scope: 'scope.writePhotosAlbum',
    apis: ['wx.saveImageToPhotosAlbum', 'wx.saveVideoToPhotosAlbum'],
    components: [],
    description: 'Saves to album',
  },
  {
    scope: 'scope.camera',
    apis: [],
    components: ['camera'],
    description: 'Camera',
  },
] as const satisfies readonly ScopeRow[]

type Row = (typeof scopeRows)[number]

/** `scope.userInfo` … `scope.camera`. */
export type ScopeName = Row['scope']

/** What a scope guards: `wx.getLocation`, …, and the component `camera`. */
export type GuardedApi = Row['apis'][number] | Row['components'][number]
