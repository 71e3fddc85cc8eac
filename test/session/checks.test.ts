import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { todayCatalogue } from '../../src/catalogue/editions/today.ts'
import { WxauthError } from '../../src/faults.ts'
import { checkedApi, checkedScope } from '../../src/session/checks.ts'

function factsOf(action: () => unknown): unknown {
  try {
    return action()
  } catch (error) {
    if (error instanceof WxauthError) return { code: error.code, ...error.facts }
    throw error
  }
}

describe('The name of an API instead of a scope', () => {
  const rows = [
    [guideCatalogue, 'wx.chooseAddress', { near: 'scope.address', api: 'wx.chooseAddress' }],
    [todayCatalogue, 'openBluetoothAdapter', { near: 'scope.bluetooth', api: 'wx.openBluetoothAdapter' }],
    // No scope guards it today.
    [todayCatalogue, 'wx.chooseAddress', { near: undefined }],
  ] as const
  test.each(rows)('in the edition of $edition, %j, leads to %j', (catalogue, scope, facts) => {
    expect(factsOf(() => checkedScope(catalogue, scope))).toEqual({
      code: 'ERR_UNKNOWN_SCOPE',
      scope,
      ...facts,
    })
  })
})

test('An API is checked by the edition', () => {
  expect(checkedApi(todayCatalogue, 'getFuzzyLocation')).toBe('wx.getFuzzyLocation')
  expect(factsOf(() => checkedApi(guideCatalogue, 'getFuzzyLocation'))).toEqual({
    code: 'ERR_UNGUARDED_API',
    api: 'getFuzzyLocation',
    consent: 'later',
  })
  expect(factsOf(() => checkedApi(todayCatalogue, 'scope.bluetooth'))).toMatchObject({
    code: 'ERR_UNKNOWN_API',
    apis: ['wx.openBluetoothAdapter', 'wx.createBLEPeripheralServer'],
  })
})

test.each([guideCatalogue, todayCatalogue])(
  'RecorderManager.start leads to the API that it replaced',
  catalogue => {
    expect(factsOf(() => checkedApi(catalogue, 'RecorderManager.start'))).toEqual({
      code: 'ERR_UNKNOWN_API',
      api: 'RecorderManager.start',
      near: 'wx.startRecord',
    })
  },
)
