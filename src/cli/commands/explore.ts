import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { isComponent } from '../../catalogue/catalogue.ts'
import { guideCatalogue } from '../../catalogue/editions/guide.ts'
import type { Explored } from '../../explore/explored.ts'
import { startUsers } from '../../explore/path.ts'
import { compareWith } from '../../explore/reports/baseline.ts'
import { fails, percentReached } from '../../explore/reports/counting.ts'
import { explainDocument, explainRule } from '../../explore/reports/explain.ts'
import { jsonDocument } from '../../explore/reports/json.ts'
import { prettyReport } from '../../explore/reports/pretty.ts'
import { noticeLine } from '../../explore/reports/words.ts'
import { pagesOfShard } from '../../explore/search/shard.ts'
import { WxauthError } from '../../faults.ts'
import { readRegularFile } from '../../json/read-file.ts'
import { nearest } from '../../text/nearest.ts'
import {
  checkAlone,
  type ExplorePlan,
  explorePlan,
  reportKinds,
  ruleNamed,
} from '../arguments/explore-plan.ts'
import { jsonArgument } from '../arguments/json-argument.ts'
import { readBaseline, updateBaseline } from '../explore/baseline.ts'
import { checkFiles } from '../explore/check-files.ts'
import type { ExploreOrder, ProgramRead } from '../explore/conversation.ts'
import { explorePages } from '../explore/explore-pages.ts'
import { explorerThread } from '../explore/explorer-pool.ts'
import { progressLine } from '../explore/progress.ts'
import { replayReport } from '../explore/replay.ts'
import { replayFlagsOf } from '../explore/replay-flags.ts'
import { reportTexts } from '../explore/reports.ts'
import { exitCodes } from '../report/exit-codes.ts'
import type { Complaint, Report } from '../report/report.ts'
import { editionOf, libVersionIn, projectFolder } from '../run/order.ts'
import { editionLine } from '../run/transcript.ts'
import type { Context } from '../world/context.ts'
import { writeFile } from '../world/write-file.ts'
import type { Run } from './command.ts'

const command = 'wxauth explore'

export const run: Run = async (context, pages, flags) => {
  const { terminal, texts } = context
  checkAlone(flags, pages)
  if (flags.explain !== undefined) return explanation(context, flags.explain)
  const directory = projectFolder(terminal, flags)
  const libVersion = directory === undefined ? undefined : libVersionIn(directory)
  const edition = editionOf(terminal, flags, libVersion)
  const catalogue =
    edition.edition === 'guide'
      ? guideCatalogue
      : (await (await import('../world/today.ts')).loadToday(texts)).catalogue
  const plan = explorePlan(catalogue, flags)
  if (directory === undefined) throw new WxauthError('ERR_NO_PROGRAM', { directory: terminal.cwd(), command })
  checkFiles(plan, terminal)
  const lineOf = lineReader(directory)
  const runTexts = { ...texts, run: await texts.loadRun() }
  const exploreTexts = await texts.loadExplore()
  // One that is only to be written need not be there.
  let baseline =
    plan.baseline === undefined || plan.updatesBaseline
      ? undefined
      : await readBaseline(plan.baseline, terminal)
  const order: ExploreOrder = {
    directory,
    edition: edition.edition,
    language: texts.language,
    query: plan.query,
    storage: await fileOf('storage', plan.storage, context),
    fixtures: await fileOf('fixtures', plan.fixtures, context),
    fixed: plan.fixed,
    starts: plan.starts,
    limits: plan.limits,
    hidden: plan.hidden,
    ignored: plan.ignored,
    draws: plan.files.html !== undefined,
  }

  const line = progressLine(terminal, flags, exploreTexts)
  const first = explorerThread(order, line.pathBegins)
  try {
    return await report()
  } finally {
    line.clear()
    await first.end()
  }

  async function report(): Promise<Report> {
    const read = await first.read()
    const subject = { edition: edition.edition, app: read.app }
    if (flags.replay !== undefined) {
      const parts = { explorer: first, read, edition, libVersion, catalogue, texts: runTexts, exploreTexts }
      return replayReport(flags.replay, parts)
    }
    const walked = pagesOf(pages, plan, read)
    const { explored: all, trees } = await explorePages({
      order,
      read,
      first,
      pages: walked,
      jobs: plan.jobs ?? availableParallelism(),
      apis: new Set([...catalogue.guardedApis.filter(name => !isComponent(name)), 'wx.authorize']),
      texts: runTexts.run,
      pathBegins: line.pathBegins,
      onProgress: line.show,
    })
    line.clear()
    const replayFlags = replayFlagsOf(flags)

    const isWhole =
      walked.length === read.facts.pages.length &&
      all.unloaded.length === 0 &&
      plan.ignored.length === 0 &&
      plan.starts.length === startUsers.length
    if (plan.updatesBaseline && plan.baseline !== undefined) {
      const updated = await updateBaseline(plan.baseline, { findings: all.findings, isWhole }, terminal)
      context.speaker.note(exploreTexts.wrote(updated.path))
      baseline = updated.baseline
    }
    const compared = baseline === undefined ? undefined : compareWith(baseline, all.findings)
    const known = compared?.known ?? []
    const notCounted = {
      known: known.length,
      // What was not tried cannot be called gone.
      gone: isWhole ? (compared?.gone.length ?? 0) : 0,
      ignored: plan.ignored,
    }
    const explored: Explored = { ...all, findings: compared?.fresh ?? all.findings }
    for (const kind of reportKinds) {
      const file = plan.files[kind]
      if (file === undefined) continue
      const text = reportTexts[kind]({
        // Code scanning is told of known findings, as known.
        explored: kind === 'sarif' ? all : explored,
        plan,
        pages: walked,
        subject,
        trees,
        baseline: baseline ?? null,
        known,
        notCounted,
        language: texts.language,
        texts: exploreTexts,
        lineOf,
        replayFlags,
      })
      context.speaker.note(exploreTexts.wrote(writeFile(file, text, terminal)))
    }

    const complaints = complaintsOf(explored, plan, exploreTexts)
    if (explored.summary.pages > 0 && explored.summary.loaded === 0) {
      for (const notice of explored.notices)
        context.speaker.note(noticeLine(notice, exploreTexts, replayFlags))
      throw new WxauthError('ERR_NO_PAGE', { path: join(read.app.root, 'app.json'), isTried: true })
    }
    return {
      document: jsonDocument(explored, subject, exploreTexts, replayFlags),
      text: layout =>
        [
          ...editionLine(edition, libVersion, runTexts, layout),
          prettyReport(explored, {
            texts: exploreTexts,
            lineOf,
            verbose: flags.verbose ?? false,
            replayFlags,
            ...notCounted,
            ...layout,
          }),
        ].join('\n'),
      exit: complaints.length > 0 ? exitCodes.negative : exitCodes.success,
      complaints,
    }
  }
}

