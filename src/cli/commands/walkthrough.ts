import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { GuardedApi } from '../../catalogue/names.ts'
import type { MiniProgram } from '../../emulator/ports.ts'
import { WxauthError } from '../../faults.ts'
import { stateOf } from '../../machine/profile.ts'
import type { Texts } from '../../messages/texts.ts'
import { chooseOnTerminal } from '../../prompt/menu/terminal-menu.ts'
import { absentPrompter } from '../../prompt/popup/absent-prompter.ts'
import { scriptedPrompter } from '../../prompt/popup/scripted-prompter.ts'
import { checkedScope } from '../../session/checks.ts'
import { confStore } from '../../store/conf-store.ts'
import { isColored, loadPalette } from '../../text/color.ts'
import { walk } from '../../walkthrough/branches.ts'
import { stepDocument } from '../../walkthrough/document.ts'
import { lead, type Way } from '../../walkthrough/lead.ts'
import type { StepLayout, StepTexts } from '../../walkthrough/step-lines.ts'
import { apiOfScope, beginning, type Position, type Tour, tourOf } from '../../walkthrough/tour.ts'
import { headingLines, transcript } from '../../walkthrough/transcript.ts'
import { checkedCall } from '../arguments/checked-words.ts'
import type { Flags } from '../arguments/flags.ts'
import { answersIn, flagFor, flagOf, isEmpty, type PopupPlan, popupPlan } from '../arguments/popup-plan.ts'
import { exitCodes } from '../report/exit-codes.ts'
import type { Report } from '../report/report.ts'
import { type Context, declaredIn } from '../world/context.ts'
import { lockOptions } from '../world/terminal.ts'
import { promptTerminal, ttyOf, visitTerminal, whyNobody } from '../world/who-answers.ts'
import type { Run } from './command.ts'

export const run: Run = async (context, [word], flags) => {
  const { catalogue, speaker, texts } = context
  // Its sentences are those of the guide.
  if (catalogue.edition !== 'guide') throw new WxauthError('ERR_GUIDE_ONLY', { command: 'walkthrough' })
  const plan = popupPlan(catalogue, flags)
  const named = word === undefined ? undefined : checkedSubject(catalogue, word)
  const walkthrough = await texts.loadWalkthrough()
  const stepTexts: StepTexts = { ...texts, walkthrough }
  if (flags.html !== undefined || flags.all) {
    const { htmlReport } = await import('./walkthrough-html.ts')
    return htmlReport(context, flags, {
      api: named,
      word,
      tours: () => toursOf(context, stepTexts),
      texts: stepTexts,
    })
  }
  const api = named ?? (await chosenApi(context, flags, plan, stepTexts))
  if (api === undefined) return nothingChosen(context)
  const tour = toursOf(context, stepTexts)(api)
  const start = beginning(tour, profileOf(context, tour))

  const { scope } = tour
  const isScripted = flagFor(scope, plan) !== undefined
  const why = isScripted ? undefined : whyNobody(context.terminal, flags)
  if (why !== undefined) return reportOf(context, tour, stepTexts, nobody(tour, why), false)
  if (!isScripted) {
    for (const answer of answersIn(plan))
      speaker.note(texts.cli.notes.unusedAnswer(flagOf(answer), answer.of, false))
    return reportOf(context, tour, stepTexts, await leadPerson(context, flags, tour, start, stepTexts), true)
  }
  const script = scriptedPrompter({ ...plan, otherwise: absentPrompter('no-input') })
  const way = await walk(tour, start, script)
  for (const answer of script.unused())
    speaker.note(texts.cli.notes.unusedAnswer(flagOf(answer), answer.of, true))
  return reportOf(context, tour, stepTexts, way, false)
}

const nobody = ({ api }: Tour, why: NonNullable<Way['notPlayed']>['why']): Way => ({
  steps: [],
  notPlayed: { caller: api, why },
})

/** The person left the list. */
function nothingChosen(context: Context): Report {
  const document = { api: null, scope: null, steps: [], ...whose(context) }
  return { document, text: () => '', exit: exitCodes.success }
}

const whose = (context: Context) => ({
  profile: context.profile().name,
  appid: context.miniProgram().appid,
})

/** An API, or a scope, which stands for its first API. @throws WxauthError ERR_UNKNOWN_API, ERR_UNKNOWN_SCOPE */
function checkedSubject(catalogue: Catalogue, word: string): GuardedApi {
  if (/^scope\./i.test(word)) return apiOfScope(catalogue, checkedScope(catalogue, word))
  return catalogue.findApi(word) ?? checkedCall(catalogue, word)
}

/**
 * @returns `undefined` if the person leaves
 * @throws WxauthError ERR_UNANSWERED, ERR_MISSING_ARGUMENT if nobody is there to choose
 */
