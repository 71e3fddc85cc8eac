// For Jest from 26 on with jsdom, which `npm run smoke` installs beside it.
const simulate = require('miniprogram-simulate')
const { createWxAuth } = require('wxauth')
const { install } = require('wxauth/simulate')
const { expect, test } = globalThis

test('a page finds the way back after a refusal', async () => {
  const { wx, auth } = createWxAuth()
  const uninstall = install({ wx, auth, simulate })
  const page = simulate.render(simulate.load(`${__dirname}/near-me/index`))
  page.attach(document.body)
  const tap = selector => {
    page.querySelector(selector).dispatchEvent('tap')
    return auth.idle()
  }
  auth.answer('reject')
  await tap('.locate')
  expect(page.querySelector('.place').dom.textContent).toBe('unknown')
  auth.answer('wx.openSetting', { 'scope.userLocation': true })
  await tap('.settings')
  expect(page.querySelector('.place').dom.textContent).toBe('22.54, 113.93')
  page.detach()
  uninstall()
})

test('a profile on disk is changed, and a popup that nobody answers is an error', async () => {
  const { wx, auth } = createWxAuth({ profile: 'jest', answers: { 'scope.camera': 'accept' } })
  await wx.authorize({ scope: 'scope.camera' })
  expect(auth.states()['scope.camera']).toBe('accepted')
  await expect(wx.chooseAddress()).rejects.toMatchObject({ code: 'ERR_UNANSWERED' })
})