async function explanation({ texts }: Context, rule: string): Promise<Report> {
  const name = ruleNamed(rule)
  const exploreTexts = await texts.loadExplore()
  return {
    document: explainDocument(name, exploreTexts),
    text: ({ palette, columns }) => explainRule(name, exploreTexts, palette, columns),
    exit: exitCodes.success,
  }
}

async function fileOf(what: 'storage' | 'fixtures', path: string | undefined, { terminal }: Context) {
  return path === undefined ? undefined : jsonArgument(what, `@${path}`, terminal)
}

/** @throws WxauthError ERR_UNKNOWN_PAGE, ERR_NO_PAGE */
function pagesOf(
  named: readonly string[],
  { shard }: ExplorePlan,
  { app, facts }: ProgramRead,
): readonly string[] {
  const path = join(app.root, 'app.json')
  const [first] = facts.pages
  if (first === undefined) throw new WxauthError('ERR_NO_PAGE', { path })
  const wanted = new Set(named.map(page => page.replace(/^\/+/, '')))
  for (const page of wanted)
    if (!facts.pages.includes(page))
      throw new WxauthError('ERR_UNKNOWN_PAGE', {
        page,
        path,
        // A shell completes the names of files.
        near: nearest(page.replace(/\.\w+$/, ''), facts.pages),
      })
  const pages = wanted.size === 0 ? facts.pages : facts.pages.filter(page => wanted.has(page))
  return shard === undefined ? pages : pagesOfShard(pages, shard)
}

function complaintsOf(
  explored: Explored,
  { failOn, threshold }: ExplorePlan,
  texts: Awaited<ReturnType<Context['texts']['loadExplore']>>,
): readonly Complaint[] {
  const failing = explored.findings.filter(finding => fails(finding, failOn)).length
  const percent = percentReached(explored)
  return [
    ...(failing > 0 ? [{ message: texts.failed(failing) }] : []),
    ...(threshold !== undefined && percent < threshold
      ? [{ message: texts.belowThreshold(Math.floor(percent), threshold) }]
      : []),
  ]
}

/** Lines of the source, each file read once. */
function lineReader(directory: string) {
  const files = new Map<string, readonly string[]>()
  return ({ file, line }: { readonly file: string; readonly line: number }) => {
    const content = files.has(file) ? undefined : readRegularFile(join(directory, file))
    if (content !== undefined)
      files.set(file, 'bytes' in content ? content.bytes.toString('utf8').split(/\r?\n/) : [])
    return files.get(file)?.[line - 1]
  }
}
