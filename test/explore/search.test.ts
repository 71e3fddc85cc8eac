import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgePage } from '../../src/explore/findings/judge.ts'
import type { PageResult } from '../../src/explore/page.ts'
import { type StartUser, startUsers } from '../../src/explore/path.ts'
import type { Observation } from '../../src/explore/ports.ts'
import { pagesOfShard, parseShard } from '../../src/explore/search/shard.ts'
import { parseToken, printToken } from '../../src/explore/token.ts'
import { type FakeProgram, fakeRunner, type Op } from './fake-program.ts'
import { explorePages, judging, limits, together } from './play.ts'

const line = fc.integer({ min: 1, max: 9 })
const scope = fc.constantFrom('scope.userLocation' as const, 'scope.camera' as const)

const { ops } = fc.letrec<{ ops: readonly Op[]; op: Op }>(tie => ({
  ops: fc.array(tie('op'), { maxLength: 3 }),
  op: fc.oneof(
    { maxDepth: 2 },
    fc.record({ op: fc.constant('text' as const), text: fc.constantFrom('', 'x', 'y') }),
    fc.record({ op: fc.constant('toast' as const), line, title: fc.constant('no') }),
    fc.record({ op: fc.constant('throw' as const), line, message: fc.constant('TypeError') }),
    fc.record({ op: fc.constant('loading' as const), line, on: fc.boolean() }),
    fc.record(
      {
        op: fc.constant('ask' as const),
        scope,
        line,
        via: line,
        ok: tie('ops'),
        fail: tie('ops'),
        promise: fc.constantFrom('handled' as const, 'dropped' as const, 'hangs' as const),
        picks: fc.constant(true as const),
      },
      { requiredKeys: ['op', 'scope', 'line'] },
    ),
    fc.record(
      {
        op: fc.constant('modal' as const),
        line,
        title: fc.constant('why'),
        confirm: tie('ops'),
        cancel: tie('ops'),
      },
      { requiredKeys: ['op', 'line', 'title'] },
    ),
    fc.record(
      { op: fc.constant('settings' as const), line, back: tie('ops') },
      { requiredKeys: ['op', 'line'] },
    ),
  ),
}))

const page = fc.record({
  open: ops,
  elements: fc.uniqueArray(
    fc.record(
      { handler: fc.constantFrom('tapA', 'tapB'), line, ops, when: fc.constantFrom('', 'x', 'y') },
      { requiredKeys: ['handler', 'line', 'ops'] },
    ),
    { maxLength: 3, selector: one => one.line },
  ),
})
const program: fc.Arbitrary<FakeProgram> = fc.record(
  { launch: ops, pages: fc.record({ 'pages/a/a': page, 'pages/b/b': page, 'pages/c/c': page }) },
  { requiredKeys: ['pages'] },
) as fc.Arbitrary<FakeProgram>

const routes = ['pages/a/a', 'pages/b/b', 'pages/c/c']
const runs = { numRuns: 25 }
const few = { limits: { depth: 4, paths: 12 } }

