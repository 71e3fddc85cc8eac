import { assemble, type Explored } from '../../src/explore/explored.ts'
import type { NameSite } from '../../src/explore/findings/finding.ts'
import { explorePage } from '../../src/explore/page.ts'
import type { Notice } from '../../src/explore/ports.ts'
import { type DecisionTree, forest } from '../../src/explore/reports/tree.ts'
import { type FakeProgram, fakeRunner } from './fake-program.ts'
import { judging, limits } from './play.ts'

/** A program with something of every severity, and a page without faults. */
export const program: FakeProgram = {
  pages: {
    'pages/near/index': {
      open: [
        { op: 'ask', scope: 'scope.userLocation', line: 5, fail: [{ op: 'text', text: 'Nothing near' }] },
      ],
      elements: [
        {
          handler: 'locate',
          line: 3,
          ops: [
            {
              op: 'modal',
              line: 33,
              title: 'Find shops?',
              confirm: [{ op: 'run', name: 'ask' }],
              cancel: [],
            },
          ],
        },
      ],
      functions: { ask: [{ op: 'ask', scope: 'scope.camera', api: 'wx.authorize', line: 34, via: 9 }] },
    },
    'pages/about/index': {
      elements: [{ handler: 'more', line: 1, ops: [{ op: 'text', text: 'More' }] }],
    },
  },
}

const nameSite: NameSite = ({ line }) => ({ function: `at${line}`, nth: 1 })

export async function exploreSample(
  program_ = program,
  notices: readonly Notice[] = [],
): Promise<{
  readonly explored: Explored
  readonly trees: readonly DecisionTree[]
  readonly pages: readonly string[]
}> {
  const pages = Object.keys(program_.pages)
  const runner = fakeRunner(program_)
  const results = []
  const trees: DecisionTree[] = []
  for (const page of pages) {
    const { add, trees: grown } = forest('')
    const search = {
      page,
      runner,
      starts: ['undecided', 'rejected'],
      limits,
      hidden: false,
      guesses: false,
    } as const
    results.push(await explorePage({ ...search, judging: { ...judging(program_), nameSite }, watch: add }))
    trees.push(...grown())
  }
  const written = [
    { api: 'wx.authorize', file: 'utils/auth.js', line: 9, column: 3 },
    { api: 'wx.getLocation', file: 'pages/near/index.js', line: 5, column: 8 },
    { api: 'wx.chooseAddress', file: 'pages/near/index.js', line: 61, column: 8 },
  ]
  return {
    explored: assemble(results, {
      pages,
      root: '',
      written,
      apis: new Set(),
      notices,
      scripts: [],
      inSource: [],
    }),
    trees,
    pages,
  }
}
