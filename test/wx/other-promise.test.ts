import { afterEach, describe, expect, test, vi } from 'vitest'

const Native = Promise

/** As libraries of promises have it: what it makes is no instance of the native one, and the other way round. */
class Foreign<T> {
  readonly #promise: Promise<T>
  constructor(executor: ConstructorParameters<typeof Promise<T>>[0]) {
    this.#promise = new Native(executor)
  }
  // biome-ignore lint/suspicious/noThenProperty: it is what makes it one.
  then(...given: Parameters<Promise<T>['then']>) {
    return new Foreign(resolve => resolve(this.#promise.then(...given)))
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
] as const)(
  'A Promise that is put in the place of the global one %s the library is loaded',
  (_, isBefore) => {
    test.each([
      ['a foreign one', Foreign],
      ['a derived one', Derived],
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
      const ran = vi.fn()
      wx.getLocation({ success: ran, fail: ran, complete: ran })
      await auth.idle()
      expect(ran).not.toHaveBeenCalled()
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
  },
)