describe('The search', () => {
  test('Every path replays to itself, through its token', async () => {
    await fc.assert(
      fc.asyncProperty(program, async program => {
        const runner = fakeRunner(program)
        const seen: Observation[] = []
        await explorePages(program, routes, { ...few, watch: one => seen.push(one) })
        for (const observation of seen) {
          const path = parseToken(printToken(observation.path, ''), '')
          expect(path).toEqual(observation.path)
          expect(path === undefined ? undefined : await runner.play(path)).toEqual(observation)
        }
      }),
      runs,
    )
  })

  test('No path is walked twice', async () => {
    await fc.assert(
      fc.asyncProperty(program, async program => {
        const tokens: string[] = []
        await explorePages(program, routes, {
          ...few,
          watch: ({ path }) => tokens.push(printToken(path, '')),
        })
        expect(new Set(tokens).size).toBe(tokens.length)
      }),
      runs,
    )
  })

  test('The order of pages does not matter, and shards make the whole', async () => {
    await fc.assert(
      fc.asyncProperty(program, fc.shuffledSubarray(routes, { minLength: 3 }), async (program, order) => {
        const whole = together(program, await explorePages(program, routes, few))
        expect(together(program, await explorePages(program, order, few))).toEqual(whole)
        const shards = await Promise.all(
          [1, 2].map(index => explorePages(program, pagesOfShard(routes, { index, of: 2 }), few)),
        )
        expect(together(program, shards.flat())).toEqual(whole)
      }),
      runs,
    )
  })

  test('What is found from both users is what is found from each alone', async () => {
    // Whether anything leads to the settings, and what happens to everybody, only all paths of a page show.
    const found = (all: readonly PageResult[]) =>
      all
        .flatMap(({ judged }) => [...judged.findings, ...judged.always])
        .filter(({ rule }) => rule !== 'no-way-back')
        .map(({ fingerprint }) => fingerprint)
    const same = (all: readonly PageResult[]) => [...new Set(found(all))].toSorted()
    await fc.assert(
      fc.asyncProperty(program, async program => {
        const launch = { ...program, pages: { 'pages/a/a': program.pages['pages/a/a'] ?? {} } }
        const walk = (starts: readonly StartUser[]) => explorePages(launch, ['pages/a/a'], { ...few, starts })
        const alone = [...(await walk(['undecided'])), ...(await walk(['rejected']))]
        expect(same(await walk(startUsers))).toEqual(same(alone))
      }),
      runs,
    )
  })

  test('A finding’s token leads to it again', async () => {
    await fc.assert(
      fc.asyncProperty(program, async program => {
        const { findings } = together(program, await explorePages(program, routes, few))
        const runner = fakeRunner(program)
        for (const { replay, fingerprint } of findings) {
          const path = parseToken(replay, '')
          const judge = judgePage(judging(program))
          if (path !== undefined) judge.see(await runner.play(path), true)
          expect(judge.close().findings.map(one => one.fingerprint)).toContain(fingerprint)
        }
      }),
      runs,
    )
  })
})

const route = 'pages/a/a'
const question: Op = { op: 'modal', line: 1, title: 'a', confirm: [], cancel: [] }
const asking: Op = {
  op: 'ask',
  scope: 'scope.camera',
  line: 2,
  fail: [{ op: 'toast', line: 3, title: 'no' }],
}

async function walked(page: FakeProgram['pages'][string], options: Parameters<typeof explorePages>[2] = {}) {
  const tokens: string[] = []
  const watch = ({ path }: Observation) => tokens.push(printToken(path, ''))
  const [result] = await explorePages({ pages: { [route]: page } }, [route], { watch, ...options })
  return { tokens, ...result?.walked }
}

const undecided = { starts: ['undecided'] as const }

