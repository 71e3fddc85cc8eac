import ajvDraft04 from 'ajv-draft-04'
import axe from 'axe-core'
import { HtmlValidate } from 'html-validate'
import { describe, expect, test } from 'vitest'
import sarifSchema from '../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with {
  type: 'json',
}
import type { Explored } from '../../src/explore/explored.ts'
import { baselineDocument, compareWith, parseBaseline } from '../../src/explore/reports/baseline.ts'
import { fails, percentReached } from '../../src/explore/reports/counting.ts'
import { explorePageHtml } from '../../src/explore/reports/html/page.ts'
import { jsonDocument } from '../../src/explore/reports/json.ts'
import { junitReport } from '../../src/explore/reports/junit.ts'
import { prettyReport } from '../../src/explore/reports/pretty.ts'
import { sarifLog } from '../../src/explore/reports/sarif.ts'
import { explore as english } from '../../src/messages/en/explore.ts'
import { languageNames } from '../../src/messages/language-names.ts'
import { explore as chinese } from '../../src/messages/zh-CN/explore.ts'
import { plainPalette } from '../../src/text/color.ts'
import { widthOf } from '../../src/text/width.ts'
import { openHtml, readHtml, readXml } from '../support/dom.ts'
import type { FakeProgram } from './fake-program.ts'
import { exploreSample, program } from './sample.ts'

const textsIn = { en: english, 'zh-CN': chinese }
const notice = {
  code: 'ignore-unused',
  file: 'pages/near/index.js',
  line: 7,
  column: 3,
  facts: { rule: 'no-way-back' },
}
const { explored, trees, pages } = await exploreSample(program, [notice])
const app = { appid: 'wx1', name: 'Shops', root: '' }

const hostile = '\u202e<script>alert(1)</script>&"\u0001]]>'
const hostileProgram: FakeProgram = {
  pages: {
    'pages/near/index': {
      elements: [
        {
          handler: 'locate',
          line: 3,
          ops: [
            { op: 'modal', line: 4, title: hostile, cancel: [] },
            { op: 'ask', scope: 'scope.camera', line: 5, fail: [{ op: 'throw', line: 6, message: hostile }] },
            { op: 'text', text: hostile },
          ],
        },
      ],
    },
  },
}
const bad = await exploreSample(hostileProgram)

const pretty = {
  lineOf: () => '    wx.authorize({})',
  verbose: false,
  known: 0,
  gone: 0,
  ignored: [],
  palette: plainPalette,
}

