import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactLocations } from '../../src/catalogue/layers.ts'
import { en } from '../../src/messages/en/index.ts'
import { findMiniProgram } from '../../src/project/find.ts'
import type { ProjectNote } from '../../src/project/notes.ts'
import { readPurposes } from '../../src/project/purposes.ts'
import { onOneLine } from '../../src/text/in-lines.ts'
import { folderWith, pipeAt } from './folders.ts'
import { thrownBy } from './thrown.ts'

const config = 'project.config.json'
const location = 'scope.userLocation'
const withDesc = (desc: unknown) => ({ permission: { [location]: { desc } } })

function purposesIn(folder: string) {
  return readPurposes(findMiniProgram({ directory: folder, cwd: folder }).project)
}

// Zero width, joiner, byte order mark, soft hyphen, blank Braille, Hangul fillers, no-break and ideographic space, variation
// selector, right-to-left override, tag, line separator, NUL.
const invisible = [
  '\u200b',
  '\u200d\u2060',
  '\ufeff',
  '\u00ad',
  '\u2800',
  '\u3164',
  '\u115f\u1160\uffa0',
  '\u00a0\u3000',
  '\ufe0f\u180b',
  '\u202e',
  '\u{e0041}',
  '\u2028',
  '\0',
]

describe('Usage descriptions', () => {
  const thirty = '用'.repeat(30)
  test.each<[desc: unknown, purpose: string | undefined]>([
    ['Shows shops near you', 'Shows shops near you'],
    [' padded ', ' padded '],
    [thirty, thirty],
    ['', undefined],
    [' \t\n ', undefined],
    ...invisible.map((desc): [unknown, undefined] => [desc, undefined]),
    ['\u200bw', '\u200bw'],
    [5, undefined],
    [null, undefined],
    [undefined, undefined],
    [['x'], undefined],
  ])('with the desc %j are %j', (desc, purpose) => {
    const folder = folderWith({ [config]: {}, 'app.json': withDesc(desc) })
    expect(purposesIn(folder)).toEqual({
      purposes: purpose === undefined ? {} : { [location]: purpose },
      declares: { requiredPrivateInfos: [], requiredBackgroundModes: [] },
      appJson: { path: join(folder, 'app.json'), exists: true },
      notes: [],
    })
  })

  test.each([
    [{}],
    [{ permission: null }],
    [{ permission: 'x' }],
    [{ permission: [] }],
    [{ permission: {} }],
    [{ permission: { [location]: null } }],
    [{ permission: { [location]: 'because' } }],
    [{ permission: { scope: { userLocation: { desc: 'nested' } } } }],
    [{ window: { permission: { [location]: { desc: 'misplaced' } } } }],
    [{ permission: { 'scope.camera': { desc: 'not documented' } } }],
  ])('are none in %j', appJson => {
    expect(purposesIn(folderWith({ [config]: {}, 'app.json': appJson })).purposes).toEqual({})
  })

  test.each([
    ['31 characters', 'x'.repeat(31), 31],
    ['31 characters outside the basic plane', '😀'.repeat(31), 31],
  ])('of %s are accepted, with a note', (_, desc, length) => {
    const folder = folderWith({ [config]: {}, 'app.json': withDesc(desc) })
    const { purposes, notes } = purposesIn(folder)
    expect(purposes).toEqual({ [location]: desc })
    expect(notes).toEqual([
      { kind: 'long-purpose', path: join(folder, 'app.json'), scope: location, length, limit: 30 },
    ])
  })

  test('of 30 characters outside the basic plane get no note', () => {
    const folder = folderWith({ [config]: {}, 'app.json': withDesc('😀'.repeat(30)) })
    expect(purposesIn(folder).notes).toEqual([])
  })

  test('are read in the miniprogramRoot, not beside the project file', () => {
    const folder = folderWith({
      [config]: { miniprogramRoot: 'src/' },
      'app.json': withDesc('wrong'),
      'src/app.json': withDesc('right'),
    })
    expect(purposesIn(folder)).toMatchObject({
      purposes: { [location]: 'right' },
      appJson: { path: join(folder, 'src/app.json') },
    })
  })

  test.each(['mp', 'mp/', '/mp', './mp', '\\mp\\', 'x/../mp', `mp/sub/..`])(
    'are read in the miniprogramRoot %j',
    miniprogramRoot => {
      const folder = folderWith({ [config]: { miniprogramRoot }, 'mp/app.json': withDesc('why') })
      expect(purposesIn(folder).purposes).toEqual({ [location]: 'why' })
    },
  )

  test('are read in a miniprogramRoot of Windows, and outside of the project', () => {
    const folder = folderWith({
      'p/project.config.json': { miniprogramRoot: '..\\dist\\mp\\' },
      'dist/mp/app.json': withDesc('why'),
    })
    expect(purposesIn(join(folder, 'p')).purposes).toEqual({ [location]: 'why' })
  })

  test('are read in a folder with only an app.json', () => {
    const folder = folderWith({ 'app.json': withDesc('why') })
    expect(purposesIn(folder).purposes).toEqual({ [location]: 'why' })
  })

  test.each([
    ['no app.json', {}],
    ['a miniprogramRoot that is a file', { [config]: { miniprogramRoot: 'x' }, x: 'file' }],
    ['a miniprogramRoot that does not exist', { [config]: { miniprogramRoot: '../../no/where' } }],
  ])('are none with %s, and a note names the missing app.json', (_, files) => {
    const folder = folderWith({ [config]: {}, ...files })
    const path = expect.stringMatching(/app\.json$/)
    expect(purposesIn(folder)).toEqual({
      purposes: {},
      declares: { requiredPrivateInfos: [], requiredBackgroundModes: [] },
      appJson: { path, exists: false },
      notes: [{ kind: 'no-app-json', path }],
    })
  })

  test('are read after a byte order mark', () => {
    const folder = folderWith({ [config]: {}, 'app.json': `\uFEFF${JSON.stringify(withDesc('why'))}` })
    expect(purposesIn(folder).purposes).toEqual({ [location]: 'why' })
  })

  test('of the demo are built in and short enough', () => {
    const { purposes, appJson, notes } = readPurposes({ kind: 'demo' })
    expect(Object.keys(purposes)).toEqual([location])
    expect([...(purposes[location] ?? '')].length).toBeLessThanOrEqual(30)
    expect({ appJson, notes }).toEqual({ appJson: undefined, notes: [] })
  })

  test('can be read from any JSON object without an error', () => {
    const folder = folderWith({ [config]: {} })
    const permission = fc.dictionary(fc.constantFrom(location, 'scope.camera', '__proto__'), fc.jsonValue())
    fc.assert(
      fc.property(fc.oneof(permission, fc.jsonValue()), value => {
        writeFileSync(join(folder, 'app.json'), JSON.stringify({ permission: value }))
        const { purposes } = purposesIn(folder)
        for (const purpose of Object.values(purposes)) expect(purpose.trim()).not.toBe('')
      }),
    )
  })
})

