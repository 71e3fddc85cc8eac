// @vitest-environment jsdom
import { describe, expect, test } from 'vitest'
import { openPage } from './opened-page.ts'

const here = '22.54, 113.93'

describe('A tap that needs the location', () => {
  test.each([
    { given: 'undecided', answer: 'accept', place: here, hint: false, popups: 1, after: 'accepted' },
    { given: 'undecided', answer: 'reject', place: 'unknown', hint: true, popups: 1, after: 'rejected' },
    { given: 'undecided', answer: 'dismiss', place: 'unknown', hint: false, popups: 1, after: 'undecided' },
    { given: 'accepted', answer: 'reject', place: here, hint: false, popups: 0, after: 'accepted' },
    { given: 'rejected', answer: 'accept', place: 'unknown', hint: true, popups: 0, after: 'rejected' },
  ] as const)('$given, and the user would $answer', async ({ given, answer, place, hint, popups, after }) => {
    const { auth, tap, textOf } = openPage({ answers: answer })
    await auth.set('scope.userLocation', given)
    await tap('.locate')
    expect(textOf('.place')).toBe(place)
    expect(textOf('.hint') !== undefined).toBe(hint)
    expect(auth.events.filter(({ type }) => type === 'asked')).toHaveLength(popups)
    expect(auth.states()).toMatchObject({ 'scope.userLocation': after })
  })

  test('after a refusal shows no second popup, and works once the settings allow it', async () => {
    const { auth, tap, textOf } = openPage()
    auth.answer('reject')
    await tap('.locate')
    await tap('.locate')
    expect(textOf('.place')).toBe('unknown')

    auth.answer('wx.openSetting', {})
    await tap('.settings')
    expect(textOf('.place')).toBe('unknown')

    auth.answer('wx.openSetting', { 'scope.userLocation': true })
    await tap('.settings')
    expect(textOf('.place')).toBe(here)
    expect(textOf('.hint')).toBeUndefined()
    expect(auth.events.filter(({ type }) => type === 'asked')).toHaveLength(1)
  })

  test('fails after the user switches the location off in the settings', async () => {
    const { auth, tap, textOf } = openPage({ answers: 'accept' })
    await tap('.locate')
    await auth.openSettingPage({ 'scope.userLocation': false })
    await tap('.locate')
    expect([textOf('.place'), textOf('.hint') !== undefined]).toEqual(['unknown', true])
  })
})

describe('<button open-type="getUserInfo">', () => {
  const hello = 'Hello, 测试小微'
  const denied = 'getuserinfo getUserInfo:fail auth deny'
  test.each([
    { given: 'undecided', answer: 'accept', greeting: hello, popups: 1, after: 'accepted' },
    { given: 'undecided', answer: 'reject', greeting: denied, popups: 1, after: 'rejected' },
    {
      given: 'undecided',
      answer: 'dismiss',
      greeting: 'getuserinfo getUserInfo:fail auth canceled',
      popups: 1,
      after: 'undecided',
    },
    { given: 'accepted', answer: 'reject', greeting: hello, popups: 0, after: 'accepted' },
    // Unlike every API, the button asks again.
    { given: 'rejected', answer: 'accept', greeting: hello, popups: 1, after: 'accepted' },
    { given: 'rejected', answer: 'reject', greeting: denied, popups: 1, after: 'rejected' },
  ] as const)('$given, and the user would $answer', async ({ given, answer, greeting, popups, after }) => {
    const { auth, tap, textOf } = openPage({ answers: answer })
    await auth.set('scope.userInfo', given)
    await tap('.greet')
    expect(textOf('.greeting')).toBe(greeting)
    expect(auth.events.filter(({ type }) => type === 'asked')).toHaveLength(popups)
    expect(auth.states()).toMatchObject({ 'scope.userInfo': after })
  })
})

describe('<camera>', () => {
  test.each([
    { given: 'undecided', answer: 'accept', scanner: 'zoom to 10' },
    { given: 'undecided', answer: 'reject', scanner: 'insertCamera:fail auth deny' },
    { given: 'undecided', answer: 'dismiss', scanner: 'insertCamera:fail auth canceled' },
    { given: 'accepted', answer: 'reject', scanner: 'zoom to 10' },
    { given: 'rejected', answer: 'accept', scanner: 'insertCamera:fail auth deny' },
  ] as const)('$given, and the user would $answer', async ({ given, answer, scanner }) => {
    const { auth, tap, textOf } = openPage({ answers: answer })
    await auth.set('scope.camera', given)
    await tap('.scan')
    expect(textOf('.scanner')).toBe(scanner)
  })

  test('its context takes photos only while it is on the page', async () => {
    const { wx, tap } = openPage({ answers: 'accept' })
    const photo = () =>
      new Promise<string>(complete => {
        wx.createCameraContext().takePhoto({ complete: ({ errMsg }) => complete(errMsg) })
      })
    expect(await photo()).toMatch(/fail/)
    await tap('.scan')
    expect(await photo()).toMatch(/:ok$/)
    await tap('.scan')
    expect(await photo()).toMatch(/fail/)
  })
})
