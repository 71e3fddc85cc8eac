import { assemble, type Explored } from '../../src/explore/explored.ts'
import type { Judged, JudgeParts } from '../../src/explore/findings/judge.ts'
import { explorePage, type PageResult } from '../../src/explore/page.ts'
import { startUsers } from '../../src/explore/path.ts'
import type { Observation, SourceFacts } from '../../src/explore/ports.ts'
import type { PageSearch } from '../../src/explore/search/page.ts'
import { type FakePage, type FakeProgram, fakeRunner } from './fake-program.ts'

type Options = Partial<Pick<PageSearch, 'starts' | 'limits' | 'hidden' | 'guesses'>> & {
  readonly usage?: SourceFacts['usage']
  readonly watch?: (observation: Observation) => void
}

export const limits = { depth: 20, paths: 500 }

export function judging(program: FakeProgram, usage: SourceFacts['usage'] = null): JudgeParts {
  return {
    facts: { pages: Object.keys(program.pages), usage },
    nameSite: ({ line }) => ({ function: `at${line}`, nth: 1 }),
    root: '',
    ignored: new Set(),
  }
}

/** The pages of a program, in the order in which they are to be walked. */
export async function explorePages(
  program: FakeProgram,
  pages: readonly string[],
  { usage = null, watch = () => {}, ...options }: Options = {},
): Promise<readonly PageResult[]> {
  const runner = fakeRunner(program)
  const results: PageResult[] = []
  for (const page of pages)
    results.push(
      await explorePage({
        page,
        runner,
        starts: startUsers,
        limits,
        hidden: false,
        guesses: false,
        judging: judging(program, usage),
        watch,
        ...options,
      }),
    )
  return results
}

/** The whole of what was found, put together in the order of the program. */
export function together(program: FakeProgram, results: readonly PageResult[]): Explored {
  return assemble(results, {
    pages: Object.keys(program.pages),
    root: '',
    written: [],
    apis: new Set(),
    notices: [],
    scripts: [],
    inSource: [],
  })
}

/** What is found on one page. */
export async function judged(
  page: FakePage,
  options: Options & Pick<FakeProgram, 'launch'> = {},
): Promise<Judged> {
  const { launch = [], ...others } = options
  const [result] = await explorePages({ launch, pages: { 'pages/a/a': page } }, ['pages/a/a'], others)
  return result?.judged ?? { findings: [], always: [] }
}

/** `rule line` of each finding. */
export async function rulesFound(
  page: FakePage,
  options?: Parameters<typeof judged>[1],
): Promise<readonly string[]> {
  const { findings } = await judged(page, options)
  return findings.map(({ rule, line }) => `${rule} ${line}`).toSorted()
}
