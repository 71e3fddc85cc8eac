import { type Auth, createWxAuth, type Wx, type WxAuthOptions } from 'wxauth'

/** What users of the library write. */
const options: WxAuthOptions = {
  app: { appid: 'wx0', permission: {} },
  answers: { 'scope.camera': 'accept' },
}
const { wx, auth }: { wx: Wx; auth: Auth } = createWxAuth(options)

export async function use(): Promise<string> {
  auth.answer(({ scope }) => (scope === 'scope.camera' ? 'accept' : 'reject'))
  await auth.set('scope.camera', 'rejected')
  wx.getLocation({
    type: 'gcj02',
    success: ({ latitude }) => latitude.toFixed(),
    fail: ({ errMsg }) => errMsg,
  })
  const { authSetting } = await wx.getSetting()
  const isAccepted: boolean | undefined = authSetting['scope.userLocation']
  const { userInfo } = await auth.tap('getUserInfo')
  return `${isAccepted} ${userInfo?.nickName}`
}

export function misuse(): void {
  // @ts-expect-error: the scope is needed
  void wx.authorize({})
  // @ts-expect-error: the options are needed
  void wx.saveImageToPhotosAlbum()
  // @ts-expect-error: not an API
  void wx.getLocations
  // @ts-expect-error: the state is called `accepted`
  void auth.set('scope.camera', 'accept')
  // @ts-expect-error: not a scope
  void auth.set('scope.Camera', 'accepted')
  // @ts-expect-error: a callback, so no promise
  void wx.getSetting({ complete: () => undefined }).then
}
