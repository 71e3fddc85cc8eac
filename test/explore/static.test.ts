import { describe, expect, test } from 'vitest'
import {
  camerasIn,
  guardedCalls,
  siteNames,
  sitesInScript,
  sitesInTemplate,
} from '../../src/explore/static/calls.ts'
import { ignoresInScript, ignoresInTemplate, withoutIgnored } from '../../src/explore/static/ignores.ts'
import { overriddenIn } from '../../src/explore/static/overridden.ts'
import { parseScript } from '../../src/explore/static/script.ts'
import { readSource } from '../../src/explore/static/source.ts'
import { judged } from './play.ts'

const apis = new Set(['wx.getLocation', 'wx.authorize'])
const file = 'pages/a/a.js'

function parsed(text: string) {
  const script = parseScript({ file, text })
  if (script === undefined) throw new Error(`cannot parse ${text}`)
  return script
}

describe('Guarded calls in the source', () => {
  test.each([
    { text: 'wx.getLocation({})', at: ['1:4'] },
    { text: 'wx["getLocation"]({})', at: ['1:4'] },
    { text: 'const a = async () => {\n  await wx.getLocation()\n  wx.authorize({})\n}', at: ['2:12', '3:6'] },
    { text: '// wx.getLocation()\n"wx.getLocation()"', at: [] },
    { text: 'wx.getSetting(); other.getLocation(); wx.getLocation', at: [] },
    { text: 'import x from "./x"\nexport const f = () => wx.getLocation(x)', at: ['2:27'] },
    { text: 'var await = 1; with (a) { wx.getLocation() }', at: ['1:30'] },
    { text: 'return wx.getLocation()', at: ['1:11'] },
    { text: 'const r = wx.getRecorderManager()\nr.start({}); r.stop(); other.start()', at: ['2:3'] },
    {
      text: 'Page({ onLoad() { this.rec = wx.getRecorderManager() }, go() { this.rec.start() } })',
      at: ['1:73'],
    },
    { text: 'Page({ rec: wx.getRecorderManager(), go() { this.rec.start() } })', at: ['1:54'] },
    { text: 'const my = wx\nmy.getLocation(); my.getSetting()', at: ['2:4'] },
    { text: 'const my = { ...wx }\nmy.getLocation()', at: ['2:4'] },
    { text: 'const my = Object.assign({}, wx)\nmy.getLocation()', at: ['2:4'] },
    { text: 'let wxp\nwxp = promisifyAll(wx)\nwxp.getLocation()', at: [] },
    { text: 'const wxp = promisifyAll(wx)\nwxp.getLocation()', at: ['2:5'] },
    { text: 'const wxp = {}\npromisifyAll(wx, wxp)\nwxp.authorize({}); wxp.authorize', at: ['3:5'] },
    { text: 'const { getLocation, authorize: ask } = wx\ngetLocation(); ask({})', at: ['2:1', '2:16'] },
    { text: 'const locate = wx.getLocation\nlocate(); wx.locate()', at: ['2:1'] },
    { text: 'const locate = util.promisify(wx.getLocation)\nlocate()', at: ['2:1'] },
    { text: 'const locate = wx.getLocation.bind(wx)\nlocate()', at: ['2:1'] },
    { text: 'promisify(wx.getLocation)(\n{})', at: ['1:25'] },
    { text: 'const my = detect(wx)\nmy.getLocation()', at: [] },
    { text: 'const my = wx\nconst f = my => my.getLocation()', at: [] },
    { text: 'const { getLocation } = wx\nfunction f({ getLocation }) { getLocation() }', at: [] },
    { text: 'const { getLocation } = wx\nother.getLocation()', at: [] },
    { text: 'const locate = wx.getLocation({})\nlocate()', at: ['1:19'] },
    { text: 'const f = wx => { const my = wx; my.getLocation() }', at: [] },
  ])('$text', ({ text, at }) => {
    const calls = guardedCalls(parsed(text), apis)
    expect(calls.map(({ line, column }) => `${line}:${column}`)).toEqual(at)
  })

  test('A camera in WXML is one, but not in a comment', () => {
    const text = '<view>\n  <camera/>\n  <!--\n <camera> -->\n<camera-button/></view>'
    expect(camerasIn({ file: 'pages/a/a.wxml', text })).toEqual([
      { api: 'camera', file: 'pages/a/a.wxml', line: 2, column: 3 },
    ])
  })

  test('A script that cannot be parsed has none', () => {
    expect(parseScript({ file, text: 'const = ' })).toBeUndefined()
  })
})

