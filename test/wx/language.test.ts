import { describe, expect, test } from 'vitest'
import { createWxAuth, type Language, WxauthError } from '../../src/index.ts'

function faultOf(run: () => unknown): WxauthError {
  try {
    run()
  } catch (error) {
    if (error instanceof WxauthError) return error
    throw error
  }
  throw new Error('It did not fail')
}

const chinese = { language: 'zh-CN' } as const

describe('With language zh-CN', () => {
  test.each([
    [
      'an option',
      () => createWxAuth({ ...chinese, profile: 1 as never }),
      'profile 应为 profile 的名称，实际是 1。',
    ],
    [
      'an unknown option',
      () => createWxAuth({ ...chinese, profil: '' } as object),
      'createWxAuth 没有 "profil" 这个选项。你是不是想写 profile？',
    ],
    [
      'a scope',
      () => createWxAuth(chinese).auth.answer('scope.camara' as never, 'accept'),
      '没有 "scope.camara" 这个 scope。你是不是想写 scope.camera？',
    ],
    [
      'no scope',
      () => createWxAuth(chinese).auth.reset(1 as never),
      'scope 参数应为 scope 的名称，实际是 1。',
    ],
    [
      'a reply',
      () => createWxAuth(chinese).auth.reply('camera', { errMsg: 'x' }),
      '预设结果 camera.errMsg 应为 "insertCamera:ok"，或以 "insertCamera:fail" 或 "insertCamera:cancel" 开头，实际是 "x"。',
    ],
  ])('the mistake in %s is told in Chinese, synchronously', (_, run, message) => {
    let fault: WxauthError
    try {
      fault = faultOf(run)
    } catch {
      return expect(run()).rejects.toThrow(message)
    }
    expect(fault.message).toContain(message)
    expect(fault.message.endsWith(fault.hint)).toBe(true)
    expect(fault.stack).toContain(message)
    return undefined
  })

  test('a popup that nobody answers is told in Chinese, and its errMsg is no refusal of the platform', async () => {
    const error = await createWxAuth(chinese)
      .wx.getLocation()
      .catch((reason: unknown) => reason)
    expect(error).toMatchObject({
      code: 'ERR_UNANSWERED',
      message: expect.stringMatching(/^wx\.getLocation 请求授权 scope\.userLocation，但没有人能回答：/),
      hint: expect.stringContaining("auth.answer('scope.userLocation', 'accept')"),
      errMsg: expect.stringMatching(/^getLocation:fail wx\.getLocation 请求授权/),
    })
  })

  test('what callbacks receive is as in English', async () => {
    const errMsgs = await Promise.all(
      [undefined, 'en', 'zh-CN'].map(async language => {
        const options = language === undefined ? {} : { language: language as Language }
        const { wx } = createWxAuth({ ...options, answers: 'reject' })
        return wx.getLocation().catch(({ errMsg }: { errMsg: string }) => errMsg)
      }),
    )
    expect(errMsgs).toEqual(Array.from({ length: 3 }, () => 'getLocation:fail auth deny'))
  })
})

test('Without a language the library speaks English, whatever the locale is', () => {
  expect(faultOf(() => createWxAuth({ profile: 1 as never })).message).toMatch(/^profile must be/)
})

test.each(['zh', 'zh_CN.UTF-8', 'zh-cn'])('The language %s is refused, with the right name', language => {
  const fault = faultOf(() => createWxAuth({ language: language as Language }))
  expect(fault).toMatchObject({ code: 'ERR_UNKNOWN_LANGUAGE' })
  expect(fault.message).toContain('Did you mean zh-CN? Choose en or zh-CN.')
})
