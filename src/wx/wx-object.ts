import { type Catalogue, isWxApi, shortName } from '../catalogue/catalogue.ts'
import type { EmulatorOptions } from '../emulator/emulator.ts'
import type { SettingsVisitor } from '../emulator/ports.ts'
import type { Outcome } from '../machine/outcome.ts'
import type { LazyEmulator } from '../session/lazy-emulator.ts'
import type { CallbacksOrPromise, Run } from './callbacks-or-promise.ts'
import { canIUse, shapeOf } from './can-i-use.ts'
import { missingSwitch } from './missing-switch.ts'
import type { Today } from './today/today.ts'
import type { CameraContext, RecorderManager, Wx } from './types/index.ts'

interface Parts {
  readonly catalogue: Catalogue
  readonly lazyEmulator: LazyEmulator
  readonly callbacksOrPromise: CallbacksOrPromise
  readonly visitor: SettingsVisitor
  readonly report: (error: unknown) => void
  readonly camera: CameraContext
  readonly recorder: RecorderManager
  readonly today: Today | undefined
  readonly theOptions: () => EmulatorOptions
  /** Adds to what an API does. */
  readonly around?: (api: string, run: Run) => Run
}

/** A plain object of own functions that do not use `this`, so that it can be destructured, spread and assigned. */
export function wxObject(parts: Parts): Wx {
  const {
    catalogue,
    lazyEmulator,
    callbacksOrPromise,
    visitor,
    report,
    camera,
    recorder,
    today,
    theOptions,
    around = (_api: string, run: Run) => run,
  } = parts
  const { use } = lazyEmulator

  async function openSetting(params: unknown): Promise<Outcome> {
    const outcome = await use(emulator => emulator.openSetting(visitor, params))
    // The page goes on as on the phone. The mistake is the test's: no user can move a switch that is not there.
    const fault = missingSwitch(catalogue, theOptions().app, outcome.missing)
    if (fault !== undefined) report(fault)
    return outcome
  }

  const answersOf = (api: string) => shapeOf(catalogue, api)?.answers
  const guarded = catalogue.guardedApis
    .filter(isWxApi)
    .filter(api => answersOf(api) !== 'value')
    .map(api => [api, (params: unknown) => use(emulator => emulator.call(api, params))] as const)

  const runs: Readonly<Record<string, Run>> = {
    ...Object.fromEntries(guarded),
    'wx.authorize': params => use(emulator => emulator.authorize(params)),
    'wx.getSetting': params => use(emulator => emulator.getSetting(params)),
    'wx.openSetting': openSetting,
    'wx.stopRecord': params => use(emulator => emulator.stopRecord(params)),
    ...today?.runs,
  }

  function functionOf(api: string, run: Run): unknown {
    const wrapped = around(api, run)
    if (answersOf(api) !== 'callbacks') return callbacksOrPromise.api(api, wrapped)
    const entry = (option?: unknown) => callbacksOrPromise.callbacksOnly(api, option, wrapped, entry)
    return entry
  }

  // The names come from the catalogue, where the compiler cannot check them; the tests call every one.
  return {
    ...Object.fromEntries(Object.entries(runs).map(([api, run]) => [shortName(api), functionOf(api, run)])),
    createCameraContext: () => camera,
    getRecorderManager: () => recorder,
    canIUse: canIUse(catalogue, today?.canIUse),
    ...today?.functions,
  } as Wx
}