describe('The name of a place', () => {
  const text = [
    'Page({',
    '  locate() {',
    '    wx.getLocation({ success: () => wx.getLocation({}) })',
    '    wx.getLocation({})',
    '  },',
    '  save: function () { helper(1); helper(2) },',
    '})',
    'exports.ask = async () => { await wx.authorize({}) }',
    'wx.getLocation({})',
    'const read = () => { const late = e => e.detail }',
  ].join('\n')
  const nameSite = siteNames(() => sitesInScript(parsed(text)))

  test.each([
    { line: 3, column: 8, name: 'locate', nth: 1 },
    { line: 3, column: 40, name: 'locate.success', nth: 1 },
    { line: 4, column: 8, name: 'locate', nth: 2 },
    { line: 6, column: 34, name: 'save', nth: 2 },
    { line: 8, column: 38, name: 'ask', nth: 1 },
    { line: 9, column: 4, name: '', nth: 1 },
    { line: 7, column: 1, name: '', nth: 1 },
    { line: 3, column: 5, name: 'locate', nth: 1 },
    { line: 10, column: 42, name: 'read.late', nth: 1 },
  ])('$line:$column is $name, call $nth', ({ line, column, name, nth }) => {
    expect(nameSite({ file, line, column }, '')).toEqual({ function: name, nth })
  })

  test('in WXML counts elements of its kind', () => {
    const markup = '<camera/>\n<view>{{a<b}}<camera flash="on"/></view>\n<button/><button open-type="x"/>'
    const inMarkup = siteNames(file => sitesInTemplate({ file, text: markup }))
    const nthAt = (line: number, column: number) => inMarkup({ file: 'a.wxml', line, column }, '').nth
    expect([nthAt(1, 1), nthAt(2, 14), nthAt(3, 1), nthAt(3, 10)]).toEqual([1, 2, 1, 1])
  })

  test('stays the same when lines move', () => {
    const moved = siteNames(() => sitesInScript(parsed(`\n\n// more\n${text}`)))
    expect(moved({ file, line: 7, column: 8 }, '')).toEqual({ function: 'locate', nth: 2 })
  })
})

describe('overridden-handler', () => {
  const locate = 'locate() { wx.getLocation({}) }'
  test.each([
    { name: 'a key of a page', text: `Page({ ${locate}, locate() {} })`, keys: ['locate'] },
    {
      name: 'a method of a component',
      text: `Component({ methods: { ${locate}, locate: function () {} } })`,
      keys: ['locate'],
    },
    { name: 'the earlier one asks nothing', text: `Page({ locate() {}, ${locate} })`, keys: [] },
    { name: 'two keys', text: `Page({ ${locate}, other() {} })`, keys: [] },
    { name: 'an object that is no page', text: `const a = { ${locate}, locate() {} }`, keys: [] },
    { name: 'two pages of one file', text: `Page({ ${locate} }); Page({ ${locate} })`, keys: [] },
  ])('$name', ({ text, keys }) => {
    expect(overriddenIn(parsed(text), apis).map(({ key }) => key)).toEqual(keys)
  })

  test('of a component belongs to the first page that loads it', () => {
    const text = `Component({ methods: { ${locate}, locate() {} } })`
    const scripts = [{ file: 'x/x.js', text }]
    const facts = { pages: ['a', 'b'], loads: { b: ['x/x.js'] }, scripts, templates: [], usage: null }
    expect(readSource(facts, apis, '').findings.map(({ page }) => page)).toEqual(['b'])
  })

  test('is a finding at the earlier key, which names the later one', () => {
    const text = `Page({\n  ${locate},\n  locate() {},\n})`
    const facts = {
      pages: ['pages/a/a'],
      scripts: [{ file, text }],
      templates: [],
      loads: { 'pages/a/a': [file] },
      usage: null,
    }
    expect(readSource(facts, apis, '')).toMatchObject({
      written: [{ api: 'wx.getLocation', file, line: 2, column: 17 }],
      findings: [{ rule: 'overridden-handler', file, line: 2, page: 'pages/a/a', related: [{ line: 3 }] }],
    })
  })
})

