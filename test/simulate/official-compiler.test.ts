// @vitest-environment jsdom
// In its own file, because the simulator keeps the first compilation of a page.
import { expect, test } from 'vitest'
import { openPage } from './opened-page.ts'

test('Buttons also work in WXML from WeChat’s own compiler', async () => {
  const { auth, tap, textOf } = openPage({ answers: 'reject' }, 'official')
  await tap('.locate')
  expect(textOf('.place')).toBe('unknown')
  auth.answer('wx.openSetting', { 'scope.userLocation': true })
  await tap('.settings')
  expect(textOf('.place')).toBe('22.54, 113.93')
  await tap('.greet')
  expect(textOf('.greeting')).toBe('getuserinfo getUserInfo:fail auth deny')
  await tap('.scan')
  expect(textOf('.scanner')).toBe('insertCamera:fail auth deny')
})
