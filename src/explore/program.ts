import { assemble, type Explored } from './explored.ts'
import type { RuleName } from './findings/rule.ts'
import type { PageResult } from './page.ts'
import type { Notice, SourceFacts } from './ports.ts'
import { shareOut } from './share-out.ts'
import { withoutIgnored } from './static/ignores.ts'
import { readSource } from './static/source.ts'

export interface Exploring {
  readonly facts: SourceFacts
  /** Names of guarded functions: `wx.getLocation`. */
  readonly apis: ReadonlySet<string>
  /** Of the source in the project: `miniprogram/`, or empty. */
  readonly root: string
  /** The pages to walk: all, those that were named, or a shard. */
  readonly pages: readonly string[]
  /** What could not be used of the project. */
  readonly notices: readonly Notice[]
  readonly ignored: ReadonlySet<RuleName>
  /** Each walks one page at a time. */
  readonly workers: readonly ((page: string) => Promise<PageResult>)[]
  readonly onProgress: (progress: Progress) => void
}

/** For a terminal: how far it is. */
export interface Progress {
  readonly done: number
  readonly of: number
  readonly paths: number
  readonly findings: number
}

/** Every page, and what comes of it. The number of workers and their order change nothing. */
export async function exploreProgram(exploring: Exploring): Promise<Explored> {
  const { facts, apis, root, pages, notices, ignored, workers, onProgress } = exploring
  const source = readSource(facts, apis, root)
  const results = await shareOut(pages, workers, progressOf(pages.length, onProgress))
  const isWhole = facts.pages.every(page => pages.includes(page))
  const explored = assemble(results, {
    pages: facts.pages,
    root,
    written: source.written,
    scripts: facts.scripts.map(({ file }) => file),
    apis,
    notices,
    inSource: source.findings.filter(({ rule, page }) => !ignored.has(rule) && pages.includes(page)),
  })
  const kept = withoutIgnored(explored.findings, source.ignores, isWhole && ignored.size === 0)
  return { ...explored, findings: kept.findings, notices: [...explored.notices, ...kept.notices] }
}

function progressOf(of: number, onProgress: Exploring['onProgress']) {
  let progress: Progress = { done: 0, of, paths: 0, findings: 0 }
  return ({ walked, judged }: PageResult) => {
    progress = {
      of,
      done: progress.done + 1,
      paths: progress.paths + walked.paths,
      findings: progress.findings + judged.findings.length,
    }
    onProgress(progress)
  }
}
