import type { GuardedApi } from '../../catalogue/names.ts'
import { WxauthError } from '../../faults.ts'
import { everyBranch } from '../../walkthrough/branches.ts'
import { scopeListPage, scopePage } from '../../walkthrough/html/page.ts'
import type { PageTexts } from '../../walkthrough/html/page-texts.ts'
import { apiOfScope, type Tour } from '../../walkthrough/tour.ts'
import type { Flags } from '../arguments/flags.ts'
import { answersIn, flagOf, popupPlan } from '../arguments/popup-plan.ts'
import { exitCodes } from '../report/exit-codes.ts'
import type { Report } from '../report/report.ts'
import type { Context } from '../world/context.ts'
import { writeFile } from '../world/write-file.ts'

/** What the page is about. */
interface Subject {
  /** The argument, and the API that it names; `undefined` without one. */
  readonly word: string | undefined
  readonly api: GuardedApi | undefined
  /** Reads what the Mini Program declares. */
  readonly tours: () => (api: GuardedApi) => Tour
  readonly texts: Omit<PageTexts, 'html'>
}

const command = 'wxauth walkthrough'

/** Writes the walkthrough with every branch into the file of `--html`. Asks nobody, and reads no profile. */
export async function htmlReport(context: Context, flags: Flags, subject: Subject): Promise<Report> {
  const { catalogue, speaker, texts, terminal } = context
  const file = checkedFile(flags, subject)
  const html = await texts.loadWalkthroughHtml()
  const { page, tours } = await pageOf(subject, context, { ...subject.texts, html })
  const path = writeFile(file, page, terminal)
  speaker.note(html.written(path))
  for (const answer of answersIn(popupPlan(catalogue, flags)))
    speaker.note(texts.cli.notes.unusedAnswer(flagOf(answer), answer.of, false))
  return {
    document: { path, scopes: tours.map(({ scope }) => scope), appid: context.miniProgram().appid },
    text: () => '',
    exit: exitCodes.success,
  }
}

async function pageOf({ api, tours }: Subject, context: Context, texts: PageTexts) {
  const { catalogue, miniProgram } = context
  const tourOf = tours()
  const chapterOf = async (tour: Tour) => ({ tour, branches: await everyBranch(tour) })
  const page = { language: context.texts.language, texts }
  if (api !== undefined) {
    const tour = tourOf(api)
    return { tours: [tour], page: scopePage(await chapterOf(tour), page) }
  }
  const all = catalogue.scopeNames.map(scope => tourOf(apiOfScope(catalogue, scope)))
  return { tours: all, page: scopeListPage(await Promise.all(all.map(chapterOf)), miniProgram(), page) }
}

/**
 * The file to write.
 * @throws WxauthError ERR_MISSING_FLAG, ERR_CONFLICTING_FLAGS, ERR_MISSING_ARGUMENT, ERR_FLAG_VALUE
 */
function checkedFile({ html, all }: Flags, { word }: Subject): string {
  if (html === undefined)
    throw new WxauthError('ERR_MISSING_FLAG', { flag: '--all', needed: '--html <file>', command })
  if (all && word !== undefined) throw new WxauthError('ERR_CONFLICTING_FLAGS', { flags: ['--all', word] })
  if (!all && word === undefined)
    throw new WxauthError('ERR_MISSING_ARGUMENT', { argument: 'api|scope', command })
  if (html === '') throw new WxauthError('ERR_FLAG_VALUE', { flag: '--html', command })
  return html
}
