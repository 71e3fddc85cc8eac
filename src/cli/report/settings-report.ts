import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { ScopeName } from '../../catalogue/names.ts'
import type { SettingsPage } from '../../emulator/ports.ts'
import { WxauthError } from '../../faults.ts'
import { scriptedVisitor } from '../../prompt/settings/scripted-visitor.ts'
import { checkedScope } from '../../session/checks.ts'
import type { Flags } from '../arguments/flags.ts'
import { answersIn, flagOf, popupPlan } from '../arguments/popup-plan.ts'
import type { Context } from '../world/context.ts'
import { visitTerminal } from '../world/who-answers.ts'
import { expectationsOf } from './expectations.ts'
import { outcomeReport } from './outcome-report.ts'
import type { Report } from './report.ts'

/** `wx.openSetting`, by command or by the button: the flags move the switches, else a person does, else nobody. */
export async function settingsReport(context: Context, flags: Flags): Promise<Report> {
  const { catalogue, speaker, texts } = context
  const moves = movesOf(catalogue, flags)
  const plan = popupPlan(catalogue, flags)
  const expected = flags.expect && expectationsOf(flags.expect)
  const person = { visit: (page: SettingsPage) => visitTerminal(context, flags, page) }
  const visitor = moves.length > 0 ? scriptedVisitor(moves) : person
  const { missing, ...outcome } = await context.emulator().openSetting(visitor)
  // The settings page uses no answers of popups.
  for (const answer of answersIn(plan))
    speaker.note(texts.cli.notes.unusedAnswer(flagOf(answer), answer.of, false))
  return outcomeReport(context, outcome, { expected, missing })
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
