import { describe, expect, test } from 'vitest'
import { isWxApi } from '../../src/catalogue/catalogue.ts'
import { guideCatalogue as catalogue, type GuideEdition } from '../../src/catalogue/editions/guide.ts'

/** The guide's "Scope List". */
const guide = [
  ['scope.userInfo', ['wx.getUserInfo'], 'User information'],
  ['scope.userLocation', ['wx.getLocation', 'wx.chooseLocation'], 'Geographic location'],
  ['scope.address', ['wx.chooseAddress'], 'Postal address'],
  ['scope.invoiceTitle', ['wx.chooseInvoiceTitle'], 'Invoice title'],
  ['scope.invoice', ['wx.chooseInvoice'], 'Gets invoice'],
  ['scope.werun', ['wx.getWeRunData'], 'WeRun step counts'],
  ['scope.record', ['wx.startRecord'], 'Recording feature'],
  ['scope.writePhotosAlbum', ['wx.saveImageToPhotosAlbum', 'wx.saveVideoToPhotosAlbum'], 'Saves to album'],
  ['scope.camera', ['camera'], 'Camera'],
] as const

describe('The catalogue', () => {
  test('does not compile without a row for each API', () => {
    // @ts-expect-error all other rows are missing
    const incomplete: GuideEdition['apis'] = { camera: catalogue.apiOf('camera') }
    expect(Object.keys(incomplete)).toHaveLength(1)
  })

  test('tells the component from the functions of wx', () => {
    expect(catalogue.guardedApis.filter(api => !isWxApi(api))).toEqual(['camera'])
    expect(catalogue.rowOf('scope.camera')).toMatchObject({ apis: [], components: ['camera'] })
  })

  test.each(guide)('says that %s guards %j', (scope, apis, description) => {
    for (const api of apis) expect(catalogue.apiOf(api).scope).toBe(scope)
    expect(catalogue.isScopeName(scope)).toBe(true)
    const row = catalogue.rowOf(scope)
    expect(row).toMatchObject({ scope, description })
    expect([...row.apis, ...row.components]).toEqual(apis)
  })

  test('lists scopes and APIs in the order of the guide, and no others', () => {
    expect(catalogue.scopeNames).toEqual(guide.map(([scope]) => scope))
    expect(catalogue.guardedApis).toEqual(guide.flatMap(([, apis]) => [...apis]))
  })

  test.each(['', 'camera', 'scope.', 'scope.Camera', 'scope.camera ', 'constructor', '__proto__'])(
    'does not take %j for a scope',
    text => {
      expect(catalogue.isScopeName(text)).toBe(false)
    },
  )

  test.each([
    ['wx.getLocation', 'wx.getLocation'],
    ['getLocation', 'wx.getLocation'],
    ['camera', 'camera'],
    ['wx.camera', undefined],
    ['wx.wx.getLocation', undefined],
    ['wx.getlocation', undefined],
    ['insertCamera', undefined],
    ['wx.request', undefined],
    ['', undefined],
    ['constructor', undefined],
  ] as const)('takes %j for the API %j', (text, api) => {
    expect(catalogue.findApi(text)).toBe(api)
  })
})
