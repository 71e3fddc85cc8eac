import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import {
  type ArgumentKind,
  type FaultCode,
  type FaultFacts,
  type UnnamedArgument,
  WxauthError,
} from '../../src/faults.ts'
import { guideSays } from '../../src/guide/sentences.ts'
import type { Fix } from '../../src/machine/checks.ts'
import { en } from '../../src/messages/en/index.ts'
import { layers as englishLayers } from '../../src/messages/en/layers.ts'
import { walkthrough as englishWalkthrough } from '../../src/messages/en/walkthrough.ts'
import type { LayerTexts, Texts, WalkthroughTexts } from '../../src/messages/texts.ts'
import { faultText } from '../../src/messages/worded.ts'
import { zhCN } from '../../src/messages/zh-CN/index.ts'
import { layers as chineseLayers } from '../../src/messages/zh-CN/layers.ts'
import { walkthrough as chineseWalkthrough } from '../../src/messages/zh-CN/walkthrough.ts'
import { onOneLine } from '../../src/text/in-lines.ts'

/** What a terminal would act on, or nobody would see; and long. */
const evil = `\u001b[2J\u202e\u200b\n ${'x'.repeat(200)}`
const evilPlace = { file: evil, line: 1, column: 2 }
const evilError = { kind: 'exception', message: evil, place: evilPlace, through: [evilPlace, evilPlace] }
const system = { kind: 'system', code: undefined, text: evil } as const

const argumentKinds = [
  'object',
  'string',
  'strings',
  'boolean',
  'function',
  'not-function',
  'appid',
  'profile',
  'folder',
  'scope',
  'api',
  'state',
  'answer',
  'answers',
  'answer-result',
  'switches',
  'states',
  'open-type',
  'camera',
  'component',
  'language',
  'edition',
  'platform',
  'wx',
  'auth',
  'simulator',
  'edition',
  'modal',
  'sheet',
  'pick',
  'route',
  'query',
  'target',
] as const satisfies readonly ArgumentKind[]

const unnamedArguments = [
  'options',
  'scope',
  'api',
  'state',
  'states',
  'answer',
  'answer-result',
  'page-answer',
  'open-type',
  'component',
  'switch',
  'reply',
  'launch-options',
  'page',
  'query',
  'target',
  'typed',
  'choice',
] as const satisfies readonly UnnamedArgument[]

