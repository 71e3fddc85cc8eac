import { guideCatalogue } from '../../../src/catalogue/editions/guide.ts'
import type { ScopeName } from '../../../src/catalogue/names.ts'
import { WxauthError } from '../../../src/faults.ts'
import { type Given, type Moves, type Use, type User, usage } from '../../../src/guide/sentence.ts'
import type { ApiResult } from '../../../src/machine/outcome.ts'
import { createWxAuth } from '../../../src/wx/create.ts'
import type { AuthEvent, SettingChanges, WxAuth } from '../../../src/wx/types/index.ts'
import { type Driver, type Observed, type OpenDriver, samples } from './driver.ts'

/** How page code calls an API. */
export type Style = 'callbacks' | 'promise'

type CallbackSeen = Pick<Observed, 'callback' | 'result'>
type Calls = Readonly<Record<string, (option: object) => unknown>>

/** The `wx` object, called as page code calls it; the user is whoever `auth` says. */
export function wxDriver(style: Style): OpenDriver {
  return async given => {
    const uncaught: unknown[] = []
    const { wx, auth } = open(given, error => uncaught.push(error))
    if (given.scopes !== undefined) await auth.set(given.scopes)
    const call = (name: string, option: object) =>
      inStyle[style](option, full => (wx as unknown as Calls)[name]?.(full), uncaught, auth)

    function used(action: Use): Promise<CallbackSeen> {
      switch (action.do) {
        case 'call':
          if (action.api === 'camera') return camera(auth)
          return call(action.api.replace('wx.', ''), samples[action.api] ?? {})
        case 'authorize':
          return call('authorize', { scope: action.scope })
        case 'getSetting':
          return call('getSetting', {})
        case 'tapGetUserInfo':
          return settled(auth.tap('getUserInfo'))
        case 'openSetting':
          if (isMoving(action)) auth.answer('wx.openSetting', changes(action))
          return call('openSetting', {})
        case 'tapOpenSetting':
          return settled(auth.tap('openSetting', isMoving(action) ? changes(action) : undefined))
      }
    }

    return {
      async use(action, user) {
        const before = auth.events.length
        uncaught.length = 0
        if (mayAsk(action) && user !== 'nobody') auth.answer(user)
        const callback = await used(action)
        // A user who would have answered and was not asked answers nothing later, either.
        auth.discard()
        return seen(callback, auth.events.slice(before), missingIn(uncaught), user)
      },
      async upkeep(action) {
        if (action.do === 'set') await auth.set(action.states)
        // A library that is in memory ends with its process; what is kept is the command line's to show.
        else if (action.do === 'reset') await auth.reset(...(action.scopes ?? []))
      },
      list: async () =>
        Object.entries(await auth.states()).map(([name, state]) => {
          const scope = name as ScopeName
          return { state, ...guideCatalogue.rowOf(scope), scope }
        }),
      states: () => auth.states(),
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
) => Promise<CallbackSeen>

const inStyle: Readonly<Record<Style, InStyle>> = {
  promise: (option, call) => settled(call(option) as Promise<ApiResult>),
  async callbacks(option, call, uncaught, auth) {
    const ran: string[] = []
    let result: ApiResult | null = null
    const ending = (name: string) => (given: ApiResult) => {
      ran.push(name)
      result = given
    }
    const returned = call({
      ...option,
      success: ending('success'),
      fail: ending('fail'),
      complete: ending('complete'),
    })
    if (returned !== undefined) throw new Error('A call with callbacks returned something')
    if (ran.length > 0) throw new Error('A callback ran in the stack of its call')
    await auth.idle()
    const unanswered = uncaught.some(error => isFault(error, 'ERR_UNANSWERED'))
    if (unanswered && ran.length === 0) return { callback: null, result: null }
    const [callback, then, ...others] = ran
    if (then !== 'complete' || others.length > 0) throw new Error(`Callbacks ran: ${ran.join(', ')}`)
    return { callback: callback as 'success' | 'fail', result }
  },
}

async function settled(promise: Promise<{ readonly errMsg: string }>): Promise<CallbackSeen> {
  try {
    const result = await promise
    return { callback: /:ok$/.test(result.errMsg) ? 'success' : 'fail', result: { ...result } }
  } catch (reason) {
    if (isFault(reason, 'ERR_UNANSWERED')) return { callback: null, result: null }
    if (reason instanceof Error) throw reason
    return { callback: 'fail', result: reason as ApiResult }
  }
}

/** Its events carry no errMsg of a success, so what they say is put back into words. */
async function camera(auth: WxAuth['auth']): Promise<CallbackSeen> {
  auth.unmount('camera')
  return settled(
    auth
      .mount('camera')
      .then(({ type, detail }) =>
        'errMsg' in detail ? detail : { errMsg: `insertCamera:ok`, ...detail, type },
      )
      .then(({ type: _, ...result }: ApiResult & { type?: string }) => result),
  )
}

function seen(
  callback: CallbackSeen,
  events: readonly AuthEvent[],
  missing: readonly ScopeName[],
  user: User,
): Observed {
  const asked = events.flatMap(event => (event.type === 'asked' ? [event.question] : []))
  const outcome = events.flatMap(event => (event.type === 'settled' ? [event.outcome] : [])).at(-1)
  const answered = events.some(({ type }) => type === 'answered')
  return {
    ...callback,
    popup: answered && user !== 'nobody' ? user : (outcome?.popup ?? null),
    scope: outcome?.scope ?? null,
    asked: asked.map(({ scope, description, purpose = null }) => ({ scope, description, purpose })),
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