describe('The pretty report', () => {
  test('tells the worst first: the line, the way to it, how to fix it, and what was reached', () => {
    expect(prettyReport(explored, { ...pretty, texts: english, columns: Number.POSITIVE_INFINITY })).toBe(
      `error no-fail-handler pages/near/index.js:34:8
  wx.authorize is refused, and nothing hears it.
    34 | wx.authorize({})
       |    ^
  It happens in utils/auth.js:9:3.
   1 Open pages/near/index
   2 Popup for scope.userLocation: Allow
   3 Tap "locate" (locate)
   4 Modal "Find shops?": confirm
   5 Popup for scope.camera: Reject
  Fix: Add a fail callback that shows what works without it, and a way to the settings.
  See it: wxauth explore --replay pages/near/index#locate@3:3~a.c.r

1 error, 0 warnings, 2 info.
2 findings of severity info: list them with --verbose.
2 of 2 pages loaded, 4 units tried, 2 of them need authorization; 46 paths.
2 of 3 guarded calls in the source ran.
Not reached:
  wx.chooseAddress pages/near/index.js:61
Notices:
  pages/near/index.js:7:3 Nothing breaks no-way-back here: remove this comment.`,
    )
  })

  test.each([
    { code: '  wx.authorize({})', column: 3, columns: 50, line: 'wx.authorize({})', under: 'w' },
    {
      code: `  wx.authorize({ ${'x'.repeat(200)} })`,
      column: 6,
      columns: 40,
      line: 'wx.authorize({ xxxxxxxxxxxxxxx…',
      under: 'a',
    },
    {
      code: `${'x'.repeat(300)}wx.login()`,
      column: 304,
      columns: 40,
      line: '…xxxxxxxxxxxxxxxxxwx.login()',
      under: 'l',
    },
    {
      code: `${'授权'.repeat(90)}wx.login()`,
      column: 184,
      columns: 40,
      line: '…授权授权授权授权wx.login()',
      under: 'l',
    },
    { code: '\t<a b="c" \td="e">', column: 12, columns: 50, line: '<a b="c"  d="e">', under: 'd' },
    { code: `a()${'😀'.repeat(80)}`, column: 1, columns: 20, line: 'a()😀😀😀😀😀😀😀😀😀😀…', under: 'a' },
  ])('shows the part of the line around the place: $line', ({ code, column, columns, line, under }) => {
    const one = { ...explored, findings: explored.findings.slice(0, 1).map(one => ({ ...one, column })) }
    const text = prettyReport(one, { ...pretty, lineOf: () => code, texts: english, columns })
    const lines = text.split('\n')
    const at = lines.findIndex(one => /^ +34 \|/.test(one))
    expect(lines[at]?.slice(9)).toBe(line)
    const mark = widthOf(lines[at + 1]?.split('^')[0] ?? '')
    const before = [...(lines[at] ?? '')].reduce(
      ({ width, found }, character) =>
        width === mark ? { width, found: found ?? character } : { width: width + widthOf(character), found },
      { width: 0, found: undefined as string | undefined },
    )
    expect(before.found).toBe(under)
  })

  test.each([
    { api: 'wx.getLocation', fix: 'Add a fail callback that shows' },
    { api: 'RecorderManager.start', fix: 'Add onError to the recorder' },
    { api: 'camera', fix: 'Add binderror to the <camera>' },
    { api: 'button', fix: 'Add bindgetuserinfo to the button' },
    { api: 'wx.chooseLocation', scope: null, fix: 'Add a fail callback that shows what works without it.' },
    { rule: 'silent-refusal', api: 'button', fix: 'The next tap on the button asks again' },
    { rule: 'silent-refusal', api: 'wx.getLocation', fix: 'offer a button that leads to the settings' },
  ] as const)('says how to fix what is called: $rule $api', ({ fix, ...facts }) => {
    const one = { ...explored, findings: explored.findings.slice(0, 1).map(one => ({ ...one, ...facts })) }
    const columns = Number.POSITIVE_INFINITY
    expect(prettyReport(one, { ...pretty, texts: english, columns })).toMatch(
      new RegExp(`Fix: .*${fix.replace('.', '\\.')}`),
    )
    const html = explorePageHtml(one, { language: 'en', texts: english, app, trees: [], ...pretty })
    expect(readHtml(html).querySelector('#finding-1')?.textContent).toContain(fix)
  })

  test('lists as many notices as one reads, what kept a page from opening among them', () => {
    const many = Array.from({ length: 30 }, (_, at) => ({ ...notice, line: at + 1 }))
    const facts = { page: 'pages/near/index', reason: 'x' }
    const notices = [...many, { code: 'page-not-opened', file: null, line: null, column: null, facts }]
    const lines = (verbose: boolean) =>
      prettyReport({ ...explored, notices }, { ...pretty, verbose, texts: english, columns: 100 })
        .split('Notices:\n')[1]
        ?.split('\n')
    expect(lines(false)).toHaveLength(11)
    expect(lines(false)?.slice(-2)).toEqual([
      '  The page pages/near/index could not be opened: "x"',
      '  21 more notices: list all with --verbose.',
    ])
    expect(lines(true)).toHaveLength(31)
  })

  test('says that the user starts with everything refused', () => {
    const findings = explored.findings.slice(0, 1).map(one => ({ ...one, start: 'rejected' as const }))
    const refused = { ...explored, findings }
    const said = 'The user has refused everything before.'
    const text = prettyReport(refused, { ...pretty, texts: english, columns: 100 })
    expect(text).toContain(`     ${said}\n   1 Open pages/near/index\n`)
    expect(junitReport(refused, { pages, failOn: 'error', texts: english })).toContain(said)
    expect(JSON.stringify(sarifLog(refused, { texts: english, version: '1', baseline: null }))).toContain(
      said,
    )
    expect(prettyReport(explored, { ...pretty, texts: english, columns: 100 })).not.toContain(said)
  })

  test('tells the fix of what has no fail callback', () => {
    const told = (api: string) =>
      prettyReport(
        { ...explored, findings: explored.findings.slice(0, 1).map(one => ({ ...one, api })) },
        { ...pretty, texts: english, columns: 200 },
      )
    expect(told('camera')).toContain('<camera> is refused, and nothing hears it.')
    expect(told('camera')).toContain('Fix: Add binderror to the <camera>')
    expect(told('button')).toContain('Fix: Add bindgetuserinfo')
    expect(told('wx.getLocation')).toContain('Fix: Add a fail callback')
  })

  test('lists info with --verbose', () => {
    const parts = { ...pretty, texts: english, columns: 100, verbose: true }
    const text = prettyReport(explored, parts)
    expect(text).toContain('info asks-on-load pages/near/index.js:5:8')
    expect(text).toContain('\n   2 Popup for scope.userLocation: Allow\n')
    // Where opening the page is enough, nothing is tapped.
    expect(text).toContain('--replay pages/near/index~a')
  })

  test('only counts what goes wrong for everybody, until it is asked for', () => {
    const always = { ...notice, code: 'always', line: 8, facts: { rule: 'stuck-loading' } }
    const told = (verbose: boolean) =>
      prettyReport(
        { ...explored, notices: [notice, always] },
        { ...pretty, texts: english, columns: 200, verbose },
      )
    expect(told(false)).toContain(
      '1 thing also goes wrong if the user allows everything: list with --verbose.',
    )
    expect(told(false)).not.toContain('index.js:8:3')
    expect(told(true)).toContain('index.js:8:3 stuck-loading is broken here even if')
    expect(told(true)).not.toContain('1 thing')
  })

  test.each(languageNames)('fits the window, but never breaks a command: %s', language => {
    const text = prettyReport(explored, { ...pretty, texts: textsIn[language], columns: 50, verbose: true })
    const wide = text.split('\n').filter(line => widthOf(line) > 50)
    expect(wide.filter(line => !/--replay|^ *\d+ \||^ {2}wx\.|^error|^info|^错误|^提示/.test(line))).toEqual(
      [],
    )
  })

  test('shows nothing that a terminal acts on', () => {
    const parts = { ...pretty, lineOf: () => hostile, texts: english, columns: 80 }
    const text = prettyReport(bad.explored, parts)
    for (const character of ['\u0001', '\u202e']) expect(text).not.toContain(character)
  })
})

