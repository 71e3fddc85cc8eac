import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { projectNoteText } from '../../src/messages/en/miniprogram.ts'
import { findMiniProgram, type ProjectNote, readPurposes } from '../../src/miniprogram/index.ts'
import { folderWith } from './folders.ts'

const config = 'project.config.json'
const location = 'scope.userLocation'
const withDesc = (desc: unknown) => ({ permission: { [location]: { desc } } })

async function purposesIn(folder: string) {
  return await readPurposes((await findMiniProgram({ named: folder, cwd: folder })).project)
}

describe('Usage descriptions', () => {
  const thirty = '用'.repeat(30)
  test.each([
    ['Shows shops near you', 'Shows shops near you'],
    [' padded ', ' padded '],
    [thirty, thirty],
    ['', undefined],
    [' \t\n ', undefined],
    [5, undefined],
    [null, undefined],
    [undefined, undefined],
    [['x'], undefined],
  ])('with the desc %j: %j', async (desc, purpose) => {
    const folder = folderWith({ [config]: {}, 'app.json': withDesc(desc) })
    expect(await purposesIn(folder)).toEqual({
      purposes: purpose === undefined ? {} : { [location]: purpose },
      appJson: join(folder, 'app.json'),
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
  ])('are none in %j', async appJson => {
    expect((await purposesIn(folderWith({ [config]: {}, 'app.json': appJson }))).purposes).toEqual({})
  })

  test.each([
    ['31 characters', 'x'.repeat(31), 31],
    ['31 characters outside of the basic plane', '😀'.repeat(31), 31],
  ])('of %s are taken, with a note', async (_, desc, length) => {
    const folder = folderWith({ [config]: {}, 'app.json': withDesc(desc) })
    const { purposes, notes } = await purposesIn(folder)
    expect(purposes).toEqual({ [location]: desc })
    expect(notes).toEqual([
      { kind: 'long-purpose', path: join(folder, 'app.json'), scope: location, length, limit: 30 },
    ])
  })

  test('of 30 characters outside of the basic plane get no note', async () => {
    const folder = folderWith({ [config]: {}, 'app.json': withDesc('😀'.repeat(30)) })
    expect((await purposesIn(folder)).notes).toEqual([])
  })

  test('are read at the miniprogramRoot, and not beside the project file', async () => {
    const folder = folderWith({
      [config]: { miniprogramRoot: 'src/' },
      'app.json': withDesc('wrong'),
      'src/app.json': withDesc('right'),
    })
    expect(await purposesIn(folder)).toMatchObject({
      purposes: { [location]: 'right' },
      appJson: join(folder, 'src/app.json'),
    })
  })

  test('are read in a folder with an app.json alone', async () => {
    const folder = folderWith({ 'app.json': withDesc('why') })
    expect((await purposesIn(folder)).purposes).toEqual({ [location]: 'why' })
  })

  test.each([
    ['no app.json', {}],
    ['a miniprogramRoot that is a file', { [config]: { miniprogramRoot: 'x' }, x: 'file' }],
    ['a miniprogramRoot that is not there', { [config]: { miniprogramRoot: '../../no/where' } }],
  ])('are none with %s, and the path is told', async (_, files) => {
    const folder = folderWith({ [config]: {}, ...files })
    const { purposes, appJson, notes } = await purposesIn(folder)
    expect({ purposes, notes }).toEqual({ purposes: {}, notes: [] })
    expect(appJson).toMatch(/app\.json$/)
  })

  test('take a byte order mark', async () => {
    const folder = folderWith({ [config]: {}, 'app.json': `\uFEFF${JSON.stringify(withDesc('why'))}` })
    expect((await purposesIn(folder)).purposes).toEqual({ [location]: 'why' })
  })

  test('of the demo are built in, short enough, and need no file', async () => {
    const { purposes, appJson, notes } = await readPurposes({ kind: 'demo' })
    expect(Object.keys(purposes)).toEqual([location])
    expect([...(purposes[location] ?? '')].length).toBeLessThanOrEqual(30)
    expect({ appJson, notes }).toEqual({ appJson: undefined, notes: [] })
  })

  test('come of any JSON object without a throw', async () => {
    const folder = folderWith({ [config]: {} })
    const permission = fc.dictionary(fc.constantFrom(location, 'scope.camera', '__proto__'), fc.jsonValue())
    await fc.assert(
      fc.asyncProperty(fc.oneof(permission, fc.jsonValue()), async value => {
        writeFileSync(join(folder, 'app.json'), JSON.stringify({ permission: value }))
        const { purposes } = await purposesIn(folder)
        for (const purpose of Object.values(purposes)) expect(purpose.trim()).not.toBe('')
      }),
    )
  })
})

describe('An app.json is unusable', () => {
  test.each([
    ['broken', '{\n"permission": {\n', 3, 1, 'not valid JSON'],
    ['an array', '[]', undefined, undefined, 'not a JSON object'],
  ])('when it is %s', async (_, content, line, column, problem) => {
    const folder = folderWith({ [config]: {}, 'app.json': content })
    await expect(purposesIn(folder)).rejects.toMatchObject({
      code: 'ERR_PROJECT_FILE',
      facts: { path: join(folder, 'app.json'), line, column, problem },
    })
  })

  test.skipIf(process.platform === 'win32')('when it is a pipe that nobody writes to', async () => {
    const folder = folderWith({ [config]: {} })
    execFileSync('mkfifo', [join(folder, 'app.json')])
    await expect(purposesIn(folder)).rejects.toMatchObject({ code: 'ERR_PROJECT_FILE' })
  })

  test('when its path cannot be one', async () => {
    const folder = folderWith({ [config]: { miniprogramRoot: 'a\0b' } })
    await expect(purposesIn(folder)).rejects.toMatchObject({ code: 'ERR_PROJECT_FILE' })
  })

  test('only for who reads it: finding the Mini Program does not', async () => {
    const folder = folderWith({ [config]: { appid: 'wx1' }, 'app.json': '{' })
    expect((await findMiniProgram({ named: undefined, cwd: folder })).appid).toBe('wx1')
  })
})

describe('A note', () => {
  const notes: readonly ProjectNote[] = [
    { kind: 'demo', cwd: '/here' },
    { kind: 'no-config', path: '/p/project.config.json' },
    { kind: 'no-appid', path: '/p/project.config.json' },
    { kind: 'bad-appid', path: '/p/project.config.json', appid: '"a b"' },
    { kind: 'long-purpose', path: '/p/app.json', scope: location, length: 31, limit: 30 },
  ]
  test.each(notes)('of the kind $kind is one sentence that names every fact', note => {
    const text = projectNoteText(note)
    expect(text).toMatch(/^.*\.$/)
    const { kind, ...facts } = note
    for (const fact of Object.values(facts)) expect(text, kind).toContain(String(fact))
  })
})
