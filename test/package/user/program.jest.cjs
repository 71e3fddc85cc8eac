// For Jest from 26 on, which `npm run smoke` installs beside it.
const { launch } = require('wxauth/miniprogram')
const { expect, test } = globalThis

const project = `${__dirname}/near`

test('a page finds the way back after a refusal', async () => {
  const app = await launch({ project })
  const page = await app.open('pages/near/index')
  app.auth.answer('reject')
  await page.tap('Show what is near')
  expect(app.toasts).toEqual(['Location refused'])
  app.auth.answer('wx.openSetting', { 'scope.userLocation': true })
  await page.tap('Settings')
  expect(page.find('.place').text).toBe('at 22.54')
  expect(page.data).toEqual(expect.objectContaining({ refused: false, shops: expect.anything() }))
})

test('exceptions and rejections of the program fail the step, at their place', async () => {
  const app = await launch({ project, answers: 'accept' })
  const page = await app.open('pages/near/index')
  await expect(page.tap('Crash')).rejects.toThrow('pages/near/index.js:52:23')
  await expect(page.tap('Leave')).rejects.toMatchObject({
    code: 'ERR_PROGRAM',
    message: expect.stringContaining('pages/near/index.js:57:11'),
  })
  await app.idle()
})

test('a popup that nobody answers is an error', async () => {
  const app = await launch({ project })
  const page = await app.open('pages/near/index')
  await expect(page.tap('.locate')).rejects.toMatchObject({ code: 'ERR_UNANSWERED' })
})