/** Facts for every fault: whatever comes from outside is hostile. */
const facts: { readonly [C in FaultCode]: readonly FaultFacts[C][] } = {
  ERR_UNKNOWN_COMMAND: [{ command: evil, near: undefined }],
  ERR_UNKNOWN_FLAG: [{ flag: evil, command: 'wxauth call', near: undefined }],
  ERR_FLAG_VALUE: [{ flag: '--profile', command: 'wxauth call' }],
  ERR_MISSING_ARGUMENT: [{ argument: 'api', command: 'wxauth call' }],
  ERR_EXTRA_ARGUMENT: [{ argument: evil, command: 'wxauth call' }],
  ERR_CONFLICTING_FLAGS: [{ flags: ['--accept', '--reject'] }],
  ERR_UNKNOWN_API: [
    { api: evil, near: undefined },
    { api: 'record', near: undefined, scope: 'scope.record', apis: ['wx.startRecord'] },
  ],
  ERR_UNGUARDED_API: [
    { api: 'wx.login', consent: 'none' },
    { api: 'getPhoneNumber', consent: 'button' },
    { api: 'wx.getUserProfile', consent: 'every-call' },
    { api: 'wx.chooseImage', consent: 'choice' },
    { api: 'wx.getFuzzyLocation', consent: 'later' },
    { api: 'wx.authorize', consent: 'authorization', instead: 'wxauth authorize <scope>' },
  ],
  ERR_UNKNOWN_SCOPE: [
    { scope: evil, near: undefined },
    { scope: 'scope.bluetooth', near: undefined, isLater: true },
    { scope: 'getLocation', near: 'scope.userLocation', api: 'wx.getLocation' },
  ],
  ERR_UNKNOWN_STATE: [
    { state: evil, near: undefined },
    { state: evil, near: undefined, layer: 'privacy' },
    { state: evil, near: 'denied', layer: 'system.location' },
  ],
  ERR_UNKNOWN_ANSWER: [{ answer: evil, near: undefined }],
  ERR_UNKNOWN_EXPECTATION: [{ expectation: evil, near: undefined }],
  ERR_CALL_EXPECTATION: [{ expectation: evil, command: 'wxauth run' }],
  ERR_FLAG_NUMBER: [{ flag: '--threshold', given: evil, from: 0, to: 100 }],
  ERR_BAD_TOKEN: [{ token: evil }],
  ERR_BAD_BASELINE: [{ path: evil }],
  ERR_FLAG_CHOICE: [
    { flag: '--modal', given: evil, choices: ['confirm', 'cancel'], near: undefined, form: 'list' },
    { flag: '--start', given: evil, choices: ['undecided', 'rejected'], near: undefined, form: 'word' },
    { flag: '--sheet', given: evil, choices: ['0', 'cancel'], near: undefined, form: 'item' },
    { flag: '--shard', given: evil, choices: ['1/2', '2/2'], near: undefined, form: 'part' },
  ],
  ERR_NO_PROGRAM: [{ directory: evil, command: 'wxauth run' }],
  ERR_NO_PAGE: [{ path: evil }, { path: evil, isTried: true }],
  ERR_UNKNOWN_PAGE: [{ page: evil, path: evil, near: undefined }],
  ERR_UNKNOWN_OPEN_TYPE: [
    { openType: evil, near: undefined, known: ['getUserInfo', 'openSetting'] },
    { openType: evil, near: undefined, known: ['getUserInfo', 'agreePrivacyAuthorization'] },
  ],
  ERR_UNKNOWN_SHELL: [{ shell: evil, near: undefined }],
  ERR_UNKNOWN_LANGUAGE: [
    { language: evil, near: undefined, known: ['en', 'zh-CN'] },
    { language: 'zh', near: 'zh-CN', known: ['en', 'zh-CN'] },
  ],
  ERR_UNKNOWN_OPTION: [{ option: evil, of: 'createWxAuth', near: undefined, known: ['app', 'project'] }],
  ERR_UNKNOWN_EDITION: [{ edition: evil, near: undefined }],
  ERR_UNKNOWN_PLATFORM: [{ platform: evil, near: undefined }],
  ERR_GUIDE_ONLY: [{ command: 'walkthrough' }],
  ERR_BAD_ARGUMENT: [
    ...argumentKinds.map(expected => ({ argument: evil, expected, given: evil })),
    ...unnamedArguments.map(what => ({
      argument: { what, of: evil },
      expected: 'string' as const,
      given: {},
    })),
    ...[[evil, evil, evil, evil], [[evil]], Symbol(evil), 1n, () => evil].map(given => ({
      argument: { what: 'reply', of: 'camera.errMsg' } as const,
      expected: { kind: 'err-msg', name: 'insertCamera' } as const,
      given,
    })),
  ],
  ERR_PAGE: (
    [
      { kind: 'no-json', file: evil },
      { kind: 'no-script', file: evil, isTypeScript: true },
      { kind: 'no-script', file: evil, isTypeScript: false },
      { kind: 'es-module', file: undefined },
      { kind: 'es-module', file: evil },
      { kind: 'unresolved', request: evil },
      { kind: 'unresolved', request: './near' },
      { kind: 'wxml', text: evil },
      { kind: 'threw', text: evil },
      { kind: 'ran-before', file: evil },
      { kind: 'not-defined', files: [evil] },
      { kind: 'not-defined', files: [evil, evil] },
      { kind: 'other-root', root: evil, other: evil },
    ] as const
  ).map(problem => ({ page: evil, problem })),
  ERR_NO_WINDOW: [{}],
  ERR_PROGRAM: [
    { error: { ...evilError, through: [] }, others: 0 },
    { error: { ...evilError, kind: 'rejection', place: undefined }, others: 2 },
  ],
  ERR_NO_ELEMENT: [
    { target: evil, page: evil, use: 'tap', isDisabled: true, others: [evil] },
    { target: evil, page: evil, use: 'input', isDisabled: false, others: [] },
  ],
  ERR_PAGE_NOT_SHOWN: [
    { page: evil, shown: evil },
    { page: evil, shown: undefined },
  ],
  ERR_PAGE_NOT_OPENED: [{ page: evil, file: evil }],
  ERR_CLOSED: [{}],
  ERR_MISSING_FLAG: [{ flag: evil, needed: evil, command: evil }],
  ERR_BAD_PAIR: [
    { pair: evil, form: 'state' },
    { pair: evil, form: 'answer' },
  ],
  ERR_BAD_JSON: [
    { what: 'params', given: evil, problem: { kind: 'not-json', line: 1, column: 1 } },
    { what: 'reply', given: evil, problem: { kind: 'not-object', type: 'array' } },
    { what: 'reply', given: evil, problem: { kind: 'err-msg', name: 'getLocation' } },
    { what: 'params', given: evil, problem: { kind: 'too-large', mebibytes: 16 } },
  ],
  ERR_STDIN_TERMINAL: [
    { what: 'params', scope: 'scope.camera' },
    { what: 'params', scope: 'privacy' },
  ],
  ERR_UNREADABLE_FILE: [
    { what: 'params', path: evil, problem: system },
    { what: 'params', path: '-', problem: { kind: 'too-large', mebibytes: 16 } },
  ],
  ERR_UNWRITABLE_FILE: [
    { path: evil, problem: system },
    { path: evil, problem: { kind: 'directory' } },
  ],
  ERR_NO_HOME: [{}],
  ERR_PROFILE_NAME: [{ name: evil }],
  ERR_UNKNOWN_PROFILE: [{ name: evil, directory: evil, near: undefined }],
  ERR_PROJECT_MISSING: [
    { directory: evil, problem: 'no-directory' },
    { directory: evil, problem: 'no-project' },
  ],
  ERR_FRAMEWORK_SOURCE: [{ directory: evil, framework: 'Taro' }],
  ERR_PROJECT_FILE: [
    { path: evil, problem: system },
    { path: evil, problem: { kind: 'bad-root' } },
  ],
  ERR_MISSING_SWITCH: [
    { scopes: ['scope.camera', 'scope.record'] },
    { scopes: ['scope.camera', 'scope.address'], retired: ['scope.address'] },
    { scopes: ['scope.userLocationBackground'], undeclared: ['scope.userLocationBackground'] },
  ],
  ERR_UNANSWERED: [
    { scope: 'scope.camera', caller: 'camera', why: 'no-terminal' },
    { scope: 'scope.camera', caller: 'camera', why: 'no-answer' },
    { scope: 'privacy', caller: 'wx.chooseLocation', why: 'no-terminal' },
    { scope: 'privacy', caller: 'wx.chooseLocation', why: 'no-answer' },
    { scope: undefined, caller: 'wx.openSetting', why: 'no-terminal' },
    { scope: undefined, caller: 'wx.openSetting', why: 'no-answer' },
  ],
  ERR_PROFILE_CORRUPT: [{ path: evil, line: 3, column: 8, name: 'default' }],
  ERR_PROFILE_VERSION: [{ path: evil, version: evil, name: 'default' }],
  ERR_PROFILE_VALUE: [
    { path: evil, place: evil, expected: 'state', name: 'default' },
    { path: evil, place: '', expected: 'object', name: 'default' },
    { path: evil, place: evil, expected: 'api', near: 'wx.getLocation', name: 'default' },
    { path: evil, place: evil, expected: { kind: 'err-msg', name: 'getLocation' }, name: 'default' },
    { path: evil, place: evil, expected: { kind: 'too-deep', levels: 100 }, name: 'default' },
  ],
  ERR_PROFILE_LOCKED: [
    { path: evil, holder: { kind: 'elsewhere', pid: 1, machine: evil, freeIn: 1500 }, lock: evil },
    { path: evil, holder: { kind: 'unknown' }, lock: evil },
  ],
  ERR_PROFILE_UNREADABLE: [{ path: evil, problem: system }],
  ERR_PROFILE_UNWRITABLE: [{ path: evil, problem: system }],
  ERR_OUTPUT: [{ problem: system }],
  ERR_INTERNAL: [{ problem: evil }],
  ERR_INTERRUPTED: [{ signal: 'SIGINT' }],
}

