import type { Because, Outcome } from '../../machine/outcome.ts'
import { unansweredFault } from '../../session/unanswered.ts'
import type { Run } from '../callbacks-or-promise.ts'
import type { MapContext, VKSession, VKStatus } from '../types/index.ts'
import { callPage } from './listeners.ts'
import type { TodayParts } from './parts.ts'

/** The one map of the page. Its other methods ask for nothing, so wxauth does not have them. */
export function mapContext({ lazyEmulator, callbacksOrPromise, around }: TodayParts): MapContext {
  const api = 'MapContext.moveToLocation'
  const plain: Run = params => lazyEmulator.use(emulator => emulator.call(api, params))
  const run = around?.(api, plain) ?? plain
  function moveToLocation(option?: unknown): void {
    callbacksOrPromise.callbacksOnly(api, option, run, moveToLocation)
  }
  return { moveToLocation }
}

/** Official: the statuses of `VKSession.start` in WeChat's typings. */
const statuses: Readonly<Partial<Record<Because, VKStatus>>> = {
  allowed: 0,
  'privacy-refused': 104,
  // "The user cancels the authorization."
  dismissed: 104,
  'guideline-undeclared': 112,
  'bad-parameters': 2000001,
  'system-denied': 2003001,
  rejected: 2003002,
  'rejected-now': 2003002,
}
const unavailable = 2003000

/** Asks at each start: what its options recognize decides whether it needs the camera. */
export function visionSession(parts: TodayParts, option: unknown): VKSession {
  const { lazyEmulator, callbacksOrPromise, report } = parts
  let isDestroyed = false

  async function statusOf(origin: Error): Promise<VKStatus> {
    if (isDestroyed) return unavailable
    const outcome: Outcome = await lazyEmulator.use(emulator => emulator.call('wx.createVKSession', option))
    const fault = unansweredFault(outcome, origin)
    if (fault !== undefined) throw fault
    return statuses[outcome.because] ?? unavailable
  }

  const nothing = () => undefined
  return {
    start(callback) {
      void callbacksOrPromise
        .work(statusOf)
        .then(status => callPage(parts, () => typeof callback === 'function' && callback(status)), report)
    },
    stop: nothing,
    destroy() {
      isDestroyed = true
    },
    on: nothing,
    off: nothing,
  }
}
