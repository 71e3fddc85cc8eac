import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findMiniProgram } from '../../src/project/find.ts'
import { type Files, folderWith, pipeAt } from './folders.ts'
import { thrownBy } from './thrown.ts'

const config = 'project.config.json'
const own = 'project.private.config.json'

interface Case {
  readonly title: string
  readonly files: Files
  /** In the folder; `undefined` searches from `cwd`. */
  readonly directory?: string
  /** In the folder. */
  readonly cwd?: string
  readonly appid: string
  readonly name: string
  /** In the folder; `undefined` is the demo. */
  readonly appJson?: string
  readonly notes?: readonly Readonly<Record<string, unknown>>[]
}

const full = { appid: 'wx1', projectname: 'Shop' }

const cases: readonly Case[] = [
  {
    title: 'in the working directory',
    files: { [config]: full },
    appid: 'wx1',
    name: 'Shop',
    appJson: 'app.json',
  },
  {
    title: 'in the nearest directory above',
    files: { [config]: { appid: 'far' }, [`a/${config}`]: full, 'a/b/c/x.js': '' },
    cwd: 'a/b/c',
    appid: 'wx1',
    name: 'Shop',
    appJson: 'a/app.json',
  },
  {
    title: 'in a named directory, whatever the working directory holds',
    files: { [config]: { appid: 'near' }, [`other/${config}`]: full },
    directory: 'other',
    appid: 'wx1',
    name: 'Shop',
    appJson: 'other/app.json',
  },
  {
    title: 'not above a named directory',
    files: { [config]: full, 'a/app.json': {} },
    directory: 'a',
    appid: 'touristappid',
    name: 'touristappid',
    appJson: 'a/app.json',
    notes: [{ kind: 'no-config', path: `a/${config}` }],
  },
  {
    title: 'not by an app.json alone in the working directory',
    files: { [config]: full, 'a/app.json': {} },
    cwd: 'a',
    appid: 'wx1',
    name: 'Shop',
    appJson: 'app.json',
  },
  {
    title: 'as the demo if there is no project file, even with an app.json',
    files: { 'app.json': {} },
    appid: 'touristappid',
    name: 'WXAuth Demo',
    notes: [{ kind: 'demo' }],
  },
  {
    title: 'with the private file overriding field by field',
    files: {
      [config]: { appid: 'wx1', projectname: 'Shop', miniprogramRoot: 'src/' },
      [own]: { appid: 'wx2', miniprogramRoot: 'dist/' },
    },
    appid: 'wx2',
    name: 'Shop',
    appJson: 'dist/app.json',
  },
  {
    title: 'with the name from the private file',
    files: { [config]: full, [own]: { projectname: 'Mine' } },
    appid: 'wx1',
    name: 'Mine',
    appJson: 'app.json',
  },
  {
    title: 'not by a private file alone',
    files: { [own]: full },
    appid: 'touristappid',
    name: 'WXAuth Demo',
    notes: [{ kind: 'demo' }],
  },
  {
    title: 'with a byte order mark in both files',
    files: { [config]: `\uFEFF${JSON.stringify(full)}`, [own]: '\uFEFF{"projectname":"Mine"}' },
    appid: 'wx1',
    name: 'Mine',
    appJson: 'app.json',
  },
]

const roots: readonly (readonly [root: unknown, appJson: string])[] = [
  ['src', 'src/app.json'],
  ['src/', 'src/app.json'],
  ['./src', 'src/app.json'],
  ['/src', 'src/app.json'],
  ['/', 'app.json'],
  ['', 'app.json'],
  [null, 'app.json'],
  ['../outside', '../outside/app.json'],
]

const names: readonly (readonly [projectname: unknown, name: string])[] = [
  ['%E5%95%86%E5%BA%97', '商店'],
  ['商店', '商店'],
  ['100%', '100%'],
  ['%E5%95', '%E5%95'],
  ['a%20b', 'a b'],
  ['', 'wx1'],
  ['  ', 'wx1'],
  ['%20', 'wx1'],
  [5, 'wx1'],
  [null, 'wx1'],
  [undefined, 'wx1'],
]

const appids: readonly (readonly [value: unknown, appid: string, note: string | undefined])[] = [
  ['wx0123456789abcdef', 'wx0123456789abcdef', undefined],
  ['touristappid', 'touristappid', undefined],
  ['A-b_c.9', 'A-b_c.9', undefined],
  ['x'.repeat(64), 'x'.repeat(64), undefined],
  ['constructor', 'constructor', undefined],
  ['x'.repeat(65), 'touristappid', 'bad-appid'],
  ['wx 1', 'touristappid', 'bad-appid'],
  ['wx1\n', 'touristappid', 'bad-appid'],
  ['../wx1', 'touristappid', 'bad-appid'],
  [5, 'touristappid', 'bad-appid'],
  [{ a: 1 }, 'touristappid', 'bad-appid'],
  [['wx1'], 'touristappid', 'bad-appid'],
  [true, 'touristappid', 'bad-appid'],
  ['', 'touristappid', 'no-appid'],
  [null, 'touristappid', 'no-appid'],
  [undefined, 'touristappid', 'no-appid'],
]