const rows = (Object.keys(facts) as FaultCode[]).flatMap(code =>
  facts[code].map((values, index) => ({ code, index, fault: new WxauthError(code, values) })),
)

const unsafe = /\p{C}|\p{Zl}|\p{Zp}/u
/** What only a translation would say. */
const translated =
  /is no terminal|unless there is|before they pass|contradict|does not find|[Tt]he property \w+ of|the file of|of these names|no texts in|[a-z] …/
/** A command; it can be copied only if no punctuation follows it. */
const command = /wxauth(?:\u00a0[^\s\u00a0]+)+/g

/** How the sentences of each language look. */
const languages = [
  { language: 'en', texts: en, message: /^\S.*\.$/, hint: /^[A-Z].*\S$/, twice: / {2}|\.\./ },
  {
    language: 'zh-CN',
    texts: zhCN,
    // No half-width punctuation after Chinese, no space beside full-width punctuation or between Chinese characters.
    message: /^\S.*。$/,
    hint: /^\S.*[\u4e00-\u9fff].*\S$/,
    twice:
      / {2}|[，。：；？！、]{2}|[\u4e00-\u9fff](?:[,.;:!?()]| [,;:!?()])|[\u4e00-\u9fff] [\u4e00-\u9fff]|[，。：；？！、（）] | [，。：；？！、（）]|[\u4e00-\u9fff][\w$-]|[\w$][\u4e00-\u9fff]/,
  },
] as const

