import { guardedApis } from '../catalogue/look-ups.ts'
import type { GuardedApi } from '../catalogue/names.ts'
import { bareName } from '../catalogue/wording.ts'
import { freeOutcome } from '../emulator/outcomes.ts'
import type { SettingsVisitor } from '../emulator/ports.ts'
import type { Outcome } from '../machine/outcome.ts'
import type { Backing } from '../session/lazy-emulator.ts'
import type { Convention } from './callbacks-or-promise.ts'
import { canIUse } from './can-i-use.ts'
import { libraryFault } from './library-fault.ts'
import type { CameraContext, RecorderManager, Wx } from './types/index.ts'

interface Parts {
  readonly backing: Backing
  readonly convention: Convention
  readonly visitor: SettingsVisitor
  readonly report: (error: unknown) => void
  readonly camera: CameraContext
  readonly recorder: RecorderManager
}

/** Every API of the Scope List as `wx` has it: components are no APIs. */
const listed = guardedApis.filter((api): api is GuardedApi & `wx.${string}` => api.startsWith('wx.'))

/** A plain object of own functions that do not use `this`, so that it can be spread, taken apart and assigned. */
export function wxObject({ backing, convention, visitor, report, camera, recorder }: Parts): Wx {
  const settling = (api: string, run: (params: unknown) => Outcome | Promise<Outcome>) => {
    const called = (option?: unknown) => convention.settle(api, option, run, called)
    return called
  }
  const guarded = (api: GuardedApi) => {
    const inTime = (params: unknown) => backing.use(emulator => emulator.guarded[api](params))
    const run = (params: unknown) => backing.ready()?.guarded[api](params) ?? inTime(params)
    return settling(api, run)
  }
  const openSetting = async (params: unknown): Promise<Outcome> => {
    const outcome = await backing.use(emulator => emulator.openSetting(visitor, params))
    // The page does as it does on the phone; that the test wanted what no user can do is the test's to hear.
    if (outcome.missing.length > 0) report(libraryFault('ERR_MISSING_SWITCH', { scopes: outcome.missing }))
    return outcome
  }
  const functions = {
    ...Object.fromEntries(listed.map(api => [bareName(api), guarded(api)])),
    authorize: settling('wx.authorize', params => backing.use(emulator => emulator.authorize(params))),
    getSetting: settling('wx.getSetting', params => backing.use(emulator => emulator.getSetting(params))),
    openSetting: settling('wx.openSetting', openSetting),
    // Nothing to stop: startRecord answered at once.
    stopRecord: settling('wx.stopRecord', () => freeOutcome('wx.stopRecord', {})),
    createCameraContext: () => camera,
    getRecorderManager: () => recorder,
    canIUse,
  }
  // Made from the table of scopes, so the compiler cannot see the names; the type's own test does.
  return functions as unknown as Wx
}