describe('A Mini Program is found', () => {
  test.each(cases)('$title', ({ files, directory, cwd = '', appid, name, appJson, notes = [] }) => {
    const folder = folderWith(files)
    const result = findMiniProgram({
      directory: directory && join(folder, directory),
      cwd: join(folder, cwd),
    })
    expect(result).toMatchObject({ appid, name })
    expect(result.project).toEqual(
      appJson === undefined
        ? { kind: 'demo' }
        : { kind: 'folder', directory: expect.any(String), appJson: join(folder, appJson) },
    )
    const expectedNotes = notes.map(note =>
      Object.fromEntries(
        Object.entries(note).map(([key, value]) => [
          key,
          key === 'kind' ? value : join(folder, String(value)),
        ]),
      ),
    )
    expect(result.notes).toEqual(expectedNotes)
  })

  test('in a named directory that is relative to the working directory', () => {
    const folder = folderWith({ [`a/${config}`]: full })
    const { project } = findMiniProgram({ directory: '../a', cwd: join(folder, 'b') })
    expect(project).toEqual({
      kind: 'folder',
      directory: join(folder, 'a'),
      appJson: join(folder, 'a/app.json'),
    })
  })

  test.each(roots)('with the miniprogramRoot %j and the app.json %s', (miniprogramRoot, appJson) => {
    const folder = folderWith({ [config]: { ...full, miniprogramRoot } })
    const { project } = findMiniProgram({ directory: undefined, cwd: folder })
    expect(project).toMatchObject({ appJson: join(folder, appJson) })
  })

  test.each(names)('with the projectname %j and the name %j', (projectname, name) => {
    const folder = folderWith({ [config]: { appid: 'wx1', projectname } })
    expect(findMiniProgram({ directory: undefined, cwd: folder }).name).toBe(name)
  })

  test.each(appids)('with %j in the file as the appid %j, note: %s', (value, appid, kind) => {
    const folder = folderWith({ [config]: { appid: value } })
    const result = findMiniProgram({ directory: undefined, cwd: folder })
    expect(result).toMatchObject({ appid, name: appid })
    const note = {
      kind,
      path: join(folder, config),
      ...(kind === 'bad-appid' ? { appid: value } : {}),
    }
    expect(result.notes).toEqual(kind === undefined ? [] : [note])
  })

  test.each([
    ['2.32.3', '2.32.3'],
    ['trial', 'trial'],
    [3, undefined],
    [null, undefined],
  ])('with %j as the libVersion', (libVersion, expected) => {
    const folder = folderWith({ [config]: { appid: 'wx1', libVersion } })
    expect(findMiniProgram({ directory: undefined, cwd: folder }).libVersion).toBe(expected)
  })

  test('with a bad appid in the private file, which the note names', () => {
    const folder = folderWith({ [config]: full, [own]: { appid: 'no good' } })
    const { notes } = findMiniProgram({ directory: undefined, cwd: folder })
    expect(notes).toEqual([{ kind: 'bad-appid', path: join(folder, own), appid: 'no good' }])
  })

  test('for any JSON object in its project file, or an error names the file', () => {
    const fields = fc.dictionary(
      fc.constantFrom('appid', 'projectname', 'miniprogramRoot', '__proto__', 'setting'),
      fc.jsonValue(),
    )
    const folder = folderWith({})
    fc.assert(
      fc.property(fields, value => {
        writeFileSync(join(folder, config), JSON.stringify(value))
        const find = () => findMiniProgram({ directory: undefined, cwd: folder })
        const fault = thrownBy(find)
        if (fault !== undefined) {
          expect(fault).toMatchObject({ code: 'ERR_PROJECT_FILE', facts: { path: join(folder, config) } })
        } else {
          const result = find()
          expect(result.appid).toMatch(/^[A-Za-z0-9._-]{1,64}$/)
          expect(result.name).not.toBe('')
        }
      }),
    )
  })
})

describe('A named directory is refused', () => {
  test.each([
    ['that does not exist', {}, 'none', 'no-directory'],
    ['that is a file', { [config]: full }, config, 'no-directory'],
    ['that is empty, even in the folder of a project', { [config]: full, 'a/x': '' }, 'a', 'no-project'],
    ['that holds only a private file', { [`a/${own}`]: full }, 'a', 'no-project'],
  ] as const)('%s', (_, files, name, problem) => {
    const folder = folderWith(files)
    const directory = join(folder, name)
    expect(thrownBy(() => findMiniProgram({ directory: name, cwd: folder }))).toMatchObject({
      code: 'ERR_PROJECT_MISSING',
      facts: { directory, problem },
    })
  })
})

