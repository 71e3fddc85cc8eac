import { shortName } from '../../catalogue/catalogue.ts'
import { unansweredFault } from '../../session/unanswered.ts'
import { underWay } from '../../session/under-way.ts'
import type { Answered, Run } from '../../wx/callbacks-or-promise.ts'
import { callbacksOrPromise } from '../../wx/callbacks-or-promise.ts'
import { canIUse } from '../../wx/can-i-use.ts'
import type { Auth } from '../../wx/types/index.ts'
import type { Host, HostParts, Place } from '../ports.ts'
import { apiFunctions, type CallKind } from './api-functions.ts'
import { createBridge } from './bridge.ts'
import { canIUseHost } from './can-i-use.ts'
import { hostElements } from './elements.ts'
import { createFiles, userFolder } from './files.ts'
import { type Fixtures, fixturesOf } from './fixtures.ts'
import { type AuthorizationOptions, authorization } from './guarded.ts'
import { createListeners } from './listeners.ts'
import { type Listeners, nothing, type Row, type RowHost } from './row.ts'
import { cloudRows, wxRows } from './rows/index.ts'
import { createScreen, type Screen } from './screen.ts'
import { createStorage, type Storage } from './storage.ts'
import { createTapState, keepsTap, needsTap, noTap, type TapEdition } from './tap.ts'
import { agreeableUser, askUserAt, type UserAnswers } from './user.ts'

export interface HostOptions extends AuthorizationOptions {
  readonly edition: TapEdition
  /** What `wx.getStorage` holds at the start. */
  readonly storage?: Readonly<Record<string, unknown>> | undefined
  readonly fixtures?: unknown
  readonly user?: Partial<UserAnswers> | undefined
}

/** The host of one launch, and what a person or a test may look at and do. */
export interface RunningHost extends Host {
  readonly auth: Auth
  readonly storage: Storage
  readonly screen: Screen
  readonly fixtures: Fixtures
  /** Fires what `wx.onX` listens to: `AppShow`. */
  readonly emit: Listeners['emit']
}

/** @throws WxauthError ERR_BAD_ARGUMENT for fixtures of a wrong form */
export function createHost(options: HostOptions, parts: HostParts): RunningHost {
  const { realm, clock, stack, observe, notice } = parts
  const { edition, onFault } = options
  const bridge = createBridge(realm)
  const tap = createTapState(clock)
  const askUser = askUserAt(clock)
  const user = { ...agreeableUser, ...options.user }
  const fixtures = fixturesOf(options.fixtures, rowNames)
  const screen = createScreen(parts)
  const calls = underWay(realm.later)
  const places = new Map<string, Place | undefined>()
  /** Said once for each API. */
  const hollowCalls = new Set<string>()
  let count = 0

  const convention = callbacksOrPromise({
    realm,
    underWay: calls,
    report: onFault,
    word: error => bridge.into(error),
    traces: () => false,
  })

  /** @returns the number of the call */
  function began(api: string, { quiet, hollow }: CallKind): number {
    const at = realm.caller()
    places.set(api, at)
    count += 1
    if (!quiet) observe({ kind: 'called', api: fullName(api), call: count, at })
    if (hollow && !hollowCalls.has(api)) {
      hollowCalls.add(api)
      notice({ code: 'api-not-emulated', subject: fullName(api), ...at })
    }
    return count
  }

  function ended(api: string, call: number, { result, callback }: Answered): void {
    if (callback === null) return
    const errMsg = String(result?.errMsg)
    observe({ kind: 'answered', api: fullName(api), call, callback, errMsg, at: places.get(api) })
  }

  /** The call is an event, needs its tap, and hands the tap on to its callbacks. */
  function around(api: string, run: Run, row: CallKind = {}): Run {
    return async params => {
      const isTapped = tap.isOn()
      const call = began(api, row)
      const answer = needsTap(edition, api) && !isTapped ? withoutTap(api) : await answerOf(run, params)
      const unanswered = unansweredFault(answer)
      if (unanswered !== undefined) return silence(unanswered)
      if (!row.quiet) ended(api, call, answer)
      return keepsTap(api, isTapped) ? { ...answer, begin: tap.begin } : answer
    }
  }

  /** A popup that nobody answers, or a fault, ends the run: the program hears nothing any more. */
  function silence(fault: unknown): Promise<never> {
    onFault(fault)
    calls.over()
    return new Promise(() => undefined)
  }

  async function answerOf(run: Run, params: unknown): Promise<Answered> {
    try {
      return await run(params)
    } catch (fault) {
      return silence(fault)
    }
  }

  function withoutTap(api: string): Answered {
    const result = realm.copy({ errMsg: `${api}:${noTap}` }) as { errMsg: string }
    return { api, callback: 'fail', result, scope: null }
  }

  const functions = apiFunctions({
    host: () => rowHost,
    callbacksOrPromise: convention,
    around,
    placeOf: api => places.get(api),
  })

  const allowed = authorization({
    ...parts,
    options,
    replies: fixtures.replies,
    user,
    askUser,
    callbacksOrPromise: convention,
    underWay: calls,
    around,
    began: api => void began(shortName(api), {}),
    placeOf: api => places.get(shortName(api)),
  })

  const rowHost: RowHost = {
    realm,
    clock,
    stack,
    observe,
    edition,
    appid: options.app.appid,
    storage: createStorage(options.storage ?? {}),
    device: new Map(),
    files: createFiles(),
    screen,
    listeners: createListeners(),
    fixtures,
    user,
    askUser,
    objectOf: functions.objectOf,
    into: bridge.into,
    canIUse: canIUseHost(name => Object.hasOwn(wxRows, name), canIUse(options.catalogue)),
  }

  const wx = bridge.functions(rowNames, name => functions.of(name, rowNamed(name)))
  const { canIUse: _library, ...guarded } = allowed.wx
  for (const [name, value] of Object.entries(guarded)) wx[name] = bridge.into(value)
  wx.env = bridge.into({ USER_DATA_PATH: userFolder })
  wx.cloud = bridge.into(functions.objectOf(cloudRows, { prefix: 'cloud.' }))

  return {
    wx,
    tapped: tap.begin,
    ...hostElements({ ...parts, auth: allowed.auth, user, askUser, onFault }),
    auth: allowed.auth,
    storage: rowHost.storage,
    screen,
    fixtures,
    emit: rowHost.listeners.emit,
  }
}

const rowNames = Object.keys(wxRows)
const rowNamed = (name: string): Row => wxRows[name] ?? nothing

/** The recorder is no function of `wx`. */
const fullName = (api: string) => (api.startsWith('RecorderManager.') ? api : `wx.${api}`)
