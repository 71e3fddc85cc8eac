import { guideCatalogue } from '../../../src/catalogue/editions/guide.ts'
import type { ScopeName } from '../../../src/catalogue/names.ts'
import { WxauthError } from '../../../src/faults.ts'
import { type Given, type Moves, type Use, type User, usage } from '../../../src/guide/sentence.ts'
import type { ApiResult } from '../../../src/machine/outcome.ts'
import { createWxAuth } from '../../../src/wx/create.ts'
import type { AuthEvent, SettingChanges, WxAuth } from '../../../src/wx/types/index.ts'
import { type Driver, type Observation, type OpenDriver, samples } from './driver.ts'

/** How page code calls an API. */
export type Style = 'callbacks' | 'promise'

type CallbackResult = Pick<Observation, 'callback' | 'result'>
type Calls = Readonly<Record<string, (option: object) => unknown>>

/** Drives the `wx` object as page code calls it; `auth` plays the user. */
export function wxDriver(style: Style): OpenDriver {
  return async given => {
    const uncaught: unknown[] = []
    const { wx, auth } = open(given, error => uncaught.push(error))
    if (given.scopes !== undefined) await auth.set(given.scopes)
    const call = (name: string, option: object) =>
      inStyle[style](option, full => (wx as unknown as Calls)[name]?.(full), uncaught, auth)

    function perform(action: Use): Promise<CallbackResult> {
      switch (action.do) {
        case 'call':
          if (action.api === 'camera') return camera(auth)
          return call(action.api.replace('wx.', ''), samples[action.api] ?? {})
        case 'authorize':
          return call('authorize', { scope: action.scope })
        case 'getSetting':
          return call('getSetting', {})
        case 'tapGetUserInfo':
          return resultOf(auth.tap('getUserInfo'))
        case 'openSetting':
          if (isMoving(action)) auth.answer('wx.openSetting', changes(action))
          return call('openSetting', {})
        case 'tapOpenSetting':
          return resultOf(auth.tap('openSetting', isMoving(action) ? changes(action) : undefined))
      }
    }

    return {
      async use(action, user) {
        const before = auth.events.length
        uncaught.length = 0
        if (mayAsk(action) && user !== 'nobody') auth.answer(user)
        const callback = await perform(action)
        // An answer that no popup used must not answer a later one.
        auth.discard()
        return observation(callback, auth.events.slice(before), missingIn(uncaught), user)
      },
      async upkeep(action) {
        if (action.do === 'set') await auth.set(action.states)
        // `restart` cannot be tested in memory; the command line's driver does.
        else if (action.do === 'reset') await auth.reset(...(action.scopes ?? []))
      },
      list: async () =>
        Object.entries(auth.states()).map(([name, state]) => {
          const scope = name as ScopeName
          return { state, ...guideCatalogue.rowOf(scope), scope }
        }),
      states: async () => auth.states(),
      close: () => undefined,
    } satisfies Driver
  }
}

function open(given: Given, onUncaught: (error: unknown) => void): WxAuth {
  const desc = given.usage === undefined ? usage : given.usage
  const permission = desc === null ? {} : { permission: { 'scope.userLocation': { desc } } }
  return createWxAuth({ app: { appid: 'wx0123456789abcdef', name: 'Shops', ...permission }, onUncaught })
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

/** The camera's events have an errMsg only if they fail; a success gets one here. */
async function camera(auth: WxAuth['auth']): Promise<CallbackResult> {
  auth.unmount('camera')
  return resultOf(
    auth
      .mount('camera')
      .then(({ type, detail }) =>
        'errMsg' in detail ? detail : { errMsg: `insertCamera:ok`, ...detail, type },
      )
      .then(({ type: _, ...result }: ApiResult & { type?: string }) => result),
  )
}

function observation(
  callback: CallbackResult,
  events: readonly AuthEvent[],
  missing: readonly ScopeName[],
  user: User,
): Observation {
  const questions = events.flatMap(event =>
    event.type === 'asked' && event.question.kind === 'scope' ? [event.question] : [],
  )
  const outcome = events.flatMap(event => (event.type === 'settled' ? [event.outcome] : [])).at(-1)
  const isAnswered = events.some(({ type }) => type === 'answered')
  return {
    ...callback,
    popup: isAnswered && user !== 'nobody' ? user : (outcome?.popup ?? null),
    scope: outcome?.scope ?? null,
    popups: questions.map(({ scope, description, purpose = null }) => ({ scope, description, purpose })),
    missing,
  }
}

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
  return action.do === 'call' || action.do === 'authorize' || action.do === 'tapGetUserInfo'
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
