import { errMsgName } from '../../../src/catalogue/catalogue.ts'
import type { AuthEvent, TodayComponent, WxAuth, WxToday } from '../../../src/wx/types/index.ts'
import { type CallbackResult, resultOf } from './wx-styles.ts'

/** What pages use otherwise than by a call with callbacks, as if it were one. */

/** A component's events have an errMsg only if it is refused; a success gets one here. */
export async function mounted(
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
export async function recorded(
  { getRecorderManager }: WxAuth['wx'],
  { idle }: WxAuth['auth'],
): Promise<CallbackResult> {
  const recorder = getRecorderManager()
  let seen: CallbackResult = { callback: null, result: null }
  recorder.onStart(result => {
    seen = { callback: 'success', result: { ...result } }
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
export async function visionStarted(
  wx: WxToday,
  auth: WxAuth['auth'],
  option: object,
): Promise<CallbackResult> {
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

/** The outcome of the last call. */
export const outcomeIn = (events: readonly AuthEvent[]) =>
  events.flatMap(event => (event.type === 'settled' ? [event.outcome] : [])).at(-1)