test('The JSON document has the keys that the README lists', () => {
  const document = jsonDocument(explored, { edition: 'guide', app }, english)
  expect(Object.keys(document)).toEqual([
    'version',
    'edition',
    'app',
    'summary',
    'unreached',
    'notices',
    'findings',
  ])
  expect(document.summary).toEqual({
    pages: 2,
    loaded: 2,
    units: 4,
    asking: 2,
    paths: 46,
    cut: 0,
    calls: { written: 3, reached: 2 },
  })
  const [first] = document.findings
  expect(first).toMatchObject({
    rule: 'no-fail-handler',
    severity: 'error',
    file: 'pages/near/index.js',
    line: 34,
    column: 8,
    page: 'pages/near/index',
    handler: 'locate',
    api: 'wx.authorize',
    scope: 'scope.camera',
    start: 'undecided',
    message: 'wx.authorize is refused, and nothing hears it.',
    reached: 'visible',
    also: [],
    related: [{ file: 'utils/auth.js', line: 9, column: 3 }],
    replay: 'pages/near/index#locate@3:3~a.c.r',
    fingerprint: 'no-fail-handler|utils/auth.js|at9|wx.authorize|1',
  })
})

describe('SARIF', () => {
  const validate = new ajvDraft04.default({
    strict: false,
    validateFormats: false,
    allErrors: true,
    // The schema has a pattern that only the old syntax allows.
    unicodeRegExp: false,
  }).compile(sarifSchema)

  test.each([
    { name: 'of a program', of: explored, baseline: null },
    {
      name: 'with a baseline',
      of: explored,
      baseline: new Map([[explored.findings[0]?.fingerprint ?? '', {}]]),
    },
    { name: 'of hostile texts', of: bad.explored, baseline: null },
    { name: 'of nothing', of: { ...explored, findings: [], notices: [] }, baseline: null },
  ])('is valid by its schema: $name', ({ of, baseline }) => {
    for (const language of languageNames) {
      const log = sarifLog(of, { texts: textsIn[language], version: '1.2.3', baseline })
      validate(JSON.parse(JSON.stringify(log)))
      expect(validate.errors).toBeNull()
    }
  })

  test('tells the way as a code flow that ends at the finding', () => {
    const log = sarifLog(explored, { texts: english, version: '1.2.3', baseline: null })
    const result = log.runs[0]?.results[0]
    const lines = result?.codeFlows[0]?.threadFlows[0]?.locations.map(
      ({ location }) => `${location.physicalLocation.region.startLine} ${location.message.text}`,
    )
    expect(lines).toEqual([
      '34 Open pages/near/index',
      '5 Popup for scope.userLocation: Allow',
      '3 Tap "locate" (locate)',
      '33 Modal "Find shops?": confirm',
      '9 Popup for scope.camera: Reject',
      '34 wx.authorize is refused, and nothing hears it.',
    ])
  })

  test('calls info a note', () => {
    const log = sarifLog(explored, { texts: english, version: '1.2.3', baseline: null })
    expect(log.runs[0]?.results.map(({ level }) => level)).toEqual(['error', 'note', 'note'])
  })
})

