import { describe, expect, test } from 'vitest'
import { errMsgName } from '../../src/catalogue/catalogue.ts'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { todayCatalogue } from '../../src/catalogue/editions/today.ts'
import { platforms } from '../../src/catalogue/platforms.ts'
import { type ErrMsgKey, errMsgTexts, isFailure, parameterError } from '../../src/catalogue/wording.ts'

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
    ['live-pusher', 'insertLivePusher'],
    ['MapContext.moveToLocation', 'moveToLocation'],
    ['constructor', 'constructor'],
    ['getLocation', 'getLocation'],
  ])('of %s is %s', (api, name) => {
    expect(errMsgName(api)).toBe(name)
  })

  test('has only letters and digits', () => {
    for (const api of todayCatalogue.guardedApis) expect(errMsgName(api)).toMatch(/^[A-Za-z\d]+$/)
  })
})

describe('A platform spells', () => {
  const get = 'wx.getLocation'
  const ask = 'wx.authorize'
  const rows = [
    [get, 'rejected-now', ['fail auth deny', 'fail auth deny', 'fail:auth denied']],
    [get, 'rejected', ['fail auth deny', 'fail authorize no response', 'fail:auth denied']],
    [ask, 'rejected-now', ['fail auth deny', 'fail auth deny', 'fail:auth deny']],
    [
      ask,
      'rejected',
      ['fail 系统错误，错误码：-12006,auth deny', 'fail authorize no response', 'fail auth deny'],
    ],
    [
      ask,
      'button-only',
      [
        'fail 系统错误，错误码：-12007,scope unauthorized',
        'fail scope unauthorized',
        'fail scope unauthorized',
      ],
    ],
    [get, 'dismissed', ['fail auth canceled', 'fail auth canceled', 'fail:auth canceled']],
    [ask, 'dismissed', ['fail auth canceled', 'fail auth canceled', 'fail:auth canceled']],
    [
      get,
      'no-purpose',
      ['fail require permission desc', 'fail require permission desc', 'fail:require permission desc'],
    ],
    [
      get,
      'system-denied',
      ['fail system permission denied', 'fail system permission denied', 'fail:system permission denied'],
    ],
    [get, 'ok', ['ok', 'ok', 'ok']],
  ] as const

  test.each(rows)('of %s, %s as %j', (api, key, texts) => {
    const name = errMsgName(api)
    for (const [index, platform] of platforms.entries()) {
      for (const catalogue of [guideCatalogue, todayCatalogue])
        expect(catalogue.errMsg(api, key, platform)).toBe(`${name}:${texts[index]}`)
    }
  })

  test('a refusal so that the sample code of many pages finds it', () => {
    for (const api of [get, ask]) {
      for (const platform of platforms) {
        for (const key of ['rejected', 'rejected-now'] as const)
          expect(todayCatalogue.errMsg(api, key, platform)).toMatch(/auth den(y|ied)|authorize no response/)
      }
    }
  })

  test('every other key like all platforms', () => {
    const different = new Set<string>(rows.map(([, key]) => key))
    for (const [key, text] of Object.entries(errMsgTexts)) {
      if (different.has(key)) continue
      for (const platform of platforms)
        expect(guideCatalogue.errMsg(get, key as ErrMsgKey, platform)).toBe(`getLocation:${text}`)
    }
  })
})

describe('A failure of today carries the errno', () => {
  const errnos: Readonly<Partial<Record<ErrMsgKey, number>>> = {
    rejected: 103,
    'rejected-now': 103,
    'privacy-refused': 104,
    'guideline-undeclared': 112,
    'system-denied': 3,
  }
  test.each(Object.keys(errMsgTexts) as ErrMsgKey[])('of %s', key => {
    expect(todayCatalogue.errnoOf(key)).toBe(errnos[key])
    expect(guideCatalogue.errnoOf(key)).toBeUndefined()
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