describe.each(languages)('In $language', ({ texts, message: sentence, hint: nextStep, twice }) => {
  const layers = layerTexts(texts.language === 'en' ? englishLayers : chineseLayers)

  describe.each(rows)('the fault $code, $index,', ({ fault }) => {
    const { message, hint } = faultText(fault, texts.faults)

    test('shows nothing that a terminal acts on', () => {
      expect(onOneLine(message)).not.toMatch(unsafe)
      expect(onOneLine(hint)).not.toMatch(unsafe)
    })

    test('is a sentence, and its hint is another', () => {
      expect(onOneLine(message)).toMatch(sentence)
      expect(onOneLine(message)).not.toMatch(twice)
      expect(onOneLine(hint)).toMatch(nextStep)
      expect(onOneLine(hint)).not.toMatch(twice)
      expect(onOneLine(message)).not.toContain(onOneLine(hint))
    })

    test('does not sound translated', () => {
      expect(onOneLine(`${message} ${hint}`)).not.toMatch(translated)
    })

    test('ends no command with punctuation, so that it can be copied', () => {
      const ends = [...`${message} ${hint}`.matchAll(command)].map(([words]) => words)
      for (const words of ends) expect(words).toMatch(/[\w>-]$/)
    })
  })

  test.each([
    ['ERR_UNKNOWN_COMMAND', { command: '', near: undefined }],
    ['ERR_UNKNOWN_SCOPE', { scope: '', near: undefined }],
    ['ERR_UNKNOWN_STATE', { state: '', near: undefined }],
    ['ERR_UNKNOWN_ANSWER', { answer: '', near: undefined }],
    ['ERR_UNKNOWN_OPEN_TYPE', { openType: '', near: undefined, known: ['getUserInfo'] }],
    ['ERR_UNKNOWN_EDITION', { edition: '', near: undefined }],
    ['ERR_UNKNOWN_PLATFORM', { platform: '', near: undefined }],
    ['ERR_UNKNOWN_SHELL', { shell: '', near: undefined }],
    ['ERR_BAD_PAIR', { pair: '', form: 'state' }],
    ['ERR_PROFILE_NAME', { name: '' }],
    ['ERR_PROJECT_MISSING', { directory: '', problem: 'no-directory' }],
    ['ERR_PAGE', { page: '', problem: { kind: 'no-json', file: '' } }],
  ] as const)('The fault %s shows an empty word as ""', (code, values) => {
    const fault = new WxauthError<FaultCode>(code, values)
    expect(faultText(fault, texts.faults).message).toContain('""')
  })

  describe('Every other text of the command line', () => {
    test('shows nothing that a terminal acts on, if it has facts from outside', () => {
      const { noProfiles, removed, profileAt, projectAt } = texts.cli.notes
      const all = [
        noProfiles(evil),
        removed(evil),
        profileAt(evil),
        projectAt(evil, 'wx1'),
        texts.cli.hints['no-purpose']({ path: evil, exists: true }),
        texts.cli.hints['no-purpose']({ path: evil, exists: false }),
        texts.cli.happened.fail('wx.getLocation', evil),
        ...(['no-config', 'no-appid', 'bad-appid', 'no-app-json', 'long-purpose'] as const).map(kind =>
          texts.projectNote({
            kind,
            path: evil,
            appid: evil,
            scope: 'scope.userLocation',
            length: 31,
            limit: 30,
          }),
        ),
      ]
      for (const text of all) expect(onOneLine(text)).not.toMatch(unsafe)
    })

    test('does not sound translated', () => {
      const { cli, popup, settings, terminal } = texts
      for (const [, text] of textsIn({ cli, popup, settings, terminal, layers })) {
        expect(onOneLine(text)).not.toMatch(translated)
      }
    })

    test('ends no command with punctuation', () => {
      const ends = textsIn({ cli: texts.cli, layers }).flatMap(([, text]) =>
        [...text.matchAll(command)].map(([words]) => words),
      )
      expect(ends.length).toBeGreaterThan(5)
      for (const words of ends) expect(words).toMatch(/[\w>}-]$/)
    })
  })
})

