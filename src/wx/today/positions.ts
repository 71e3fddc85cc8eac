import type { Params } from '../../catalogue/api.ts'
import { todayEvents } from '../../catalogue/editions/today.ts'
import type { GuardedApi } from '../../catalogue/names.ts'
import { isPending } from '../../emulator/outcomes.ts'
import type { Outcome } from '../../machine/outcome.ts'
import type { Run } from '../callbacks-or-promise.ts'
import type { WxToday } from '../types/index.ts'
import { listenersOf } from './listeners.ts'
import type { TodayParts } from './parts.ts'

type Names = 'onLocationChange' | 'offLocationChange' | 'onGetWifiList' | 'offGetWifiList'

/** What tells where the phone is in events: positions, and the networks around. */
export interface Positions {
  readonly runs: Readonly<Record<string, Run>>
  readonly functions: Pick<WxToday, Names>
}

export function positions(parts: TodayParts): Positions {
  const { catalogue, lazyEmulator, declares } = parts
  const changes = listenersOf(parts)
  /** The options of the last start, until `wx.stopLocationUpdate`. */
  let started: Params | undefined
  const wifiLists = listenersOf(parts)

  /** The call, and what follows a success. */
  const runThen =
    (api: GuardedApi, follow: (params: unknown) => void): Run =>
    params => {
      const followed = (outcome: Outcome) => {
        if (outcome.callback === 'success') follow(params)
        return outcome
      }
      const outcome = lazyEmulator.use(emulator => emulator.call(api, params))
      return isPending(outcome) ? outcome.then(followed) : followed(outcome)
    }

  // Not confirmed: what listeners meet without the declaration. Here they are not called.
  const isDeclared = () => declares()?.requiredPrivateInfos.includes('onLocationChange') ?? false

  // No time passes, so the phone does not move: a start tells one position, and so does a listener that comes later.
  function tellPosition(): void {
    if (started === undefined || !isDeclared()) return
    changes.emit(() => started && todayEvents.positionAfter(started))
  }

  function start(params: unknown): void {
    started = (params ?? {}) as Params
    tellPosition()
  }

  const stopped = { api: 'wx.stopLocationUpdate', callback: 'success', scope: null } as const
  return {
    runs: {
      'wx.startLocationUpdate': runThen('wx.startLocationUpdate', start),
      'wx.startLocationUpdateBackground': runThen('wx.startLocationUpdateBackground', start),
      'wx.stopLocationUpdate'() {
        started = undefined
        return { ...stopped, result: { errMsg: catalogue.errMsg(stopped.api, 'ok') } }
      },
      'wx.getWifiList': runThen('wx.getWifiList', () => wifiLists.emit(todayEvents.wifiList)),
    },
    functions: {
      onLocationChange(listener) {
        changes.on(listener)
        tellPosition()
      },
      offLocationChange: changes.off,
      onGetWifiList: wifiLists.on,
      offGetWifiList: wifiLists.off,
    },
  }
}