describe('A project file is unusable', () => {
  const notJsonAt = (line: number, column: number) => ({ kind: 'not-json', line, column }) as const
  test.each([
    ['broken JSON', config, '{\n  "appid": "wx1"\n  "x": 1\n}', notJsonAt(3, 3)],
    ['a trailing comma', config, '{"appid": "wx1",}', notJsonAt(1, 17)],
    ['a comment', config, '// mine\n{}', notJsonAt(1, 1)],
    ['no content', config, '', notJsonAt(1, 1)],
    ['an unfinished object', config, '{\r\n"appid":\r\n', notJsonAt(3, 1)],
    ['broken JSON after a byte order mark', config, '\uFEFF{x}', notJsonAt(1, 2)],
    ['an array', config, '[]', { kind: 'not-object', type: 'array' }],
    ['a string', config, '"wx1"', { kind: 'not-object', type: 'string' }],
    ['null', config, 'null', { kind: 'not-object', type: 'null' }],
    [
      'an appid of 100,000 nested arrays',
      config,
      `{"appid":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      { kind: 'too-deep', levels: 100 },
    ],
    ['a miniprogramRoot of another type', config, '{"miniprogramRoot":5}', { kind: 'bad-root' }],
    ['broken JSON in the private file', own, '{]', notJsonAt(1, 2)],
    ['a bad miniprogramRoot in the private file', own, '{"miniprogramRoot":[]}', { kind: 'bad-root' }],
  ] as const)('with %s', (_, file, content, problem) => {
    const folder = folderWith({ [config]: full, [file]: content })
    expect(thrownBy(() => findMiniProgram({ directory: undefined, cwd: folder }))).toMatchObject({
      code: 'ERR_PROJECT_FILE',
      facts: { path: join(folder, file), problem },
    })
  })

  const oddities: readonly (readonly [what: string, make: (path: string) => void, problem: object])[] = [
    ['a directory', path => mkdirSync(path), { kind: 'directory' }],
    ['a pipe that nobody writes to', path => pipeAt(path), { kind: 'not-file' }],
    ['a link to an endless device', path => symlinkSync('/dev/zero', path), { kind: 'not-file' }],
    ['a link to itself', path => symlinkSync(path, path), { kind: 'system', code: 'ELOOP' }],
    ['a link to nowhere', path => symlinkSync('nowhere', path), { kind: 'dangling-link' }],
    [
      'a file of a terabyte',
      path => {
        writeFileSync(path, '')
        truncateSync(path, 2 ** 40)
      },
      { kind: 'too-large', mebibytes: 16 },
    ],
  ]
  test.skipIf(process.platform === 'win32').each(oddities)('when it is %s', (_, make, problem) => {
    const folder = folderWith({})
    make(join(folder, config))
    for (const directory of [undefined, folder]) {
      expect(thrownBy(() => findMiniProgram({ directory, cwd: folder }))).toMatchObject({
        code: 'ERR_PROJECT_FILE',
        facts: { path: join(folder, config), problem },
      })
    }
  })

  test.skipIf(process.getuid === undefined || process.getuid() === 0)('when it may not be read', () => {
    const folder = folderWith({ [config]: full })
    chmodSync(join(folder, config), 0)
    expect(thrownBy(() => findMiniProgram({ directory: undefined, cwd: folder }))).toMatchObject({
      code: 'ERR_PROJECT_FILE',
      facts: { path: join(folder, config), problem: { code: 'EACCES' } },
    })
  })
})

// Permissions do not stop root.
describe.skipIf(process.getuid === undefined || process.getuid() === 0)(
  'A directory that may not be searched',
  () => {
    const closedFolder = () => {
      const folder = folderWith({ [config]: full, [`a/${config}`]: { appid: 'near' }, 'a/b/x': '' })
      chmodSync(join(folder, 'a'), 0)
      onTestFinished(() => chmodSync(join(folder, 'a'), 0o700))
      return folder
    }

    test('is skipped on the way up', () => {
      expect(findMiniProgram({ directory: undefined, cwd: join(closedFolder(), 'a/b') }).appid).toBe('wx1')
    })

    test('is an error if the user named it', () => {
      const folder = closedFolder()
      expect(thrownBy(() => findMiniProgram({ directory: 'a', cwd: folder }))).toMatchObject({
        code: 'ERR_PROJECT_FILE',
        facts: { path: join(folder, 'a', config), problem: { code: 'EACCES' } },
      })
    })
  },
)

describe('The search upward', () => {
  test('works from a working directory that no longer exists', () => {
    const folder = folderWith({ [config]: full })
    expect(findMiniProgram({ directory: undefined, cwd: join(folder, 'gone/deep') }).appid).toBe('wx1')
  })

  test('ends for a path of any length', () => {
    const folder = folderWith({ [config]: full })
    const deep = join(folder, ...Array.from({ length: 3000 }, () => 'deep'))
    expect(findMiniProgram({ directory: undefined, cwd: deep }).appid).toBe('wx1')
  })
})
