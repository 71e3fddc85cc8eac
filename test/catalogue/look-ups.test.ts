import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  descriptionOf,
  guardedApi,
  guardedApis,
  isScopeName,
  nearest,
  scopeNames,
  scopeOf,
} from '../../src/catalogue/look-ups.ts'
import { scopeRows } from '../../src/catalogue/scopes.ts'

/** "Scope List", as the guide prints it. */
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
  test.each(guide)('knows that %s guards %j', (scope, apis, description) => {
    for (const api of apis) expect(scopeOf(api)).toBe(scope)
    expect(isScopeName(scope)).toBe(true)
    expect(descriptionOf(scope)).toBe(description)
  })

  test('lists scopes and APIs in the order of the guide, and no others', () => {
    expect(scopeNames).toEqual(guide.map(([scope]) => scope))
    expect(guardedApis).toEqual(guide.flatMap(([, apis]) => [...apis]))
    expect(scopeRows).toHaveLength(guide.length)
  })

  test.each(['', 'camera', 'scope.', 'scope.Camera', 'scope.camera ', 'constructor', '__proto__'])(
    'takes %j for no scope',
    text => {
      expect(isScopeName(text)).toBe(false)
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
    expect(guardedApi(text)).toBe(api)
  })
})

describe('A suggestion', () => {
  const names = [...guardedApis, ...scopeNames]
  test.each([
    ['wx.getLocaton', guardedApis, 'wx.getLocation'],
    ['getlocation', guardedApis, 'wx.getLocation'],
    ['wx.GETLOCATION', guardedApis, 'wx.getLocation'],
    ['wx.getLocatoin', guardedApis, 'wx.getLocation'],
    ['wx.camera', guardedApis, 'camera'],
    ['wx.saveImageToPhotoAlbum', guardedApis, 'wx.saveImageToPhotosAlbum'],
    ['wx.chooseInvoicetitle', guardedApis, 'wx.chooseInvoiceTitle'],
    ['scope.userlocation', scopeNames, 'scope.userLocation'],
    ['userLocation', scopeNames, 'scope.userLocation'],
    ['scope.kamera', scopeNames, 'scope.camera'],
    ['kamera', scopeNames, 'scope.camera'],
    ['scope.invoices', scopeNames, 'scope.invoice'],
    ['scope.weRun', scopeNames, 'scope.werun'],
    ['accept', ['undecided', 'accepted', 'rejected'], 'accepted'],
    ['dissmiss', ['accept', 'reject', 'dismiss'], 'dismiss'],
    ['alcie', ['bob', 'alice'], 'alice'],
    ['wx.request', names, undefined],
    ['wx.login', names, undefined],
    ['wx.openLocation', names, undefined],
    ['scope.bluetooth', names, undefined],
    ['', names, undefined],
    ['x', names, undefined],
    ['deny', ['accept', 'reject', 'dismiss'], undefined],
    ['anything', [], undefined],
  ] as const)('for %j among %j is %j', (text, candidates, suggestion) => {
    expect(nearest(text, candidates)).toBe(suggestion)
  })

  test('is the name itself, with or without its prefix and in any case', () => {
    const change = fc.constantFrom<(name: string) => string>(
      name => name,
      name => name.toUpperCase(),
      name => name.toLowerCase(),
      name => name.replace(/^\w+\./, ''),
    )
    fc.assert(
      fc.property(fc.constantFrom(...scopeNames), change, (name, changed) => {
        expect(nearest(changed(name), scopeNames)).toBe(name)
      }),
    )
  })

  test('forgives any one slip in an API', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...guardedApis),
        fc.nat(),
        fc.constantFrom('', '#'),
        (api, position, put) => {
          const at = api.startsWith('wx.') ? 3 + (position % (api.length - 3)) : position % api.length
          expect(nearest(api.slice(0, at) + put + api.slice(at + 1), guardedApis)).toBe(api)
        },
      ),
    )
  })

  test('comes at once for a text of many megabytes', () => {
    expect(nearest('x'.repeat(20_000_000), names)).toBeUndefined()
  })
})
