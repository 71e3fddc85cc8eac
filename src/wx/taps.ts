import type { Catalogue } from '../catalogue/catalogue.ts'
import type { SettingsVisitor } from '../emulator/ports.ts'
import { WxauthError } from '../faults.ts'
import type { Outcome } from '../machine/outcome.ts'
import { type SettingChanges, visitorWith } from '../session/answers.ts'
import { checkText } from '../session/checks.ts'
import type { LazyEmulator } from '../session/lazy-emulator.ts'
import { unansweredFault } from '../session/unanswered.ts'
import { nearest } from '../text/nearest.ts'
import type { CallbacksOrPromise } from './callbacks-or-promise.ts'
import type { CheckMissing } from './missing-switch.ts'
import type { Today } from './today/today.ts'
import type { Auth, GetUserInfoDetail, OpenSettingDetail } from './types/index.ts'

interface Parts {
  readonly catalogue: Catalogue
  readonly lazyEmulator: LazyEmulator
  readonly callbacksOrPromise: CallbacksOrPromise
  readonly answers: SettingsVisitor
  readonly today: Today | undefined
  readonly checkMissing: CheckMissing
}

const openTypes = ['getUserInfo', 'openSetting'] as const
const agree = 'agreePrivacyAuthorization'

/** `auth.tap`: the user taps a button of the page. */
export function createTap(parts: Parts): Auth['tap'] {
  const { catalogue, lazyEmulator, callbacksOrPromise, answers, today, checkMissing } = parts
  const { use } = lazyEmulator

  async function getUserInfo(origin: Error): Promise<GetUserInfoDetail> {
    return detailOf(await use(emulator => emulator.tapGetUserInfo()), origin)
  }

  async function openSetting(visitor: SettingsVisitor, origin: Error): Promise<OpenSettingDetail> {
    const outcome = await use(emulator => emulator.openSetting(visitor))
    checkMissing(outcome.missing)
    return detailOf(outcome, origin)
  }

  function tap(openType: unknown, changes?: SettingChanges): Promise<unknown> {
    if (openType === 'getUserInfo') return callbacksOrPromise.work(getUserInfo)
    if (openType === 'openSetting') {
      const visitor = changes === undefined ? answers : visitorWith(catalogue, changes)
      return callbacksOrPromise.work(origin => openSetting(visitor, origin))
    }
    if (openType === agree && today !== undefined) return today.tapAgree()
    checkText({ what: 'open-type' }, 'open-type', openType)
    const known = today === undefined ? openTypes : [...openTypes, agree]
    throw new WxauthError('ERR_UNKNOWN_OPEN_TYPE', { openType, near: nearest(openType, known), known })
  }
  return tap as Auth['tap']
}

/** The `detail` of the button's event. @throws WxauthError ERR_UNANSWERED, as without an answer there is no event */
function detailOf<D>(outcome: Outcome, origin: Error): D {
  const fault = unansweredFault(outcome, origin)
  if (fault !== undefined) throw fault
  return outcome.result as D
}
