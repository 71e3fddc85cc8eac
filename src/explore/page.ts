import { type Judged, type JudgeParts, judgePage } from './findings/judge.ts'
import type { Observation } from './ports.ts'
import { type PageSearch, type PageWalked, walkPage } from './search/page.ts'

/** What one page comes to. Plain data: a worker sends it. */
export interface PageResult {
  readonly walked: PageWalked
  readonly judged: Judged
}

export interface PageExploring extends Omit<PageSearch, 'visit'> {
  readonly judging: JudgeParts
  /** Sees every path with the fingerprints of what is wrong on it, for a report that draws them. */
  readonly watch?: (observation: Observation, wrong: readonly string[]) => void
}

/** Walks one page and judges its paths as they come, so that no path is kept. */
export async function explorePage({ judging, watch, ...search }: PageExploring): Promise<PageResult> {
  const judge = judgePage(judging)
  const walked = await walkPage({
    ...search,
    visit(observation, counts) {
      const wrong = judge.see(observation, counts)
      if (counts) watch?.(observation, wrong)
    },
  })
  return { walked, judged: judge.close(walked.cut > 0) }
}
