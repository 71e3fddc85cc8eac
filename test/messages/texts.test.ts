import { describe, expect, test } from 'vitest'
import { type ArgumentKind, type FaultCode, type FaultFacts, WxauthError } from '../../src/faults.ts'
import { en } from '../../src/messages/en/index.ts'
import { faultText } from '../../src/messages/worded.ts'
import { onOneLine } from '../../src/text/in-lines.ts'

/** What a terminal would act on, or nobody would see; and long. */
const evil = `\u001b[2J\u202e\u200b\n ${'x'.repeat(200)}`
const system = { kind: 'system', code: undefined, text: evil } as const

const argumentKinds = [
  'object',
  'string',
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
  'language',
  'wx',
  'auth',
  'simulator',
] as const satisfies readonly ArgumentKind[]

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
    { scope: 'getLocation', near: 'scope.userLocation', api: 'wx.getLocation' },
  ],
  ERR_UNKNOWN_STATE: [{ state: evil, near: undefined }],
  ERR_UNKNOWN_ANSWER: [{ answer: evil, near: undefined }],
  ERR_UNKNOWN_EXPECTATION: [{ expectation: evil, near: undefined }],
  ERR_UNKNOWN_OPEN_TYPE: [{ openType: evil, near: undefined }],
  ERR_UNKNOWN_SHELL: [{ shell: evil, near: undefined }],
  ERR_UNKNOWN_LANGUAGE: [{ language: evil, near: undefined, known: ['en'] }],
  ERR_UNKNOWN_OPTION: [{ option: evil, near: undefined, known: ['app', 'project'] }],
  ERR_BAD_ARGUMENT: [
    ...argumentKinds.map(expected => ({ argument: evil, expected, given: evil })),
    ...[[evil, evil, evil, evil], [[evil]], Symbol(evil), 1n].map(given => ({
      argument: 'The reply of camera.errMsg',
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
  ERR_STDIN_TERMINAL: [{ what: 'params', scope: 'scope.camera' }],
  ERR_UNREADABLE_FILE: [
    { what: 'params', path: evil, problem: system },
    { what: 'params', path: '-', problem: { kind: 'too-large', mebibytes: 16 } },
  ],
  ERR_NO_HOME: [{}],
  ERR_PROFILE_NAME: [{ name: evil }],
  ERR_UNKNOWN_PROFILE: [{ name: evil, directory: evil, near: undefined }],
  ERR_PROJECT_MISSING: [
    { directory: evil, problem: 'no-directory' },
    { directory: evil, problem: 'no-project' },
  ],
  ERR_PROJECT_FILE: [
    { path: evil, problem: system },
    { path: evil, problem: { kind: 'bad-root' } },
  ],
  ERR_MISSING_SWITCH: [{ scopes: ['scope.camera', 'scope.record'] }],
  ERR_UNANSWERED: [
    { scope: 'scope.camera', caller: 'camera', why: 'no-terminal' },
    { scope: 'scope.camera', caller: 'camera', why: 'no-answer' },
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

describe.each(rows)('The fault $code, $index,', ({ fault }) => {
  const { message, hint } = faultText(fault, en.faults)

  test('shows nothing that a terminal acts on', () => {
    expect(message).not.toMatch(unsafe)
    expect(hint).not.toMatch(unsafe)
  })

  test('is a sentence, and its hint is another', () => {
    expect(onOneLine(message)).toMatch(/^\S.*\.$/)
    expect(message).not.toMatch(/ {2}|\.\./)
    expect(hint).toMatch(/^[A-Z].*\S$/)
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
  ['ERR_UNKNOWN_OPEN_TYPE', { openType: '', near: undefined }],
  ['ERR_UNKNOWN_SHELL', { shell: '', near: undefined }],
  ['ERR_BAD_PAIR', { pair: '', form: 'state' }],
  ['ERR_PROFILE_NAME', { name: '' }],
  ['ERR_PROJECT_MISSING', { directory: '', problem: 'no-directory' }],
  ['ERR_PAGE', { page: '', problem: { kind: 'no-json', file: '' } }],
] as const)('The fault %s shows an empty word as ""', (code, values) => {
  const fault = new WxauthError<FaultCode>(code, values)
  expect(faultText(fault, en.faults).message).toContain('""')
})

describe('Every other text of the command line', () => {
  /** The texts in a table; a scope stands for every fact. */
  function textsIn(table: object): readonly string[] {
    return Object.values(table).flatMap((value: unknown) => {
      if (typeof value === 'string') return [value]
      if (typeof value !== 'function') return textsIn(value as object)
      return [String(value(...Array.from({ length: value.length }, () => 'scope.camera')))]
    })
  }
  test('shows nothing that a terminal acts on, if it has facts from outside', () => {
    const { noProfiles, removed, profileAt, projectAt } = en.cli.notes
    const texts = [
      noProfiles(evil),
      removed(evil),
      profileAt(evil),
      projectAt(evil, 'wx1'),
      en.cli.hints['no-purpose']({ path: evil, exists: true }),
      en.cli.hints['no-purpose']({ path: evil, exists: false }),
      en.cli.happened.fail('wx.getLocation', evil),
      ...(['no-config', 'no-appid', 'bad-appid', 'no-app-json', 'long-purpose'] as const).map(kind =>
        en.projectNote({ kind, path: evil, appid: evil, scope: 'scope.userLocation', length: 31, limit: 30 }),
      ),
    ]
    for (const text of texts) expect(text).not.toMatch(unsafe)
  })

  test('does not sound translated', () => {
    const { cli, popup, settings, terminal } = en
    for (const text of textsIn({ cli, popup, settings, terminal })) {
      expect(onOneLine(text)).not.toMatch(translated)
    }
  })

  test('ends no command with punctuation', () => {
    const ends = textsIn(en.cli).flatMap(text => [...text.matchAll(command)].map(([words]) => words))
    expect(ends.length).toBeGreaterThan(5)
    for (const words of ends) expect(words).toMatch(/[\w>}-]$/)
  })
})
