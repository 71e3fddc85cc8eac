import { describe, expect, test } from 'vitest'
import { guardedApis } from '../../src/catalogue/look-ups.ts'
import { bareName, endings, errMsg, parameterError } from '../../src/catalogue/wording.ts'

describe('An errMsg', () => {
  const cases = [
    [endings.ok, 'getLocation:ok'],
    [endings.rejected, 'getLocation:fail auth deny'],
    [endings.dismissed, 'getLocation:fail auth canceled'],
    [endings['no-purpose'], 'getLocation:fail require permission desc'],
    [endings['button-only'], 'getLocation:fail scope unauthorized'],
    [endings['invalid-scope'], 'getLocation:fail invalid scope'],
    [endings['invalid-file-type'], 'getLocation:fail invalid file type'],
    [endings['no-file'], 'getLocation:fail file not found'],
    [endings['one-camera'], 'getLocation:fail can insert only one camera'],
    [endings['no-camera'], 'getLocation:fail camera has not been initialized'],
    [endings['no-video'], 'getLocation:fail:is not recording'],
    [endings.recording, 'getLocation:fail is recording or paused'],
    [endings['not-recording'], 'getLocation:fail recorder not start'],
  ] as const
  test.each(cases)('with the ending %j reads %j', (ending, whole) => {
    expect(errMsg('getLocation', ending)).toBe(whole)
  })

  test('has all its endings in this table', () => {
    expect(cases.map(([ending]) => ending).sort()).toEqual(Object.values(endings).sort())
  })
})

describe('A bare name', () => {
  test.each([
    ['wx.getLocation', 'getLocation'],
    ['wx.authorize', 'authorize'],
    ['camera', 'insertCamera'],
    ['RecorderManager.start', 'operateRecorder'],
    ['getLocation', 'getLocation'],
  ])('of %s is %s', (api, name) => {
    expect(bareName(api)).toBe(name)
  })

  test('has no dot and no colon, whatever the API', () => {
    for (const api of guardedApis) expect(bareName(api)).toMatch(/^[A-Za-z]+$/)
  })
})

describe('A parameter error', () => {
  test('names the option, the type it should have and the type it has', () => {
    expect(parameterError([{ name: 'scope', expected: 'String', actual: 'Undefined' }])).toBe(
      'fail parameter error: parameter.scope should be String instead of Undefined;',
    )
  })

  test('of the options themselves names none', () => {
    expect(parameterError([{ expected: 'Object', actual: 'Array' }])).toBe(
      'fail parameter error: parameter should be Object instead of Array;',
    )
  })

  test('joins several problems', () => {
    expect(
      parameterError([
        { name: 'latitude', expected: 'Number', actual: 'String' },
        { name: 'longitude', expected: 'Number', actual: 'Null' },
      ]),
    ).toBe(
      'fail parameter error: parameter.latitude should be Number instead of String;parameter.longitude should be Number instead of Null;',
    )
  })
})