describe('JUnit', () => {
  test('has a suite for each page, and a failure for what counts', () => {
    const document = readXml(junitReport(explored, { pages, failOn: 'error', texts: english }))
    const suites = [...document.querySelectorAll('testsuite')].map(suite => [
      suite.getAttribute('name'),
      suite.getAttribute('tests'),
      suite.getAttribute('failures'),
      suite.querySelectorAll('testcase').length,
    ])
    expect(suites).toEqual([
      ['pages/near/index', '3', '1', 3],
      ['pages/about/index', '1', '0', 1],
      ['wxauth explore', '0', '0', 0],
    ])
    expect(document.querySelector('failure')?.getAttribute('type')).toBe('no-fail-handler')
    expect(document.querySelector('failure')?.textContent).toContain(
      '--replay pages/near/index#locate@3:3~a.c.r',
    )
  })

  test('is well-formed whatever the program says', () => {
    const document = readXml(junitReport(bad.explored, { pages: bad.pages, failOn: 'error', texts: english }))
    expect(document.querySelector('failure')?.getAttribute('message')).toContain('\\u{202e}<script>')
  })
})

/** A program in which nothing is found, and what makes that say less. */
const faultless: Explored = { ...explored, findings: [], notices: [], unreached: [] }
const withSummary = (summary: Partial<Explored['summary']>, others: Partial<Explored> = {}): Explored => ({
  ...faultless,
  ...others,
  summary: { ...faultless.summary, ...summary },
})
const nothingIgnored = { known: 0, gone: 0, ignored: [] }
const loop = { code: 'endless-loop', file: 'a.wxml', line: 1, column: 1, facts: { replay: 'a#b@1:1' } }
const verdicts = [
  { of: 'nothing', explored: faultless, begins: 'Nothing found.', says: '', isGreen: true },
  {
    of: 'known findings only',
    explored: faultless,
    not: { known: 2, gone: 0 },
    begins: 'Nothing new: 2 known findings do not count.',
    says: '',
  },
  {
    of: 'known findings, of which one is gone',
    explored: faultless,
    not: { known: 1, gone: 1 },
    begins: 'Nothing new: 1 known finding does not count.',
    says: '1 finding of the baseline is gone: update it with --update-baseline.',
  },
  {
    of: 'known findings beside new ones',
    explored: { ...explored, notices: [] },
    not: { known: 3, gone: 0 },
    begins: '1 error, 0 warnings, 2 info.',
    says: '3 known findings do not count.',
  },
  {
    of: 'a rule that is left out',
    explored: faultless,
    not: { ignored: ['no-way-back', 'asks-on-load'] },
    begins: 'Nothing found.',
    says: 'Left out by --ignore: no-way-back, asks-on-load.',
    isGreen: true,
  },
  {
    of: 'few calls that ran',
    explored: withSummary({ calls: { written: 9, reached: 2 } }),
    begins: 'Nothing found, but not everything could be tried.',
    says: 'Most guarded calls never ran',
  },
  {
    of: 'no call that ran',
    explored: withSummary({ calls: { written: 9, reached: 0 } }),
    begins: 'Nothing found, but not everything could be tried.',
    says: 'No guarded call ran',
  },
  {
    of: 'a program that asks for nothing',
    explored: withSummary({ asking: 0, calls: { written: 0, reached: 0 } }),
    begins: 'Nothing found.',
    says: 'Nothing that was explored needs authorization.',
    isGreen: true,
  },
  {
    of: 'limits',
    explored: withSummary({ cut: 4 }),
    begins: 'Nothing found, but not everything could be tried.',
    says: 'The limits left out 4 paths',
  },
  {
    of: 'a page that was not loaded',
    explored: withSummary({ loaded: 1 }, { unloaded: ['pages/about/index'] }),
    begins: 'Nothing found, but not everything could be tried.',
    says: 'Not loaded: pages/about/index.',
  },
  {
    of: 'a loop without an end',
    explored: { ...faultless, notices: [loop] },
    begins: 'Nothing found, but not everything could be tried.',
    says: '1 unit never came to an end',
  },
  {
    of: 'a part without pages',
    explored: withSummary({ pages: 0, loaded: 0 }),
    begins: 'There is no page in this part of the program.',
    says: '',
  },
] as const