describe('An app.json is unusable', () => {
  test.each([
    ['broken', '{\n"permission": {\n', { kind: 'not-json', line: 3, column: 1 }],
    ['an array', '[]', { kind: 'not-object', type: 'array' }],
  ])('when it is %s', (_, content, problem) => {
    const folder = folderWith({ [config]: {}, 'app.json': content })
    expect(thrownBy(() => purposesIn(folder))).toMatchObject({
      code: 'ERR_PROJECT_FILE',
      facts: { path: join(folder, 'app.json'), problem },
    })
  })

  test.skipIf(process.platform === 'win32')('when it is a pipe that nobody writes to', () => {
    const folder = folderWith({ [config]: {} })
    pipeAt(join(folder, 'app.json'))
    expect(thrownBy(() => purposesIn(folder))).toMatchObject({ code: 'ERR_PROJECT_FILE' })
  })

  test('when its path is not valid', () => {
    const folder = folderWith({ [config]: { miniprogramRoot: 'a\0b' } })
    expect(thrownBy(() => purposesIn(folder))).toMatchObject({ code: 'ERR_PROJECT_FILE' })
  })

  test('only for readPurposes: findMiniProgram does not read it', () => {
    const folder = folderWith({ [config]: { appid: 'wx1' }, 'app.json': '{' })
    expect(findMiniProgram({ directory: undefined, cwd: folder }).appid).toBe('wx1')
  })
})

describe('A note', () => {
  const notes: readonly ProjectNote[] = [
    { kind: 'demo' },
    { kind: 'no-config', path: '/p/project.config.json' },
    { kind: 'no-appid', path: '/p/project.config.json' },
    { kind: 'bad-appid', path: '/p/project.config.json', appid: 'a b' },
    { kind: 'no-app-json', path: '/p/app.json' },
    { kind: 'long-purpose', path: '/p/app.json', scope: location, length: 31, limit: 30 },
  ]
  test.each(notes)('of the kind $kind is a sentence or two that name every fact', note => {
    const text = en.projectNote(note)
    expect(text).toMatch(/^.*\.$/)
    const { kind, ...facts } = note
    for (const fact of Object.values(facts)) expect(onOneLine(text), kind).toContain(String(fact))
  })
})

describe('The lists of an app.json', () => {
  const declaresIn = (appJson: object) =>
    purposesIn(folderWith({ [config]: {}, 'app.json': appJson })).declares

  test.each<[unknown, readonly string[]]>([
    [
      ['getLocation', 'chooseAddress'],
      ['getLocation', 'chooseAddress'],
    ],
    [[], []],
    [
      ['getLocation', 1, null, { name: 'x' }, 'future'],
      ['getLocation', 'future'],
    ],
    ['getLocation', []],
    [{ 0: 'getLocation' }, []],
    [null, []],
    [undefined, []],
  ])('%j declare %j', (list, expected) => {
    expect(declaresIn({ requiredPrivateInfos: list })).toEqual({
      requiredPrivateInfos: expected,
      requiredBackgroundModes: [],
    })
    expect(declaresIn({ requiredBackgroundModes: list })).toEqual({
      requiredPrivateInfos: [],
      requiredBackgroundModes: expected,
    })
  })

  test('of the demo declare all but the fuzzy location', () => {
    const { requiredPrivateInfos, requiredBackgroundModes } = readPurposes({ kind: 'demo' }).declares
    expect(requiredPrivateInfos).toEqual(expect.arrayContaining([...exactLocations]))
    expect(requiredPrivateInfos).not.toContain('getFuzzyLocation')
    expect(requiredBackgroundModes).toEqual(['location'])
  })
})
