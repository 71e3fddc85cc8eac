// @vitest-environment jsdom
import { expect, onTestFinished, test, vi } from 'vitest'
import { createWxAuth } from '../../src/index.ts'
import { install } from '../../src/simulate/index.ts'
import type { WxAuthOptions, WxToday } from '../../src/wx/types/index.ts'
import { globals, simulate } from './opened-page.ts'

/** A page with such a button, which keeps the events that it gets. */
function pageWith(openType: string, options: WxAuthOptions) {
  const user = createWxAuth(options)
  onTestFinished(install({ ...user, simulate }))
  const events: string[] = []
  const hear = ({ type }: { readonly type: string }) => void events.push(type)
  const template = `<button class="agree" open-type="${openType}" bindagreeprivacyauthorization="hear"
    bindgetuserinfo="hear"/>`
  const page = simulate.render(simulate.load({ template, methods: { hear } }))
  page.attach(globals.document.body)
  onTestFinished(() => page.detach())
  return {
    ...user,
    events,
    tap: () => page.querySelector('.agree')?.dispatchEvent('tap'),
  }
}

const agree = 'agreePrivacyAuthorization'

test('The button agrees to the privacy guideline, and its event lets a call go on', async () => {
  const { wx, auth, events, tap } = pageWith(agree, { edition: 'today' })
  const { onNeedPrivacyAuthorization } = wx as WxToday
  onNeedPrivacyAuthorization(async resolve => {
    tap()
    await vi.waitFor(() => expect(events).toEqual(['agreeprivacyauthorization']))
    resolve({ event: 'agree', buttonId: 'agree' })
  })
  expect(await wx.chooseAddress()).toMatchObject({ errMsg: 'chooseAddress:ok' })
  expect(auth.layers().privacy).toBe('agreed')
})

test.each([
  ['today', `getUserInfo|${agree}`, ['agreeprivacyauthorization', 'getuserinfo']],
  ['today', 'getUserInfo', ['getuserinfo']],
  ['guide', agree, []],
  ['guide', `${agree}|getUserInfo`, ['getuserinfo']],
] as const)('In the edition %s, %s has these events: %j', async (edition, openType, expected) => {
  const { auth, events, tap } = pageWith(openType, { edition, answers: 'accept' })
  tap()
  await auth.idle()
  expect(events).toEqual(expected)
})