describe.each(verdicts)('A result of $of', ({ explored, begins, says, ...row }) => {
  const not = { ...nothingIgnored, ...('not' in row ? row.not : {}) }
  const palette = { ...plainPalette, good: (text: string) => `green(${text})` }

  test('looks as good as it is', () => {
    const text = prettyReport(explored, { ...pretty, ...not, palette, texts: english, columns: 200 })
    const [first = '', ...lines] = text.split('\n\n').at(-1)?.split('\n') ?? []
    expect(first).toBe('isGreen' in row ? `green(${begins})` : begins)
    expect(lines.join('\n')).toContain(says)
    expect(lines.filter(line => line === begins)).toEqual([])
  })

  test('says the same in HTML', () => {
    const html = explorePageHtml(explored, {
      language: 'en',
      texts: english,
      app,
      trees: [],
      lineOf: () => undefined,
      ...not,
    })
    const text = readHtml(html).querySelector('body')?.textContent ?? ''
    for (const part of [begins, says]) expect(text).toContain(part)
  })
})

test('Every report says how many guarded calls ran, and which did not', () => {
  const missed = { api: 'wx.chooseAddress', file: 'pages/a/a.js', line: 9, column: 3 }
  const half = withSummary({ calls: { written: 2, reached: 1 } }, { unreached: [missed] })
  const reports = [
    junitReport(half, { pages, failOn: 'error', texts: english }),
    JSON.stringify(sarifLog(half, { texts: english, version: '1.2.3', baseline: null })),
    explorePageHtml(half, { language: 'en', texts: english, app, trees: [], ...pretty }),
  ]
  for (const report of reports) {
    expect(report).toContain('1 of 2 guarded calls in the source ran.')
    expect(report).toContain('wx.chooseAddress pages/a/a.js:9')
  }
})

test('The page of HTML ends with the command that was run', () => {
  const replayFlags = ['--project', 'shop', '--query', 'id=1']
  const html = explorePageHtml(explored, {
    language: 'en',
    texts: english,
    app,
    trees: [],
    ...pretty,
    replayFlags,
  })
  expect(readHtml(html).querySelector('footer code')?.textContent).toBe(
    'wxauth explore --project shop --query id=1',
  )
})

describe('What was not tried', () => {
  const partly = withSummary({ loaded: 1, cut: 2 }, { unloaded: ['pages/about/index'], notices: [loop] })

  test('passes no test of JUnit', () => {
    const [known] = explored.findings
    const document = readXml(
      junitReport(partly, {
        pages,
        failOn: 'error',
        texts: english,
        known: known === undefined ? [] : [known],
      }),
    )
    const cases = [...document.querySelectorAll('testcase')].map(one => [
      one.getAttribute('classname'),
      one.getAttribute('name'),
      one.querySelector('skipped')?.getAttribute('message') ?? 'passes',
    ])
    expect(cases).toEqual([
      ['pages/near/index', 'Nothing new: 1 known finding does not count.', 'passes'],
      ['pages/about/index', 'pages-not-loaded', 'Not loaded: pages/about/index.'],
      ['wxauth explore', 'pages-not-loaded', 'Not loaded: pages/about/index.'],
      ['wxauth explore', 'endless-loop', '1 unit never came to an end, so what follows was not tried.'],
      ['wxauth explore', 'paths-left-out', 'The limits left out 2 paths: raise --max-depth or --max-paths.'],
    ])
    const all = document.querySelector('testsuites')
    expect(['tests', 'failures', 'skipped'].map(name => all?.getAttribute(name))).toEqual(['5', '0', '4'])
  })

  test('is a warning of the tool in SARIF, and an endless loop a note with its place', () => {
    const log = sarifLog(partly, {
      texts: english,
      version: '1.2.3',
      baseline: null,
      replayFlags: ['--pick', 'ok'],
    })
    const told = log.runs[0]?.invocations[0]?.toolExecutionNotifications ?? []
    expect(told.map(({ level, descriptor }) => `${level} ${descriptor.id}`)).toEqual([
      'warning pages-not-loaded',
      'warning paths-left-out',
      'note calls-reached',
      'note endless-loop',
    ])
    expect(told[3]?.message.text).toContain('wxauth explore --pick ok --replay a#b@1:1')
  })
})