const { findings } = await judged({
  elements: [{ handler: 'a', line: 1, ops: [{ op: 'ask', scope: 'scope.camera', line: 2 }] }],
})

describe('A comment that ignores', () => {
  const rule = 'no-fail-handler'

  test.each([
    { name: 'above', text: `// wxauth-ignore ${rule}: it works without\nask()`, kept: 0, notices: [] },
    { name: 'beside', text: `\nask() // wxauth-ignore ${rule}: it works without`, kept: 0, notices: [] },
    {
      name: 'above another comment',
      text: `/* wxauth-ignore ${rule}: fine */ // more\nask()`,
      kept: 0,
      notices: [],
    },
    {
      name: 'without a reason',
      text: `// wxauth-ignore ${rule}\nask()`,
      kept: 1,
      notices: ['ignore-without-reason'],
    },
    {
      name: 'of no rule',
      text: '// wxauth-ignore what: because\nask()',
      kept: 1,
      notices: ['ignore-unknown-rule'],
    },
    {
      name: 'of another rule',
      text: '// wxauth-ignore no-way-back: because\nask()',
      kept: 1,
      notices: ['ignore-unused'],
    },
    {
      name: 'two lines above',
      text: `\n\n// wxauth-ignore ${rule}: because\nask()`,
      kept: 1,
      notices: ['ignore-unused'],
    },
    {
      name: 'with a Chinese colon',
      text: `//wxauth-ignore ${rule} ：没有也能用\nask()`,
      kept: 0,
      notices: [],
    },
    { name: 'of a block', text: `/** wxauth-ignore ${rule}: fine */\nask()`, kept: 0, notices: [] },
    {
      name: 'of two rules at once',
      text: `// wxauth-ignore ${rule}, no-way-back: because\nask()`,
      kept: 1,
      notices: ['ignore-unknown-rule'],
    },
    { name: 'of another tool', text: '// wxauth-ignored: because\nask()', kept: 1, notices: [] },
    { name: 'in a string', text: `\n"// wxauth-ignore ${rule}: because"`, kept: 1, notices: [] },
  ])('$name', ({ text, kept, notices }) => {
    const result = withoutIgnored(findings, ignoresInScript(parsed(text)), true)
    expect(result.findings).toHaveLength(kept)
    expect(result.notices.map(({ code }) => code)).toEqual(notices)
  })

  test('covers the same line as the comment below it', () => {
    const text = '// wxauth-ignore no-way-back: small\n// wxauth-ignore silent-refusal: small\nask()'
    expect(ignoresInScript(parsed(text)).map(({ covers }) => covers)).toEqual([
      [1, 1, 3],
      [2, 2, 3],
    ])
  })

  test('is not called unused in a part of the program', () => {
    const ignores = ignoresInScript(parsed('// wxauth-ignore no-way-back: because'))
    expect(withoutIgnored(findings, ignores, false).notices).toEqual([])
  })

  test('in WXML stands on its line, or above', () => {
    const text = '<view>\n  <!-- wxauth-ignore missing-handler: old -->\n  <camera/>\n</view>'
    expect(ignoresInTemplate({ file: 'pages/a/a.wxml', text })).toMatchObject([
      { rule: 'missing-handler', reason: 'old', line: 2, column: 3, covers: [2, 2, 3] },
    ])
  })
})
