import { describe, expect, test } from 'vitest'
import { errMsgName } from '../../src/catalogue/catalogue.ts'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { errMsgTexts, isFailure, parameterError } from '../../src/catalogue/wording.ts'

describe('An errMsg', () => {
  const cases = [
    ['ok', 'getLocation:ok'],
    ['rejected', 'getLocation:fail auth deny'],
    ['rejected-now', 'getLocation:fail auth deny'],
    ['dismissed', 'getLocation:fail auth canceled'],
    ['no-purpose', 'getLocation:fail require permission desc'],
    [
      'private-info-missing',
      'getLocation:fail the api need to be declared in the requiredPrivateInfos field in app.json/ext.json',
    ],
    ['background-mode-missing', 'getLocation:fail auth deny'],
    ['guideline-undeclared', 'getLocation:fail api scope is not declared in the privacy agreement'],
    ['privacy-refused', 'getLocation:fail privacy permission is not authorized'],
    ['system-denied', 'getLocation:fail system permission denied'],
    ['button-only', 'getLocation:fail scope unauthorized'],
    ['invalid-scope', 'getLocation:fail invalid scope'],
    ['invalid-file-type', 'getLocation:fail invalid file type'],
    ['no-file', 'getLocation:fail file not found'],
    ['one-camera', 'getLocation:fail can insert only one camera'],
    ['no-camera', 'getLocation:fail camera has not been initialized'],
    ['no-video', 'getLocation:fail:is not recording'],
    ['recording', 'getLocation:fail is recording or paused'],
    ['not-recording', 'getLocation:fail recorder not start'],
  ] as const
  test.each(cases)('with the key %s reads %j', (key, errMsg) => {
    expect(guideCatalogue.errMsg('wx.getLocation', key)).toBe(errMsg)
  })

  test('is in this table for every key', () => {
    expect(cases.map(([key]) => key)).toEqual(Object.keys(errMsgTexts))
  })
})

describe('The name in an errMsg', () => {
  test.each([
    ['wx.getLocation', 'getLocation'],
    ['wx.authorize', 'authorize'],
    ['camera', 'insertCamera'],
    ['RecorderManager.start', 'operateRecorder'],
    ['getLocation', 'getLocation'],
  ])('of %s is %s', (api, name) => {
    expect(errMsgName(api)).toBe(name)
  })

  test('has only letters', () => {
    for (const api of guideCatalogue.guardedApis) expect(errMsgName(api)).toMatch(/^[A-Za-z]+$/)
  })
})

describe('A parameter error', () => {
  test('names the option, the type it should have and the type it has', () => {
    expect(parameterError([{ name: 'scope', expected: 'String', actual: 'Undefined' }])).toBe(
      'fail parameter error: parameter.scope should be String instead of Undefined;',
    )
  })

  test('about the options object names no option', () => {
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

describe('A reply is a failure', () => {
  test.each([
    ['chooseAddress:fail cancel', true],
    ['chooseAddress:fail', true],
    ['chooseAddress:fail:auth denied', true],
    ['chooseAddress:failed', true],
    ['chooseAddress:cancel', true],
    ['saveVideoToPhotosAlbum: fail invalid file type', true],
    ['chooseAddress:fail status:ok', true],
    ['chooseAddress:ok', false],
    ['chooseAddress:ok fail', false],
    ['fail', false],
    ['', false],
    [undefined, false],
    [5, false],
  ])('with the errMsg %j: %s', (errMsg, failure) => {
    expect(isFailure(errMsg)).toBe(failure)
  })
})