interface WithAxe {
  readonly axe: {
    run(of: unknown, options: object): Promise<{ readonly violations: readonly { readonly id: string }[] }>
  }
}

describe('The page of HTML', () => {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:a11y'] })
  const pagesOf = languageNames.flatMap(language => [
    { language, name: 'a program', sample: { explored, trees } },
    { language, name: 'hostile texts', sample: bad },
  ])
  const make = (language: (typeof languageNames)[number], { explored, trees }: Omit<typeof bad, 'pages'>) =>
    explorePageHtml(explored, {
      language,
      texts: textsIn[language],
      app,
      trees,
      lineOf: () => '\twx.authorize({ <\u202e })',
      known: 0,
      gone: 0,
      ignored: [],
    })

  test.each(pagesOf)('is valid, in $language, of $name', async ({ language, sample }) => {
    const { results } = await validator.validateString(make(language, sample))
    expect(results.flatMap(({ messages }) => messages.map(one => `${one.line} ${one.ruleId}`))).toEqual([])
  })

  test('shows the line of each finding, safe to read', () => {
    const code = readHtml(make('en', { explored, trees })).querySelector('#finding-1 pre')
    expect(code?.textContent).toBe('wx.authorize({ <\\u{202e} })')
  })

  test.each(pagesOf)('leaves axe nothing to find, in $language, of $name', async ({ language, sample }) => {
    const window = openHtml(make(language, sample))
    window.eval(axe.source)
    // Colors need a real browser.
    const { violations } = await (window as unknown as WithAxe).axe.run(window.document, {
      rules: { 'color-contrast': { enabled: false } },
    })
    expect(violations.map(({ id }) => id)).toEqual([])
  })

  test('needs no other file and no script, and its links lead somewhere', () => {
    const document = readHtml(make('en', bad))
    expect(document.querySelectorAll('script, link, img, iframe, [src], [style]')).toHaveLength(0)
    const links = [...document.querySelectorAll('a')].map(link => link.getAttribute('href') ?? '')
    expect(links.filter(link => document.querySelector(link) === null)).toEqual([])
  })

  test('draws the decisions of each unit, red where they end badly', () => {
    const document = readHtml(make('en', { explored, trees }))
    const open = [...document.querySelectorAll('details.tree[open] > summary')].map(one => one.textContent)
    expect(open).toContain(
      'Open pages/near/index · Tap locate (pages/near/index.wxml:3:3) · A user who decided nothing ✘',
    )
    // Where there is nothing to decide, there is no tree.
    expect(document.querySelector('#trees')?.textContent).not.toContain('pages/about/index')
    const ends = [...document.querySelectorAll('.end.bad')].map(one => one.textContent)
    expect(ends).toContain('✘ no-fail-handler')
    expect(document.querySelector('.end.good')?.textContent).toBe('✔ ends well')
    expect(document.querySelector('.screen')?.textContent).toContain('Nothing near')
  })
})

describe('A baseline', () => {
  const [first, ...others] = explored.findings
  const baseline = parseBaseline(JSON.parse(JSON.stringify(baselineDocument(explored.findings))))

  test('knows what it was made of', () => {
    expect(baseline && compareWith(baseline, explored.findings)).toEqual({
      fresh: [],
      known: explored.findings,
      gone: [],
    })
  })

  test('tells what is new, and what is gone', () => {
    const old = parseBaseline({ version: 1, findings: [...others, { fingerprint: 'gone' }] })
    expect(old && compareWith(old, explored.findings)).toEqual({
      fresh: [first],
      known: others,
      gone: ['gone'],
    })
  })

  test.each([null, [], {}, { version: 2, findings: [] }, { version: 1, findings: [1] }, { version: 1 }])(
    'is not %j',
    value => {
      expect(parseBaseline(value)).toBeUndefined()
    },
  )
})

test.each([
  { severity: 'error', failOn: 'error', is: true },
  { severity: 'warning', failOn: 'error', is: false },
  { severity: 'warning', failOn: 'warning', is: true },
  { severity: 'info', failOn: 'info', is: true },
  { severity: 'error', failOn: 'never', is: false },
] as const)('--fail-on $failOn and $severity: $is', ({ severity, failOn, is }) => {
  expect(fails({ severity }, failOn)).toBe(is)
})

test('A program that calls nothing guarded has reached everything', () => {
  expect(
    percentReached({ ...explored, summary: { ...explored.summary, calls: { written: 0, reached: 0 } } }),
  ).toBe(100)
})
