import type { CustomReply } from '../../catalogue/api.ts'
import type { GuardedApi } from '../../catalogue/names.ts'
import type { Emulator } from '../../emulator/emulator.ts'
import type { EmulatorEvent } from '../../emulator/events.ts'
import type { Prompter } from '../../emulator/ports.ts'
import type { Outcome } from '../../machine/outcome.ts'
import { readPurposes } from '../../project/purposes.ts'
import { scriptedPrompter } from '../../prompt/popup/scripted-prompter.ts'
import type { Flags } from '../arguments/flags.ts'
import { flagFor, flagOf, isEmpty, popupPlan } from '../arguments/popup-plan.ts'
import type { Context } from '../world/context.ts'
import { promptTerminal } from '../world/who-answers.ts'
import { expectationsOf } from './expectations.ts'
import { outcomeReport } from './outcome-report.ts'
import type { Report } from './report.ts'

/** Prepares a command after its flags were checked; its inputs are read only then. */
type Prepare = () => Promise<{
  readonly replies?: Readonly<Partial<Record<GuardedApi, CustomReply>>>
  readonly run: (emulator: Emulator) => Outcome | Promise<Outcome>
}>

/** Runs a command that may show popups: the flags answer, else a person at the terminal, else nobody. */
export async function askingReport(
  context: Context,
  flags: Flags,
  prepare: Prepare,
  { isButton = false } = {},
): Promise<Report> {
  const { catalogue, speaker, texts } = context
  const { notes } = texts.cli
  const plan = popupPlan(catalogue, flags)
  const expected = flags.expect && expectationsOf(flags.expect)
  const { replies = {}, run } = await prepare()
  const { appid, name, project } = context.miniProgram()
  const { purposes, appJson, notes: projectNotes } = readPurposes(project)
  for (const note of projectNotes) speaker.note(texts.projectNote(note))

  const observe = (event: EmulatorEvent) => {
    // By the guide's bullets this API asks too, but newer clients no longer do.
    if (event.type === 'asked' && event.question.caller === 'wx.getUserInfo')
      speaker.note(notes.buttonSince2018)
    if (event.type !== 'answered') return
    const { scope } = event.question
    const flag = flagFor(scope, plan)
    if (flag !== undefined) speaker.note(notes.answeredByFlag(flag, scope))
  }
  const person: Prompter = { ask: question => promptTerminal(context, flags, question) }
  const script = isEmpty(plan) ? undefined : scriptedPrompter({ ...plan, otherwise: person })
  const app = { appid, name, purposes }
  const outcome = await run(context.emulator({ app, prompter: script ?? person, replies, observe }))
  for (const answer of script?.unused() ?? []) speaker.note(notes.unusedAnswer(flagOf(answer)))
  return outcomeReport(context, outcome, { appJson, expected, isButton })
}
