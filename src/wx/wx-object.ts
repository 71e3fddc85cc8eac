import { type Catalogue, isWxApi, shortName } from '../catalogue/catalogue.ts'
import type { SettingsVisitor } from '../emulator/ports.ts'
import { WxauthError } from '../faults.ts'
import type { Outcome } from '../machine/outcome.ts'
import type { LazyEmulator } from '../session/lazy-emulator.ts'
import type { CallbacksOrPromise, Run } from './callbacks-or-promise.ts'
import { canIUse } from './can-i-use.ts'
import type { CameraContext, RecorderManager, Wx } from './types/index.ts'

interface Parts {
  readonly catalogue: Catalogue
  readonly lazyEmulator: LazyEmulator
  readonly callbacksOrPromise: CallbacksOrPromise
  readonly visitor: SettingsVisitor
  readonly report: (error: unknown) => void
  readonly camera: CameraContext
  readonly recorder: RecorderManager
  /** Adds to what an API does. */
  readonly around?: (api: string, run: Run) => Run
}

/** A plain object of own functions that do not use `this`, so that it can be destructured, spread and assigned. */
export function wxObject(parts: Parts): Wx {
  const { catalogue, lazyEmulator, callbacksOrPromise, visitor, report, camera, recorder } = parts
  const { around = (_api, run) => run } = parts
  const { use } = lazyEmulator

  async function openSetting(params: unknown): Promise<Outcome> {
    const outcome = await use(emulator => emulator.openSetting(visitor, params))
    // The page goes on as on the phone. The mistake is the test's: no user can move a switch that is not there.
    const { missing } = outcome
    if (missing.length > 0) report(new WxauthError('ERR_MISSING_SWITCH', { scopes: missing }))
    return outcome
  }

  const runs = {
    ...Object.fromEntries(
      catalogue.guardedApis
        .filter(isWxApi)
        .map(api => [api, (params: unknown) => use(emulator => emulator.call(api, params))]),
    ),
    'wx.authorize': (params: unknown) => use(emulator => emulator.authorize(params)),
    'wx.getSetting': (params: unknown) => use(emulator => emulator.getSetting(params)),
    'wx.openSetting': openSetting,
    'wx.stopRecord': (params: unknown) => use(emulator => emulator.stopRecord(params)),
  }
  const apis = Object.entries(runs).map(([api, run]) => [
    shortName(api),
    callbacksOrPromise.api(api, around(api, run)),
  ])
  // The names come from the catalogue, where the compiler cannot check them; the tests call every one.
  return {
    ...Object.fromEntries(apis),
    createCameraContext: () => camera,
    getRecorderManager: () => recorder,
    canIUse: canIUse(catalogue),
  } as Wx
}