describe('The paths of a page', () => {
  test('branch where the user decides, shortest ways first', async () => {
    const { tokens } = await walked({ open: [asking] }, undecided)
    expect(tokens).toEqual(['pages/a/a~a', 'pages/a/a~r', 'pages/a/a~d'])
  })

  test('are walked once after two prefixes that lead to the same', async () => {
    const { tokens } = await walked({ open: [question, question] }, undecided)
    expect(tokens).toEqual(['pages/a/a~c.c', 'pages/a/a~n.c', 'pages/a/a~c.n'])
  })

  test('start from both users, and tap again', async () => {
    const {
      tokens,
      units,
      asking: units2,
    } = await walked({
      elements: [{ handler: 'locate', line: 3, ops: [asking] }],
    })
    expect(tokens).toEqual([
      'pages/a/a',
      'pages/a/a#locate@3:3~a',
      'pages/a/a#locate@3:3~r',
      'pages/a/a#locate@3:3~d.a',
      'pages/a/a#locate@3:3~d.r',
      'pages/a/a#locate@3:3~d.d',
      'pages/a/a#locate@3:3+rejected',
    ])
    expect([units, units2]).toEqual([2, 1])
  })

  test('start from both users where only what was decided is read, but never for nothing', async () => {
    const reads: Op = { op: 'read', scope: 'scope.camera' }
    const { tokens } = await walked({
      elements: [
        { handler: 'show', line: 3, ops: [{ op: 'text', text: 'more' }] },
        { handler: 'look', line: 4, ops: [reads], when: 'more' },
      ],
    })
    expect(tokens).toEqual([
      'pages/a/a',
      'pages/a/a#show@3:3',
      'pages/a/a#show@3:3#look@4:3',
      'pages/a/a#show@3:3#look@4:3+rejected',
    ])
  })

  test('go through the elements in the order of their places', async () => {
    const { tokens } = await walked(
      { elements: [10, 9, 2].map(line => ({ handler: `tap${line}`, line, ops: [] })) },
      undecided,
    )
    expect(tokens).toEqual(['pages/a/a', 'pages/a/a#tap2@2:3', 'pages/a/a#tap9@9:3', 'pages/a/a#tap10@10:3'])
  })

  test('reach what shows only after a tap', async () => {
    const { tokens } = await walked(
      {
        elements: [
          { handler: 'show', line: 1, ops: [{ op: 'text', text: 'more' }] },
          { handler: 'locate', line: 2, when: 'more', ops: [] },
        ],
      },
      undecided,
    )
    expect(tokens).toEqual(['pages/a/a', 'pages/a/a#show@1:3', 'pages/a/a#show@1:3#locate@2:3'])
  })

  test('end where another page opens: its elements are its own', async () => {
    const { tokens } = await walked(
      {
        open: [{ op: 'go', line: 1, page: 'pages/b/b' }],
        elements: [{ handler: 'other', line: 1, ops: [] }],
      },
      undecided,
    )
    expect(tokens).toEqual(['pages/a/a'])
  })

  test('leave out what a tap does not reach, and handlers that do not exist', async () => {
    const elements = [
      { handler: 'failed', line: 1, event: 'error', tag: 'camera', ops: [] },
      { handler: 'gone', line: 2 },
    ]
    expect((await walked({ elements }, undecided)).tokens).toEqual(['pages/a/a'])
  })

  test('include handlers that nothing shows, if asked', async () => {
    const hidden = { functions: { saveOri: [asking] } }
    expect((await walked(hidden, undecided)).tokens).toEqual(['pages/a/a'])
    const { tokens } = await walked(hidden, { ...undecided, hidden: true })
    expect(tokens).toContain('pages/a/a#saveOri+hidden~r')
  })

  test('call a handler by itself only if no state shows it', async () => {
    const page = {
      elements: [
        { handler: 'show', line: 1, ops: [{ op: 'text', text: 'more' }] },
        { handler: 'shown', line: 2, when: 'more', ops: [] },
        { handler: 'never', line: 3, when: 'no such text', ops: [] },
      ],
    } as const
    const { tokens } = await walked(page, { ...undecided, hidden: true })
    expect(tokens.filter(token => token.includes('+hidden'))).toEqual(['pages/a/a#never+hidden'])
  })

  test.each([
    { name: 'depth', limits: { ...limits, depth: 1 }, paths: 2, cut: 2 },
    { name: 'number', limits: { ...limits, paths: 2 }, paths: 2, cut: 1 },
  ])('are cut by their $name, and that is said', async ({ limits, paths, cut }) => {
    const result = await walked({ open: [question, question] }, { ...undecided, limits })
    expect({ paths: result.paths, cut: result.cut }).toEqual({ paths, cut })
  })

  test('with guessed data are walked only where they lead on', async () => {
    const { tokens } = await walked(
      { elements: [{ handler: 'locate', line: 3, ops: [asking] }] },
      { ...undecided, guesses: true },
    )
    expect(tokens.filter(token => token.includes('+guessed'))).toEqual(['pages/a/a+guessed'])
  })
})

describe('A shard', () => {
  test.each([
    { word: '1/1', shard: { index: 1, of: 1 } },
    { word: '2/3', shard: { index: 2, of: 3 } },
    { word: '0/3', shard: undefined },
    { word: '4/3', shard: undefined },
    { word: '1', shard: undefined },
    { word: '1/0', shard: undefined },
  ])('of $word', ({ word, shard }) => {
    expect(parseShard(word)).toEqual(shard)
  })
})
