import type { Catalogue } from '../../catalogue/catalogue.ts'
import type { EditionName } from '../../catalogue/edition-names.ts'
import { guideCatalogue } from '../../catalogue/editions/guide.ts'
import { WxauthError } from '../../faults.ts'
import type { Notice } from '../../pages/ports.ts'
import { isColored, loadPalette } from '../../text/color.ts'
import { whole } from '../../text/quoted.ts'
import type { Flags } from '../arguments/flags.ts'
import { runPlan } from '../arguments/run-plan.ts'
import { type ExitCode, exitCodes } from '../report/exit-codes.ts'
import type { Complaint, Report } from '../report/report.ts'
import { complaintsOf } from '../run/complaints.ts'
import { runDocument } from '../run/document.ts'
import { withEndAsError } from '../run/end.ts'
import { noticeLine } from '../run/notices.ts'
import { editionOf, libVersionIn, orderOf, projectFolder } from '../run/order.ts'
import { personAt } from '../run/person.ts'
import { type RunningWorker, startWorker } from '../run/start-worker.ts'
import { type FinishedRun, supervise } from '../run/supervise.ts'
import { editionLine, transcript } from '../run/transcript.ts'
import { unusedNotes } from '../run/unused.ts'
import type { Context } from '../world/context.ts'
import { ttyOf, whyNobody } from '../world/who-answers.ts'
import type { Run } from './command.ts'

export const run: Run = async (context, [page], flags) => {
  const worker = startWorker()
  try {
    return await runIn(worker, context, page, flags)
  } finally {
    // Nothing waits for it: the report is printed while the thread ends.
    worker.terminate()
  }
}

async function runIn(
  worker: RunningWorker,
  context: Context,
  page: string | undefined,
  flags: Flags,
): Promise<Report> {
  const { terminal, speaker, texts } = context
  const directory = projectFolder(terminal, flags)
  const libVersion = directory === undefined ? undefined : libVersionIn(directory)
  const edition = editionOf(terminal, flags, libVersion)
  const catalogue = await catalogueOf(context, edition.edition)
  const plan = runPlan(catalogue, flags)
  if (directory === undefined)
    throw new WxauthError('ERR_NO_PROGRAM', { directory: terminal.cwd(), command: 'wxauth run' })
  const runTexts = { ...texts, run: await texts.loadRun() }
  const order = await orderOf(context, flags, plan, { directory, page, edition: edition.edition })

  const { stderr } = terminal
  const palette = await loadPalette(isColored(flags.color, terminal.env, stderr.isTerminal))
  // The person may change the window's width on the way.
  const layout = () => ({ columns: stderr.isTerminal ? stderr.columns : Number.POSITIVE_INFINITY, palette })
  const say = (lines: readonly string[]) => stderr.write(lines.map(line => `${line}\n`).join(''))
  const isRecorded = order.profile !== undefined
  const parts = { say, layout, catalogue, texts: runTexts, isRecorded, isInteractive: order.isInteractive }
  const person = personAt({ ...parts, tty: () => ttyOf(terminal, flags) })
  if (order.isInteractive) say(editionLine(edition, libVersion, runTexts, layout()))

  const tellNotices = (notices: readonly Notice[]) => {
    for (const notice of notices) speaker.note(noticeLine(notice, runTexts.run))
  }
  const supervised = await supervise(worker, order, {
    ...person,
    loaded: app => speaker.detail(() => texts.cli.notes.projectAt(directory, app.appid)),
    notices: tellNotices,
    event: person.happens,
    console: (level, text) => speaker.detail(() => whole(`console.${level}: ${text}`, { most: 500 })),
    several: (target, count) => speaker.note(runTexts.run.several(target, count)),
  })
  const finished = withEndAsError(supervised, runTexts.run)
  tellNotices(finished.notices)
  for (const note of unusedNotes(finished.unused, flags, runTexts.run)) speaker.note(note)

  const complaints = complaintsOf(finished, plan.expected, runTexts.run)
  const fault = faultOf(finished, context, flags)
  return {
    document: runDocument(finished, edition.edition, runTexts.run),
    text: ({ palette, columns }) => {
      const layout = { palette, columns }
      const head = order.isInteractive ? [] : editionLine(edition, libVersion, runTexts, layout)
      return [...head, ...transcript(finished, catalogue, runTexts, layout)].join('\n')
    },
    exit: fault === undefined ? exitOf(complaints) : exitCodes.unanswered,
    complaints,
    ...(fault === undefined ? {} : { fault }),
  }
}

/** The project may choose another edition than the one that all commands start with. */
async function catalogueOf({ texts, today }: Context, edition: EditionName): Promise<Catalogue> {
  if (edition === 'guide') return guideCatalogue
  return (today ?? (await (await import('../world/today.ts')).loadToday(texts))).catalogue
}

const exitOf = (complaints: readonly Complaint[]): ExitCode =>
  complaints.length === 0 ? exitCodes.success : exitCodes.negative

function faultOf({ end }: FinishedRun, { terminal }: Context, flags: Flags): WxauthError | undefined {
  if (end.kind !== 'unanswered') return undefined
  const { scope, caller } = end
  const why = end.why ?? whyNobody(terminal, flags) ?? 'no-terminal'
  return new WxauthError('ERR_UNANSWERED', { scope, caller, why, isRun: true })
}
