import { afterEach, describe, expect, test, vi } from 'vitest'

const Native = Promise

/** Like the promises of a library: not an instance of the native class, nor is a native promise an instance of it. */
class Foreign<T> {
  readonly #promise: Promise<T>
  constructor(executor: ConstructorParameters<typeof Promise<T>>[0]) {
    this.#promise = new Native(executor)
  }
  // biome-ignore lint/suspicious/noThenProperty: `then` is what makes it a promise.
  then(...args: Parameters<Promise<T>['then']>) {
    return new Foreign(resolve => resolve(this.#promise.then(...args)))
  }
  catch(onRejected: Parameters<Promise<T>['catch']>[0]) {
    return new Foreign(resolve => resolve(this.#promise.catch(onRejected)))
  }
  static resolve(value: unknown) {
    return new Foreign(resolve => resolve(value))
  }
  static reject(reason: unknown) {
    return new Foreign((_, reject) => reject(reason))
  }
}
class Derived<T> extends Promise<T> {}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

describe.each([
  ['before', true],
  ['after', false],
] as const)('Replacing the global Promise %s the library is loaded', (_, isBefore) => {
  test.each([
    ['by an unrelated class', Foreign],
    ['by a derived class', Derived],
  ])('changes nothing: %s', async (_, Other) => {
    vi.resetModules()
    if (isBefore) vi.stubGlobal('Promise', Other)
    const { createWxAuth } = await import('../../src/wx/create.ts')
    if (!isBefore) vi.stubGlobal('Promise', Other)
    const uncaught: unknown[] = []
    const { wx, auth } = createWxAuth({ onUncaught: error => uncaught.push(error) })
    const rejection = async (promise: Promise<unknown>) =>
      promise.then(
        () => 'no rejection',
        reason => reason,
      )

    expect(await rejection(wx.getLocation({}))).toMatchObject({ code: 'ERR_UNANSWERED' })
    const callback = vi.fn()
    wx.getLocation({ success: callback, fail: callback, complete: callback })
    await auth.idle()
    expect(callback).not.toHaveBeenCalled()
    expect(uncaught).toMatchObject([{ code: 'ERR_UNANSWERED' }])

    auth.answer('accept')
    expect(await wx.getLocation({})).toMatchObject({ errMsg: 'getLocation:ok', latitude: 22.54 })
    void auth.set('scope.userInfo', 'accepted')
    expect(await wx.getUserInfo({})).toMatchObject({
      errMsg: 'getUserInfo:ok',
      rawData: expect.any(String),
    })
    auth.answer('reject')
    expect(await rejection(wx.authorize({ scope: 'scope.camera' }))).toEqual({
      errMsg: 'authorize:fail auth deny',
    })
    auth.answer('wx.openSetting', { 'scope.camera': true })
    expect(await wx.openSetting({})).toMatchObject({ authSetting: { 'scope.camera': true } })
    expect(await auth.mount('camera')).toMatchObject({ type: 'initdone' })
  })
})
