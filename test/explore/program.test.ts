import { describe, expect, test } from 'vitest'
import { explorePage } from '../../src/explore/page.ts'
import type { Path } from '../../src/explore/path.ts'
import type { SourceFacts } from '../../src/explore/ports.ts'
import { exploreProgram, type Progress } from '../../src/explore/program.ts'
import { differenceFrom, differenceText } from '../../src/explore/replay.ts'
import { noticeText } from '../../src/explore/reports/words.ts'
import { pagesOfShard } from '../../src/explore/search/shard.ts'
import { shareOut } from '../../src/explore/share-out.ts'
import { sitesIn } from '../../src/explore/static/source.ts'
import { parseToken } from '../../src/explore/token.ts'
import { explore as texts } from '../../src/messages/en/explore.ts'
import { onOneLine } from '../../src/text/in-lines.ts'
import { type FakePage, type FakeProgram, fakeRunner } from './fake-program.ts'
import { explorePages, judging, limits, together } from './play.ts'

/** A helper that two pages share, and a fault in each of them. */
const page = (line: number): FakePage => ({
  elements: [
    { handler: 'locate', line: 3, ops: [{ op: 'ask', scope: 'scope.userLocation', line, via: 2 }] },
    {
      handler: 'save',
      line: 4,
      ops: [{ op: 'ask', scope: 'scope.camera', api: 'wx.chooseImage', line: 9, promise: 'dropped' }],
    },
  ],
})
const program: FakeProgram = { pages: { 'pages/z/z': page(5), 'pages/b/b': page(6), 'pages/c/c': page(7) } }
const all = Object.keys(program.pages)
const helper = { file: 'utils/auth.js', text: 'exports.ask = () =>\n  wx.getLocation({})\n' }

function explore(pages: readonly string[], jobs = 1, helperText = helper.text, progress: Progress[] = []) {
  const facts: SourceFacts = {
    pages: all,
    scripts: [{ ...helper, text: helperText }],
    templates: [],
    loads: Object.fromEntries(all.map(page => [page, [helper.file]])),
    usage: null,
  }
  const nameSite = sitesIn(facts)
  const runner = fakeRunner(program)
  const search = { runner, starts: ['undecided', 'rejected'], limits, hidden: false, guesses: false } as const
  const worker = (page: string) =>
    explorePage({ page, ...search, judging: { ...judging(program), nameSite } })
  return exploreProgram({
    facts,
    apis: new Set(['wx.getLocation']),
    root: '',
    pages,
    notices: [],
    ignored: new Set(),
    workers: Array.from({ length: jobs }, () => worker),
    onProgress: one => progress.push(one),
  })
}

describe('A program', () => {
  test('has one finding for one cause, at the first page, however many pages share it', async () => {
    const { findings, summary } = await explore(all)
    expect(findings.map(({ rule, file, line }) => `${rule} ${file}:${line}`)).toEqual([
      'no-fail-handler pages/z/z.js:5',
      'unhandled-rejection pages/z/z.js:9',
      'unhandled-rejection pages/b/b.js:9',
      'unhandled-rejection pages/c/c.js:9',
    ])
    expect(findings[0]?.related.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'pages/b/b.js:6',
      'pages/c/c.js:7',
      'utils/auth.js:2',
    ])
    expect(findings[0]?.fingerprint).toBe('no-fail-handler|utils/auth.js|ask|wx.getLocation|1')
    expect(summary.calls).toEqual({ written: 1, reached: 1 })
  })

  test('is the same with any number of workers', async () => {
    expect(await explore(all, 3)).toEqual(await explore(all))
  })

  test('Shards found by fingerprint are the whole', async () => {
    const whole = await explore(all)
    const shards = await Promise.all([1, 2].map(index => explore(pagesOfShard(all, { index, of: 2 }))))
    const prints = shards.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint))
    expect([...new Set(prints)].toSorted()).toEqual(
      whole.findings.map(({ fingerprint }) => fingerprint).toSorted(),
    )
  })

  test('says how far it is', async () => {
    const progress: Progress[] = []
    await explore(all, 1, helper.text, progress)
    expect(progress.map(({ done, of }) => `${done}/${of}`)).toEqual(['1/3', '2/3', '3/3'])
  })

  test('goes on where a unit never ends, and names it', async () => {
    const hanging: FakeProgram = {
      pages: {
        'pages/h/h': { elements: [{ handler: 'spin', line: 3, ops: [{ op: 'hang' }] }] },
        'pages/z/z': page(5),
      },
    }
    const results = await explorePages(hanging, Object.keys(hanging.pages))
    const { notices, findings } = together(hanging, results)
    expect(notices.map(notice => onOneLine(noticeText(notice, texts)))).toEqual([
      'The program never comes to an end here. See it: wxauth explore --replay pages/h/h#spin@3:3',
    ])
    expect(findings.map(({ rule }) => rule)).toContain('no-fail-handler')
  })

  test('heeds a comment at the wrapper', async () => {
    const text = 'exports.ask = () =>\n  wx.getLocation({}) // wxauth-ignore no-fail-handler: optional\n'
    const { findings, notices } = await explore(all, 1, text)
    expect(findings.map(({ rule }) => rule)).not.toContain('no-fail-handler')
    expect(notices).toEqual([])
  })
})

test('shareOut keeps the order of the items, whoever is first', async () => {
  const slow = async (item: number) => {
    await new Promise(resolve => setTimeout(resolve, item === 1 ? 20 : 1))
    return item * 2
  }
  expect(await shareOut([1, 2, 3, 4], [slow, slow])).toEqual([2, 4, 6, 8])
})

describe('A replay in a program that has changed', () => {
  test.each([
    { token: 'pages/z/z#locate@3:3~r', says: undefined },
    { token: 'pages/z/z#locate@8:3~r', says: 'No element that is shown calls locate any more.' },
    { token: 'pages/z/z#locate@3:3~c', says: 'Choice 1 was of the kind modal; now it is popup.' },
    { token: 'pages/z/z#locate@3:3~r.a', says: 'Choice 2 of the kind popup no longer comes.' },
    { token: 'pages/z/z#locate@3:3~d.d.p', says: 'Choice 3 of the kind picker no longer comes.' },
  ])('$token: $says', async ({ token, says }) => {
    const wanted = parseToken(token, '') as Path
    const difference = differenceFrom(wanted, await fakeRunner(program).play(wanted))
    expect(difference && differenceText(difference, texts)).toBe(says)
  })

  test('says which answers are left', async () => {
    const wanted = parseToken('pages/z/z#locate@3:3~a', '') as Path
    const decisions = [{ kind: 'popup', answer: 'never' }] as const
    const difference = differenceFrom({ ...wanted, decisions }, await fakeRunner(program).play(wanted))
    expect(difference && differenceText(difference, texts)).toBe(
      'At choice 1 "never" cannot be chosen any more, only accept, reject, dismiss.',
    )
  })
})
