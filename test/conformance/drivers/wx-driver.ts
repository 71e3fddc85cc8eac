import { vi } from 'vitest'
import { type Catalogue, errMsgName, shortName } from '../../../src/catalogue/catalogue.ts'
import { guideCatalogue } from '../../../src/catalogue/editions/guide.ts'
import { todayCatalogue } from '../../../src/catalogue/editions/today.ts'
import type { GuardedApi, ScopeName } from '../../../src/catalogue/names.ts'
import { WxauthError } from '../../../src/faults.ts'
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
import type { ApiResult } from '../../../src/machine/outcome.ts'
import { createWxAuth } from '../../../src/wx/create.ts'
import type {
  AuthEvent,
  SettingChanges,
  TodayComponent,
  WxAuth,
  WxToday,
} from '../../../src/wx/types/index.ts'
import { contentOf, type Driver, type Observation, type OpenDriver, optionsOf } from './driver.ts'

/** How page code calls an API. */
export type Style = 'callbacks' | 'promise'

type CallbackResult = Pick<Observation, 'callback' | 'result'>
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

type InStyle = (
  option: object,
  call: (option: object) => unknown,
  uncaught: readonly unknown[],
  auth: WxAuth['auth'],
) => Promise<CallbackResult>

const inStyle: Readonly<Record<Style, InStyle>> = {
  promise: (option, call) => resultOf(call(option) as Promise<ApiResult>),
  async callbacks(option, call, uncaught, auth) {
    const runs: string[] = []
    let result: ApiResult | null = null
    const callback = (name: string) => (value: ApiResult) => {
      runs.push(name)
      result = value
    }
    const value = call({
      ...option,
      success: callback('success'),
      fail: callback('fail'),
      complete: callback('complete'),
    })
    if (value !== undefined) throw new Error('A call with callbacks returned a value')
    if (runs.length > 0) throw new Error('A callback ran in the stack of its call')
    await auth.idle()
    const unanswered = uncaught.some(error => isFault(error, 'ERR_UNANSWERED'))
    if (unanswered && runs.length === 0) return { callback: null, result: null }
    const [first, second, ...others] = runs
    if (second !== 'complete' || others.length > 0) throw new Error(`Callbacks ran: ${runs.join(', ')}`)
    return { callback: first as 'success' | 'fail', result }
  },
}

async function resultOf(promise: Promise<{ readonly errMsg: string }>): Promise<CallbackResult> {
  try {
    const result = await promise
    return { callback: /:ok$/.test(result.errMsg) ? 'success' : 'fail', result: { ...result } }
  } catch (reason) {
    if (isFault(reason, 'ERR_UNANSWERED')) return { callback: null, result: null }
    if (reason instanceof Error) throw reason
    return { callback: 'fail', result: reason as ApiResult }
  }
}

/** A component's events have an errMsg only if it is refused; a success gets one here. */
async function mounted(
  component: 'camera' | TodayComponent,
  auth: WxAuth['auth'],
  attributes: object,
): Promise<CallbackResult> {
  auth.unmount(component)
  const mounting: Promise<{ readonly detail: object }> =
    component === 'camera' ? auth.mount(component) : auth.mount(component, { ...attributes })
  return resultOf(mounting.then(({ detail }) => ({ errMsg: `${errMsgName(component)}:ok`, ...detail })))
}

/** The recorder has events, which receive the results. */
async function recorded(
  { getRecorderManager }: WxAuth['wx'],
  { idle }: WxAuth['auth'],
): Promise<CallbackResult> {
  const recorder = getRecorderManager()
  let seen: CallbackResult = { callback: null, result: null }
  recorder.onStart((...results: readonly unknown[]) => {
    seen = { callback: 'success', result: results[0] as ApiResult }
    recorder.stop()
  })
  recorder.onError(result => {
    seen = { callback: 'fail', result: { ...result } }
  })
  recorder.start({})
  await idle()
  return seen
}

/** The page learns only a status, which says whether the session has started. */
async function visionStarted(wx: WxToday, auth: WxAuth['auth'], option: object): Promise<CallbackResult> {
  const statuses: number[] = []
  wx.createVKSession(option as Parameters<WxToday['createVKSession']>[0]).start(status =>
    statuses.push(status),
  )
  await auth.idle()
  const outcome = outcomeIn(auth.events)
  const { callback = null, result = null } = outcome ?? {}
  const [status] = statuses
  if ((status === 0) !== (callback === 'success') || (status === undefined) !== (callback === null))
    throw new Error(`Status ${status} after ${JSON.stringify(outcome)}`)
  return { callback, result }
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

const outcomeIn = (events: readonly AuthEvent[]) =>
  events.flatMap(event => (event.type === 'settled' ? [event.outcome] : [])).at(-1)

function isFault(error: unknown, code: WxauthError['code']): error is WxauthError {
  return error instanceof WxauthError && error.code === code
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