async function chosenApi(
  { terminal, catalogue }: Context,
  flags: Flags,
  plan: PopupPlan,
  { walkthrough, terminal: terminalTexts }: StepTexts,
): Promise<GuardedApi | undefined> {
  const why = whyNobody(terminal, flags)
  const command = 'wxauth walkthrough'
  if (why !== undefined && !isEmpty(plan))
    throw new WxauthError('ERR_MISSING_ARGUMENT', { argument: 'api|scope', command })
  const unanswered = { scope: undefined, caller: command, walkthrough: 'choice' } as const
  if (why !== undefined) throw new WxauthError('ERR_UNANSWERED', { ...unanswered, why })
  const { guardedApis, scopeOf, rowOf } = catalogue
  const choice = await chooseOnTerminal(
    ttyOf(terminal, flags),
    { terminal: terminalTexts, menu: walkthrough.menu },
    {
      title: walkthrough.chooseApi,
      items: guardedApis.map(api => {
        const { scope, description } = rowOf(scopeOf(api))
        return { label: api, detail: walkthrough.scopeName(scope, description) }
      }),
    },
  )
  if (typeof choice === 'object')
    throw new WxauthError('ERR_UNANSWERED', { ...unanswered, why: choice.unanswered })
  return choice === 'leave' ? undefined : guardedApis[choice]
}

/** Reads what the Mini Program declares. */
function toursOf(context: Context, { walkthrough }: StepTexts): (api: GuardedApi) => Tour {
  const { catalogue, texts, miniProgram } = context
  const { app: declared, appJson } = declaredIn(context)
  const isDemo = miniProgram().project.kind === 'demo'
  const app = isDemo ? { ...declared, purposes: demoPurposes(declared.purposes, texts) } : declared
  return api => tourOf({ catalogue, api, app, appJson: appJson?.path, texts: walkthrough })
}

/** The descriptions of the demo Mini Program, in the language. */
function demoPurposes(declared: MiniProgram['purposes'], { scopes }: Texts): MiniProgram['purposes'] {
  const texts = Object.entries(declared).map(([scope, desc]) => [scope, scopes.demoPurpose(desc)])
  return Object.fromEntries(texts)
}

/** Reads the profile. The walkthrough works on a copy and never writes. @throws WxauthError ERR_PROFILE_* */
function profileOf({ profile, catalogue, terminal, speaker }: Context, { app, scope, texts }: Tour) {
  const { name, directory } = profile()
  const stored = confStore({ name, directory, catalogue, ...lockOptions(terminal) }).read()
  const state = stateOf(stored, app.appid, scope)
  if (state !== 'undecided') speaker.note(texts.decidedInProfile(scope, state))
  return stored
}

/** The person at the terminal answers and goes on. Everything is shown on stderr, where the popups are. */
async function leadPerson(
  context: Context,
  flags: Flags,
  tour: Tour,
  start: Position,
  texts: StepTexts,
): Promise<Way> {
  const { terminal } = context
  const { stderr } = terminal
  const { menu, kept } = texts.walkthrough
  // The line that stays of a popup usually says how to change the profile.
  const popup = { ...context.texts.popup, change: () => kept }
  const inMemory: Context = { ...context, texts: { ...context.texts, popup } }
  const palette = await loadPalette(isColored(flags.color, terminal.env, stderr.isTerminal))
  // The person may change the window's width on the way.
  const layout = () => layoutFor(stderr.columns, palette)
  const say = (lines: readonly string[]) => stderr.write(lines.map(line => `${line}\n`).join(''))
  say([...headingLines(tour, layout()), ''])
  return lead(tour, start, {
    say,
    choose: items =>
      chooseOnTerminal(ttyOf(terminal, flags), { terminal: texts.terminal, menu }, { title: '', items }),
    prompter: { ask: question => promptTerminal(inMemory, flags, question) },
    visitor: { visit: page => visitTerminal(inMemory, flags, page) },
    texts,
    get layout() {
      return layout()
    },
  })
}

/** @param isShown whether the steps are on the screen already */
function reportOf(
  context: Context,
  tour: Tour,
  texts: StepTexts,
  { steps, notPlayed }: Way,
  isShown: boolean,
): Report {
  const { api, scope } = tour
  return {
    document: { api, scope, steps: steps.map(stepDocument), ...whose(context) },
    text: ({ palette, columns }) =>
      steps.length === 0 || (isShown && context.terminal.stdout.isTerminal)
        ? ''
        : transcript(tour, steps, texts, layoutFor(columns, palette)),
    exit: notPlayed === undefined ? exitCodes.success : exitCodes.unanswered,
    ...(notPlayed === undefined
      ? {}
      : {
          fault: new WxauthError('ERR_UNANSWERED', {
            scope,
            caller: api,
            why: notPlayed.why,
            walkthrough: 'answers',
          }),
        }),
  }
}

/** Longer lines are hard to read. Off a terminal, the transcript is the same everywhere. */
const widestText = 80

function layoutFor(columns: number, palette: StepLayout['palette']): StepLayout {
  return { columns: Math.min(columns, widestText), palette }
}