const fixRows: readonly Fix[] = [
  { kind: 'parameters', problem: 'fail parameter error: parameter.type should be String instead of Number;' },
  { kind: 'purpose' },
  { kind: 'add-private-info', name: 'getLocation' },
  { kind: 'remove-private-info', name: 'getFuzzyLocation' },
  { kind: 'add-background-mode', name: 'location' },
  { kind: 'set', layer: 'system.location', state: 'authorized' },
  { kind: 'answer', of: 'scope.camera' },
  { kind: 'answer', of: 'privacy' },
  { kind: 'switch', scope: 'scope.camera' },
  { kind: 'button' },
  { kind: 'reply', api: 'wx.getLocation' },
]

/** What `explain` and today's edition say, with facts for what takes more than words. */
function layerTexts({ fixes, notes, ...others }: LayerTexts) {
  const appJsons = [undefined, { path: '/a/app.json', exists: true }, { path: '/a/app.json', exists: false }]
  return {
    ...others,
    notLookedAt: [
      notes.notLookedAt.guide(['privacy', 'guideline']),
      notes.notLookedAt.today(['scope.address']),
    ],
    fixes: fixRows.map(fix => appJsons.map(appJson => fixes(fix, appJson))),
  }
}

/** The texts in a table, by their keys; a scope stands for every fact. */
function textsIn(table: object, place = ''): readonly (readonly [place: string, text: string])[] {
  return Object.entries(table).flatMap(([key, value]: [string, unknown]) => {
    const here = `${place}.${key}`
    if (typeof value === 'string') return [[here, value]]
    if (typeof value !== 'function') return textsIn(value as object, here)
    return [[here, String(value(...Array.from({ length: value.length }, () => 'scope.camera')))]]
  })
}

describe('The Chinese texts', () => {
  // They are looked up by a scope or a sentence: see below.
  const functionsOfRows = new Set(['.walkthrough.scopeName', '.walkthrough.guide'])
  const parts = (texts: Texts, walkthrough: WalkthroughTexts, layers: LayerTexts) => {
    const { cli, popup, settings, terminal } = texts
    return textsIn({ cli, popup, settings, terminal, walkthrough, layers: layerTexts(layers) })
  }
  const chinese = parts(zhCN, chineseWalkthrough, chineseLayers).filter(
    ([place]) => !functionsOfRows.has(place),
  )
  const english = new Map(parts(en, englishWalkthrough, englishLayers))
  const symbols = new Set(['.popup.keys.2'])

  test.each(chinese.filter(([place]) => !symbols.has(place)))(
    'are not the English ones: %s',
    (place, text) => {
      expect(english.has(place)).toBe(true)
      expect(text).not.toBe(english.get(place))
    },
  )

  test('of faults are not the English ones', () => {
    for (const { fault } of rows) {
      const [zh, other] = [faultText(fault, zhCN.faults), faultText(fault, en.faults)]
      expect(zh.message).not.toBe(other.message)
      expect(zh.hint).not.toBe(other.hint)
    }
  })

  test('have every sentence of the guide that a walkthrough tells', () => {
    for (const key of [
      'practice',
      'description',
      'button',
      'tap',
      'undecided',
      'accepted',
      'rejected',
      'openSetting',
      'settings',
      'validity',
    ] as const) {
      expect(onOneLine(chineseWalkthrough.guide(key, ''))).toMatch(/[\u4e00-\u9fff]/)
      expect(englishWalkthrough.guide(key, guideSays(key))).toBe(guideSays(key))
    }
  })

  test('name every scope twice: in a list, and as what a popup asks for', () => {
    for (const scope of guideCatalogue.scopeNames) {
      const { description } = guideCatalogue.rowOf(scope)
      expect(zhCN.scopes.name(scope, description)).toMatch(/^[\u4e00-\u9fff]{3,6}$/)
      expect(zhCN.scopes.request(scope, description)).toMatch(/^(?:获取|使用|保存)[\u4e00-\u9fff、]+$/)
      expect(en.scopes.name(scope, description)).toBe(description)
      expect(en.scopes.request(scope, description)).toBe(description)
    }
  })

  test('have full-width punctuation, and spaces only beside Latin', () => {
    // The facts of these two are texts themselves.
    const wrong =
      /[\u4e00-\u9fff][,;:!?(]|[\u4e00-\u9fff] [\u4e00-\u9fff]|[\u4e00-\u9fff][A-Za-z0-9$]|[A-Za-z0-9][\u4e00-\u9fff]/
    expect(
      chinese
        .filter(([place]) => !['.cli.expectationFailed', '.popup.change'].includes(place))
        .map(([, text]) => onOneLine(text))
        .filter(text => wrong.test(text)),
    ).toEqual([])
  })
})
