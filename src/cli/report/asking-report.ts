import type { CustomReply, Params } from '../../catalogue/api.ts'
import type { EditionLayers } from '../../catalogue/layers.ts'
import type { GuardedApi, ScopeName } from '../../catalogue/names.ts'
import { createEmulator, type Emulator } from '../../emulator/emulator.ts'
import type { EmulatorEvent } from '../../emulator/events.ts'
import type { Prompter } from '../../emulator/ports.ts'
import { type JsonInput, WxauthError } from '../../faults.ts'
import type { Outcome } from '../../machine/outcome.ts'
import { scriptedPrompter } from '../../prompt/popup/scripted-prompter.ts'
import type { Flags } from '../arguments/flags.ts'
import { flagFor, flagOf, isEmpty, popupPlan } from '../arguments/popup-plan.ts'
import { type Context, declaredIn } from '../world/context.ts'
import { promptTerminal, whyNobody } from '../world/who-answers.ts'
import { expectationsOf } from './expectations.ts'
import { outcomeReport } from './outcome-report.ts'
import type { Report } from './report.ts'

/** Prepares a command after its flags were checked; its inputs are read only then. */
type Prepare = () => Promise<{
  readonly replies?: Readonly<Partial<Record<GuardedApi, CustomReply>>>
  readonly params?: Params
  readonly run: (emulator: Emulator) => Outcome | Promise<Outcome>
}>

interface Asking {
  /** Whose layers count, if it has any. */
  readonly api?: keyof EditionLayers
  /** The scopes whose popups may appear. */
  readonly scopes: readonly ScopeName[]
  readonly isButton?: boolean
  /** What is read from stdin. */
  readonly stdin?: JsonInput | undefined
}

/** Runs a command that may show popups: the flags answer, else a person at the terminal, else nobody. */
export async function askingReport(
  context: Context,
  flags: Flags,
  { api, scopes, isButton = false, stdin }: Asking,
  prepare: Prepare,
): Promise<Report> {
  const { catalogue, speaker, terminal, texts, today } = context
  const { notes } = texts.cli
  const plan = popupPlan(catalogue, flags)
  const hasSheet = api !== undefined && catalogue.layersOf(api).privacy === true
  const popups = hasSheet ? [...scopes, 'privacy' as const] : scopes
  // A terminal is read to its end, and after that nobody can answer there.
  const forPerson = popups.find(of => flagFor(of, plan) === undefined)
  if (stdin !== undefined && forPerson !== undefined && whyNobody(terminal, flags) === undefined)
    throw new WxauthError('ERR_STDIN_TERMINAL', { what: stdin, scope: forPerson })
  const expected = flags.expect && expectationsOf(flags.expect)
  const { replies = {}, params = {}, run } = await prepare()
  const { app, appJson } = declaredIn(context)

  const observe = (event: EmulatorEvent) => {
    // By the guide's bullets this API asks too, but newer clients no longer do.
    if (event.type === 'asked' && event.question.caller === 'wx.getUserInfo')
      speaker.note(notes.buttonSince2018())
    if (event.type !== 'answered') return
    const of = event.question.scope ?? 'privacy'
    const flag = flagFor(of, plan)
    if (flag !== undefined) speaker.note(notes.answeredByFlag(flag, of))
  }
  const person: Prompter = { ask: question => promptTerminal(context, flags, question) }
  const script = isEmpty(plan) ? undefined : scriptedPrompter({ ...plan, otherwise: person })
  const options = context.emulatorOptions({ app, prompter: script ?? person, replies, observe })
  const outcome = await run(createEmulator(options))
  const appeared = outcome.popups.length > 0
  for (const answer of script?.unused() ?? [])
    speaker.note(notes.unusedAnswer(flagOf(answer), answer.of, appeared))
  const looked = { catalogue, app, profile: options.store.read(), params, appJson }
  const hint = api && today?.hint(outcome, { api, ...looked }, today.texts)
  return outcomeReport(context, outcome, { appJson, expected, isButton, hint })
}
