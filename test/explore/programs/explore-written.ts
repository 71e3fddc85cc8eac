import { guideCatalogue } from '../../../src/catalogue/editions/guide.ts'
import type { ExploreOrder, FromExplorer, ToExplorer } from '../../../src/cli/explore/conversation.ts'
import { explorer } from '../../../src/cli/explore/worker/explorer.ts'
import type { Explored } from '../../../src/explore/explored.ts'
import { startUsers } from '../../../src/explore/path.ts'
import { exploreProgram } from '../../../src/explore/program.ts'
import { written } from '../../pages/support/open.ts'

/** Asks an explorer in this thread, as a worker would be asked. */
export function explorerOf(
  directory: string,
  options: Partial<ExploreOrder> = {},
  hear: (message: FromExplorer) => void = () => {},
  ready: () => void = () => {},
) {
  let answer: FromExplorer | undefined
  const order: ExploreOrder = {
    directory,
    edition: 'guide',
    language: 'en',
    query: {},
    storage: undefined,
    fixtures: undefined,
    fixed: { perScope: {} },
    starts: startUsers,
    limits: { depth: 8, paths: 200 },
    hidden: false,
    ignored: [],
    draws: false,
    ...options,
  }
  const ask = explorer(
    order,
    message => {
      answer = message
      hear(message)
    },
    process,
    ready,
  )
  return async <T extends FromExplorer['type']>(
    message: ToExplorer,
    wanted: T,
  ): Promise<Extract<FromExplorer, { type: T }>> => {
    await ask(message)
    if (answer?.type !== wanted) throw new Error(JSON.stringify(answer))
    return answer as Extract<FromExplorer, { type: T }>
  }
}

/** Explores a program that is written for it, in this thread. */
export async function exploreWritten(
  files: Readonly<Record<string, string>>,
  options: Partial<ExploreOrder> = {},
): Promise<Explored> {
  const ask = explorerOf(written(files), options)
  const { facts, app } = await ask({ type: 'read' }, 'read')
  return exploreProgram({
    facts,
    apis: new Set([...guideCatalogue.guardedApis, 'wx.authorize']),
    root: app.root === '.' ? '' : `${app.root}/`,
    pages: facts.pages,
    notices: [],
    ignored: new Set(),
    workers: [async page => (await ask({ type: 'walk', page, endless: [] }, 'walked')).result],
    onProgress: () => {},
  })
}
