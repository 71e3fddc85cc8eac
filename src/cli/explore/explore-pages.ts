import type { Explored } from '../../explore/explored.ts'
import { byPlace, compare } from '../../explore/order.ts'
import type { Notice } from '../../explore/ports.ts'
import { exploreProgram, type Progress } from '../../explore/program.ts'
import type { DecisionTree } from '../../explore/reports/tree.ts'
import type { RunTexts } from '../../messages/texts.ts'
import type { Notice as PageNotice } from '../../pages/ports.ts'
import { collectNotices } from '../../pages/source/notices.ts'
import { noticeText } from '../run/notices.ts'
import type { ExploreOrder, ProgramRead } from './conversation.ts'
import { type Explorer, explorerThread } from './explorer-pool.ts'

interface Parts {
  readonly order: ExploreOrder
  readonly read: ProgramRead
  /** Who has read the program; it goes on with the first page. */
  readonly first: Explorer
  readonly pages: readonly string[]
  readonly jobs: number
  readonly apis: ReadonlySet<string>
  readonly texts: RunTexts
  readonly pathBegins: () => void
  readonly onProgress: (progress: Omit<Progress, 'paths'>) => void
}

/** Explores pages in threads, each one page at a time. */
export async function explorePages(parts: Parts) {
  const { order, read, first, pages, jobs, apis, texts, pathBegins, onProgress } = parts
  const { root } = read.app
  const notices = new Map<string, readonly PageNotice[]>()
  const trees = new Map<string, readonly DecisionTree[]>()
  onProgress({ done: 0, of: pages.length, findings: 0 })
  const others = Array.from({ length: Math.min(jobs, pages.length) - 1 }, () =>
    explorerThread(order, pathBegins),
  )
  const explorers = [first, ...others]
  try {
    const explored = await exploreProgram({
      facts: read.facts,
      apis,
      root: root === '.' ? '' : `${root}/`,
      pages,
      notices: [],
      ignored: new Set(order.ignored),
      workers: explorers.map(explorer => async (page: string) => {
        const walked = await explorer.walk(page)
        trees.set(page, walked.trees)
        notices.set(page, walked.notices)
        return walked.result
      }),
      onProgress,
    })
    const told = onePerCause(pages.flatMap(page => notices.get(page) ?? []))
      .filter(isTold)
      .toSorted(inOrder)
      .map(notice => noticeOf(notice, texts))
    return {
      explored: { ...explored, notices: [...told, ...explored.notices] } satisfies Explored,
      trees: pages.flatMap(page => trees.get(page) ?? []),
    }
  } finally {
    await Promise.all(explorers.map(({ end }) => end()))
  }
}

/** What an API of the host lacks is nothing of the project, and paths do not meet every handler that is missing. */
const isTold = ({ code }: PageNotice) => code !== 'api-not-emulated' && code !== 'handler-missing'

/** Each thread has met a cause for itself: the first of the pages says where it is, whoever walked it. */
function onePerCause(notices: readonly PageNotice[]): readonly PageNotice[] {
  const { add, all } = collectNotices()
  for (const notice of notices) add(notice)
  return all()
}

function noticeOf(notice: PageNotice, texts: RunTexts): Notice {
  const { code, file = null, line = null, column = null } = notice
  return { code, file, line, column, facts: { message: noticeText(notice, texts) } }
}

function inOrder(a: PageNotice, b: PageNotice): number {
  const place = ({ file = '', line = 0, column = 0 }: PageNotice) => ({ file, line, column })
  return byPlace(place(a), place(b)) || compare(a.code, b.code) || compare(a.subject ?? '', b.subject ?? '')
}
