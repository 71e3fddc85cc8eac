import type { ScopeName } from '../../catalogue/names.ts'
import type { SettingsVisitor } from '../../emulator/ports.ts'
import { WxauthError } from '../../faults.ts'
import { cli } from '../../messages/en/cli.ts'
import { scriptedVisitor } from '../../prompt/settings/terminal-visitor.ts'
import { scopeWord } from '../arguments/checked-words.ts'
import type { Flags } from '../arguments/flags.ts'
import { flagsOf, popupPlan } from '../arguments/popup-plan.ts'
import type { Context } from '../world/context.ts'
import { visitorHere } from '../world/who-answers.ts'
import { expectationsOf } from './expectations.ts'
import { outcomeReport } from './outcome-report.ts'
import type { Report } from './report.ts'

/** `wx.openSetting`, by command or by the button: the switches of the flags, else a person's, else nobody's. */
export async function settingsReport(context: Context, flags: Flags): Promise<Report> {
  const moves = movesOf(flags)
  const plan = popupPlan(flags)
  const expected = expectationsOf(flags.expect)
  const { appid } = context.miniProgram()
  const emulator = context.emulator()
  const visitor: SettingsVisitor =
    moves.length > 0 ? scriptedVisitor(moves) : visitorHere(context.terminal, flags)
  const { missing, ...outcome } = await emulator.openSetting(visitor)
  // A page of switches is no popup.
  for (const flag of flagsOf(plan)) context.speaker.note(cli.notes.unusedAnswer(flag))
  return outcomeReport(outcome, { profile: context.place.name, appid, expected, missing })
}

/** @throws WxauthError ERR_UNKNOWN_SCOPE, ERR_CONFLICTING_FLAGS */
function movesOf(flags: Flags): readonly { readonly scope: ScopeName; readonly on: boolean }[] {
  const on = (flags.enable ?? []).map(scopeWord)
  const off = (flags.disable ?? []).map(scopeWord)
  const both = on.find(scope => off.includes(scope))
  if (both !== undefined) {
    throw new WxauthError('ERR_CONFLICTING_FLAGS', { flags: [`--enable ${both}`, `--disable ${both}`] })
  }
  return [...on.map(scope => ({ scope, on: true })), ...off.map(scope => ({ scope, on: false }))]
}
