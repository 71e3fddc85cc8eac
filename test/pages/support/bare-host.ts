import type { MakeHost } from '../../../src/pages/ports.ts'

/** A host with just enough of `wx` for tests of what is below it: navigation; all other APIs succeed. */
export const bareHost: MakeHost = ({ realm, clock, stack }) => {
  const wx = realm.copy({}) as Record<string, unknown>
  const navigation = ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch'] as const
  for (const name of navigation) {
    wx[name] = realm.wrap(([options]) => {
      const { url, events } = Object(options) as { readonly url?: string; readonly events?: unknown }
      const channel = realm.eventChannel(events)
      clock.later(() => {
        const failure = stack.navigate(name, String(url), channel.opened)
        const callback = Reflect.get(Object(options), failure === undefined ? 'success' : 'fail')
        const result = realm.copy({ errMsg: `${name}:${failure ?? 'ok'}` }) as Record<string, unknown>
        result.eventChannel = channel.opener
        realm.call(callback, undefined, [result])
      })
      return undefined
    }, name)
  }
  wx.navigateBack = realm.wrap(([options]) => {
    clock.later(() => void stack.back(Number(Object(options).delta ?? 1)))
    return undefined
  }, 'navigateBack')
  return {
    wx,
    failedAt: () => undefined,
    tapped() {},
    openType: (openType, fire) => fire(openType.toLowerCase(), { errMsg: `${openType}:ok` }),
    camera: () => () => {},
    component() {},
    pick: async () => 1,
    emit() {},
  }
}
