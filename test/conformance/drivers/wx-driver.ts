import { vi } from 'vitest'
import { type Catalogue, shortName } from '../../../src/catalogue/catalogue.ts'
import { guideCatalogue } from '../../../src/catalogue/editions/guide.ts'
import { todayCatalogue } from '../../../src/catalogue/editions/today.ts'
import type { GuardedApi, ScopeName } from '../../../src/catalogue/names.ts'
import type { WxauthError } from '../../../src/faults.ts'
import { listOf } from '../../../src/guide/listed.ts'
import {
  appName,
  type Given,
  type Moves,
  type Use,
  usage,
  usualBackgroundModes,
  usualPrivateInfos,
} from '../../../src/guide/sentence.ts'
import { createWxAuth } from '../../../src/wx/create.ts'
import type { AuthEvent, SettingChanges, WxAuth, WxToday } from '../../../src/wx/types/index.ts'
import { contentOf, type Driver, type Observation, type OpenDriver, optionsOf } from './driver.ts'
import { mounted, outcomeIn, recorded, visionStarted } from './wx-parts.ts'
import { type CallbackResult, inStyle, isFault, resultOf, type Style } from './wx-styles.ts'

type Calls = Readonly<Record<string, (option: object) => unknown>>

/** Drives the `wx` object as page code calls it; `auth` plays the user. */
export function wxDriver(style: Style): OpenDriver {
  return async given => {
    const uncaught: unknown[] = []
    const { edition = 'guide', scopes = {}, layers = {} } = given
    const catalogue = catalogues[edition]
    const { wx, auth } = open(given, error => uncaught.push(error))
    await auth.set({ ...scopes, ...layers })

    /** Some APIs never answer with a promise. */
    function call(api: Parameters<Catalogue['shapeOf']>[0] | GuardedApi, option: object) {
      const { answers } = isGuarded(catalogue, api) ? catalogue.apiOf(api) : catalogue.shapeOf(api)
      return called(answers === 'callbacks' ? 'callbacks' : style, shortName(api), wx, option)
    }

    function called(style: Style, name: string, object: object, option: object) {
      return inStyle[style](option, full => (object as Calls)[name]?.(full), uncaught, auth)
    }

    function callGuarded(action: Extract<Use, { readonly do: 'call' }>): Promise<CallbackResult> {
      const { api } = action
      const option = optionsOf(action)
      if (api === 'camera') return mounted(api, auth, {})
      if (api === 'map' || api === 'live-pusher' || api === 'voip-room') return mounted(api, auth, option)
      if (api === 'MapContext.moveToLocation') {
        return called('callbacks', 'moveToLocation', (wx as WxToday).createMapContext('map'), option)
      }
      if (api === 'wx.createVKSession') return visionStarted(wx as WxToday, auth, option)
      return call(api, option)
    }

    function perform(action: Use): Promise<CallbackResult> {
      switch (action.do) {
        case 'call':
          return callGuarded(action)
        case 'authorize':
          return call('wx.authorize', { scope: action.scope })
        case 'getSetting':
          return call('wx.getSetting', {})
        case 'privacy':
          return call(action.api, {})
        case 'record':
          return recorded(wx, auth)
        case 'tapGetUserInfo':
          return resultOf(auth.tap('getUserInfo'))
        case 'openSetting':
          if (isMoving(action)) auth.answer('wx.openSetting', changes(action))
          return call('wx.openSetting', {})
        case 'tapOpenSetting':
          return resultOf(auth.tap('openSetting', isMoving(action) ? changes(action) : undefined))
      }
    }

    return {
      async use(action, user) {
        const before = auth.events.length
        uncaught.length = 0
        // One for each popup that a call can show.
        if (mayAsk(action) && user !== 'nobody') for (const answer of [user, user]) auth.answer(answer)
        const callback = await perform(action)
        // An answer that no popup used must not answer a later one.
        auth.discard()
        return observation(callback, auth.events.slice(before), missingIn(uncaught))
      },
      async upkeep(action) {
        switch (action.do) {
          case 'set':
            return auth.set({ ...action.states, ...action.layers })
          case 'reset':
            return auth.reset(...(action.scopes ?? []))
          case 'wait':
            vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10_000 })
            return
          case 'restart':
          // This cannot be tested in memory; the command line's driver does.
        }
      },
      list: async () => listOf(catalogue, auth.states()),
      states: async () => auth.states(),
      layers: async () => auth.layers(),
      close: () => vi.useRealTimers(),
    } satisfies Driver
  }
}

const catalogues = { guide: guideCatalogue, today: todayCatalogue }

function isGuarded({ guardedApis }: Catalogue, api: string): api is GuardedApi {
  return guardedApis.some(guarded => guarded === api)
}

function open(given: Given, onUncaught: (error: unknown) => void): WxAuth {
  const { edition = 'guide', platform } = given
  const {
    usage: desc = usage,
    requiredPrivateInfos = usualPrivateInfos,
    requiredBackgroundModes = usualBackgroundModes,
  } = given
  const permission = desc === null ? {} : { permission: { 'scope.userLocation': { desc } } }
  return createWxAuth({
    edition,
    ...(platform === undefined ? {} : { platform }),
    app: {
      appid: 'wx0123456789abcdef',
      name: appName,
      ...permission,
      requiredPrivateInfos,
      requiredBackgroundModes,
    },
    onUncaught,
  })
}

function observation(
  callback: CallbackResult,
  events: readonly AuthEvent[],
  missing: readonly ScopeName[],
): Observation {
  const contents = events.flatMap(event => (event.type === 'asked' ? [contentOf(event.question)] : []))
  const { popup = null, popups = [], scope = null } = outcomeIn(events) ?? {}
  return { ...callback, popup, popups, scope, contents, missing }
}

function missingIn(uncaught: readonly unknown[]): readonly ScopeName[] {
  return uncaught.flatMap(error =>
    isFault(error, 'ERR_MISSING_SWITCH')
      ? ((error as WxauthError<'ERR_MISSING_SWITCH'>).facts.scopes as readonly ScopeName[])
      : [],
  )
}

function mayAsk(action: Use): boolean {
  return action.do !== 'getSetting' && action.do !== 'openSetting' && action.do !== 'tapOpenSetting'
}

function isMoving({ enable = [], disable = [] }: Moves): boolean {
  return enable.length + disable.length > 0
}

function changes({ enable = [], disable = [] }: Moves): SettingChanges {
  return Object.fromEntries([
    ...enable.map(scope => [scope, true] as const),
    ...disable.map(scope => [scope, false] as const),
  ])
}
