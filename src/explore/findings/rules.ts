import { actsWhileAsking } from './acts-while-asking.ts'
import { asksAtLaunch } from './asks-at-launch.ts'
import { asksOnLoad } from './asks-on-load.ts'
import { asksUserInfo } from './asks-user-info.ts'
import { emptySettings } from './empty-settings.ts'
import { missingHandler } from './missing-handler.ts'
import { neverSettles } from './never-settles.ts'
import { noFailHandler } from './no-fail-handler.ts'
import { noUsageDescription } from './no-usage-description.ts'
import { noWayBack } from './no-way-back.ts'
import { openTypeMisplaced } from './open-type-misplaced.ts'
import { overriddenHandler } from './overridden-handler.ts'
import { reAskLoop } from './re-ask-loop.ts'
import { refusalException } from './refusal-exception.ts'
import type { Rule, RuleName, Severity } from './rule.ts'
import { settingsWithoutTap } from './settings-without-tap.ts'
import { silentRefusal } from './silent-refusal.ts'
import { stuckLoading } from './stuck-loading.ts'
import { unhandledRejection } from './unhandled-rejection.ts'

/** A rule for each name: the compiler asks for it. */
const table: Readonly<Record<RuleName, Rule>> = {
  'asks-user-info': asksUserInfo,
  'settings-without-tap': settingsWithoutTap,
  'refusal-exception': refusalException,
  'never-settles': neverSettles,
  'unhandled-rejection': unhandledRejection,
  'no-fail-handler': noFailHandler,
  'silent-refusal': silentRefusal,
  'no-way-back': noWayBack,
  're-ask-loop': reAskLoop,
  'stuck-loading': stuckLoading,
  'empty-settings': emptySettings,
  'acts-while-asking': actsWhileAsking,
  'missing-handler': missingHandler,
  'open-type-misplaced': openTypeMisplaced,
  'overridden-handler': overriddenHandler,
  'asks-at-launch': asksAtLaunch,
  'asks-on-load': asksOnLoad,
  'no-usage-description': noUsageDescription,
}

export const rules: readonly Rule[] = Object.values(table)

export const severityOf = (name: RuleName): Severity => table[name].severity
