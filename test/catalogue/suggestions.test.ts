import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutPrefix } from '../../src/catalogue/catalogue.ts'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { todayCatalogue } from '../../src/catalogue/editions/today.ts'
import { nearest } from '../../src/text/nearest.ts'

const { guardedApis, scopeNames } = guideCatalogue

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
    ['moveToLocation', todayCatalogue.guardedApis, 'MapContext.moveToLocation'],
    ['wx.getFuzyLocation', todayCatalogue.guardedApis, 'wx.getFuzzyLocation'],
    ['scope.blutooth', todayCatalogue.scopeNames, 'scope.bluetooth'],
    ['wx.request', names, undefined],
    ['wx.login', names, undefined],
    ['wx.openLocation', names, undefined],
    ['scope.bluetooth', names, undefined],
    ['', names, undefined],
    ['x', names, undefined],
    ['deny', ['accept', 'reject', 'dismiss'], undefined],
    ['anything', [], undefined],
  ] as const)('for %j among %j is %j', (text, candidates, suggestion) => {
    expect(nearest(text, candidates, withoutPrefix)).toBe(suggestion)
  })

  test('is the name itself, with or without its prefix and in any case', () => {
    const change = fc.constantFrom<(name: string) => string>(
      name => name,
      name => name.toUpperCase(),
      name => name.toLowerCase(),
      name => name.replace(/^\w+\./, ''),
    )
    fc.assert(
      fc.property(fc.constantFrom(...scopeNames), change, (name, change) => {
        expect(nearest(change(name), scopeNames, withoutPrefix)).toBe(name)
      }),
    )
  })

  test('forgives any one typo in an API', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...guardedApis),
        fc.nat(),
        fc.constantFrom('', '#'),
        (api, position, typo) => {
          const at = api.startsWith('wx.') ? 3 + (position % (api.length - 3)) : position % api.length
          expect(nearest(api.slice(0, at) + typo + api.slice(at + 1), guardedApis, withoutPrefix)).toBe(api)
        },
      ),
    )
  })

  test('for a text of many megabytes takes no time', () => {
    expect(nearest('x'.repeat(20_000_000), names)).toBeUndefined()
  })
})
