// @vitest-environment jsdom
// In a file of its own: the simulator keeps the first compilation of a page for as long as it is loaded.
import { expect, test } from 'vitest'
import { openPage } from './opened-page.ts'

test('the buttons work in WXML from WeChat’s own compiler too', async () => {
  const { auth, tap, shown } = openPage({ answers: 'reject' }, 'official')
  await tap('.locate')
  expect(shown('.place')).toBe('unknown')
  auth.answer('wx.openSetting', { 'scope.userLocation': true })
  await tap('.settings')
  expect(shown('.place')).toBe('22.54, 113.93')
  await tap('.greet')
  expect(shown('.greeting')).toBe('getuserinfo getUserInfo:fail auth deny')
  await tap('.scan')
  expect(shown('.scanner')).toBe('insertCamera:fail auth deny')
})
