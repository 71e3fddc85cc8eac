import type { GuardedApi } from '../../catalogue/names.ts'
import type { Emulator } from '../../emulator/emulator.ts'
import type { CustomReply } from '../../emulator/replies.ts'
import type { Outcome } from '../../machine/outcome.ts'
import { cli } from '../../messages/en/cli.ts'
import { projectNoteText } from '../../messages/en/project.ts'
import { readPurposes } from '../../project/index.ts'
import { scriptedPrompter } from '../../prompt/popup/scripted-prompter.ts'
import type { Flags } from '../arguments/flags.ts'
import { flagFor, flagOf, popupPlan } from '../arguments/popup-plan.ts'
import type { Context } from '../world/context.ts'
import { prompterHere } from '../world/who-answers.ts'
import { expectationsOf } from './expectations.ts'
import { outcomeReport } from './outcome-report.ts'
import type { Report } from './report.ts'

/** What a command does once its flags made sense; reads what it is given only then. */
type Prepare = () => Promise<{
  readonly replies?: Readonly<Partial<Record<GuardedApi, CustomReply>>>
  readonly run: (emulator: Emulator) => Promise<Outcome>
}>

/** Runs what may pop up: the flags answer, else a person at the terminal, else nobody. */
export async function askingReport(
  context: Context,
  flags: Flags,
  prepare: Prepare,
  { isButton = false } = {},
): Promise<Report> {
  const plan = popupPlan(flags)
  const expected = expectationsOf(flags.expect)
  const { replies = {}, run } = await prepare()
  const { appid, name, project } = context.miniProgram()
  const { purposes, appJson, notes } = readPurposes(project)
  for (const note of notes) context.speaker.note(projectNoteText(note))

  const scripted = scriptedPrompter({ ...plan, otherwise: prompterHere(context.terminal, flags) })
  const emulator = context.emulator({
    app: { appid, name, purposes },
    prompter: scripted,
    replies,
    observe: event => {
      // The guide's bullets hold for every API; what has become of this one since is worth knowing.
      if (event.type === 'asked' && event.question.caller === 'wx.getUserInfo') {
        context.speaker.note(cli.notes.buttonSince2018)
      }
      if (event.type !== 'answered') return
      const { scope } = event.question
      const flag = flagFor(scope, plan)
      if (flag !== undefined) context.speaker.note(cli.notes.answeredByFlag(flag, scope))
    },
  })
  const outcome = await run(emulator)
  for (const unused of scripted.unused()) context.speaker.note(cli.notes.unusedAnswer(flagOf(unused)))
  return outcomeReport(outcome, { profile: context.place.name, appid, appJson, expected, isButton })
}
