import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { ScopeName } from '../../catalogue/names.ts'
import type { SettingsPage } from '../../emulator/ports.ts'
import { WxauthError } from '../../faults.ts'
import { scriptedVisitor } from '../../prompt/settings/scripted-visitor.ts'
import { checkedScope } from '../../session/checks.ts'
import type { Flags } from '../arguments/flags.ts'
import { answersIn, flagOf, popupPlan } from '../arguments/popup-plan.ts'
import { type Context, declaredIn } from '../world/context.ts'
import { visitTerminal } from '../world/who-answers.ts'
import { expectationsOf } from './expectations.ts'
import { outcomeReport } from './outcome-report.ts'
import type { Complaint, Report } from './report.ts'

/** `wx.openSetting`, by command or by the button: the flags move the switches, else a person does, else nobody. */
export async function settingsReport(context: Context, flags: Flags): Promise<Report> {
  const { catalogue, speaker, texts, today } = context
  const moves = movesOf(catalogue, flags)
  const plan = popupPlan(catalogue, flags)
  const expected = flags.expect && expectationsOf(flags.expect)
  const person = { visit: (page: SettingsPage) => visitTerminal(context, flags, page) }
  const visitor = moves.length > 0 ? scriptedVisitor(moves) : person
  // Today the row of locations depends on app.json.
  const declared = today && declaredIn(context)
  const { missing, ...outcome } = await context.emulator(declared).openSetting(visitor)
  // The settings page uses no answers of popups.
  for (const answer of answersIn(plan))
    speaker.note(texts.cli.notes.unusedAnswer(flagOf(answer), answer.of, false))
  const complaints = missing.map(scope => missingSwitch(context, scope, declared))
  return outcomeReport(context, outcome, { expected, missing: complaints })
}

/** Why a switch is not on the page. */
function missingSwitch(
  { catalogue, texts: { cli }, today }: Context,
  scope: ScopeName,
  declared: ReturnType<typeof declaredIn> | undefined,
): Complaint {
  const undecided = { message: cli.missingSwitch(scope), hint: cli.missingSwitchHint(scope) }
  if (today === undefined || declared === undefined) return undecided
  const { missingSwitch, leaveOut, fixes } = today.texts
  if (catalogue.isRetired(scope)) return { message: missingSwitch.retired(scope), hint: leaveOut(scope) }
  const { app, appJson } = declared
  if (scope !== 'scope.userLocationBackground' || app.declares.requiredBackgroundModes.includes('location'))
    return undecided
  const hint = fixes({ kind: 'add-background-mode', name: 'location' }, appJson)
  return { message: missingSwitch.background(scope), hint }
}

/** @throws WxauthError ERR_UNKNOWN_SCOPE, ERR_CONFLICTING_FLAGS */
export function movesOf(
  catalogue: Catalogue,
  flags: Flags,
): readonly { readonly scope: ScopeName; readonly on: boolean }[] {
  const on = (flags.enable ?? []).map(scope => checkedScope(catalogue, scope))
  const off = (flags.disable ?? []).map(scope => checkedScope(catalogue, scope))
  const both = on.find(scope => off.includes(scope))
  if (both !== undefined) {
    throw new WxauthError('ERR_CONFLICTING_FLAGS', { flags: [`--enable ${both}`, `--disable ${both}`] })
  }
  return [...on.map(scope => ({ scope, on: true })), ...off.map(scope => ({ scope, on: false }))]
}
