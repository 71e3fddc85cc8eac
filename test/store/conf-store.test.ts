import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { ownerHere } from '../../src/locks/owner.ts'
import { emptyProfile, type Profile } from '../../src/machine/profile.ts'
import { confStore } from '../../src/store/conf-store.ts'
import { decide, profileStoreContract } from '../contracts/profile-store.contract.ts'
import { here } from '../support/here.ts'
import { temporaryHome } from '../support/temporary-home.ts'

const text = (profile: unknown) => `${JSON.stringify(profile, undefined, 2)}\n`
const posix = process.platform !== 'win32'

function open(held?: Profile, folder = '') {
  const home = temporaryHome()
  const directory = join(home, folder)
  const store = confStore({ directory, name: 'default', catalogue: guideCatalogue, host: here })
  if (held !== undefined) writeFileSync(store.path, text(held))
  return { store, home, directory, names: () => readdirSync(directory).sort() }
}
const held = decide('wx1')(emptyProfile)

profileStoreContract('the conf store', profile => open(profile).store)

describe('reading a profile', () => {
  test('creates nothing, with or without a folder', () => {
    const { store, home } = open(undefined, 'a/b')
    expect(store.read()).toEqual(emptyProfile)
    expect(readdirSync(home)).toEqual([])
    const { store: other, names } = open()
    expect(other.read()).toEqual(emptyProfile)
    expect(names()).toEqual([])
  })

  test('and changing it stop at the same depth', async () => {
    const { store } = open()
    const withNote = (levels: number) =>
      `{"version": 1, "apps": {}, "note": ${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`
    const tooDeep = expect.objectContaining({
      code: 'ERR_PROFILE_VALUE',
      facts: {
        path: store.path,
        name: 'default',
        place: 'note',
        expected: { kind: 'too-deep', levels: 100 },
      },
    })
    writeFileSync(store.path, withNote(100))
    await store.update(decide('wx1'))
    expect(store.read()).toMatchObject({ apps: { wx1: {} } })
    for (const levels of [101, 200_000]) {
      writeFileSync(store.path, withNote(levels))
      expect(() => store.read()).toThrow(tooDeep)
      await expect(store.update(decide('wx1'))).rejects.toEqual(tooDeep)
      expect(readFileSync(store.path, 'utf8')).toBe(withNote(levels))
    }
  })

  test('takes a byte order mark', () => {
    const { store } = open()
    writeFileSync(store.path, `\ufeff${text(held)}`)
    expect(store.read()).toEqual(held)
  })

  test.each([
    ['Latin-1', Buffer.from('{\n "version": 1, "note": "caf\xe9"}', 'latin1'), 2, 28],
    ['UTF-16', Buffer.from(`\ufeff${text(held)}`, 'utf16le'), 1, 1],
  ])('refuses a file in %s, which a rewrite would spoil', (_encoding, bytes, line, column) => {
    const { store } = open()
    writeFileSync(store.path, bytes)
    expect(() => store.read()).toThrow(
      expect.objectContaining({
        code: 'ERR_PROFILE_CORRUPT',
        facts: { path: store.path, name: 'default', line, column },
      }),
    )
  })

  test('takes a replacement character for the letter that it is', () => {
    const { store } = open()
    writeFileSync(store.path, text({ ...held, note: '\ufffd' }))
    expect(store.read()).toMatchObject({ note: '\ufffd' })
  })

  const places: [string, (path: string) => void][] = [
    ['a folder', path => mkdirSync(path)],
    ['a link to itself', path => symlinkSync('default.json', path)],
  ]
  if (posix) places.push(['a FIFO', path => execFileSync('mkfifo', [path])])
  if (posix) places.push(['a device', path => symlinkSync('/dev/zero', path)])
  test.each(places)('and changing it are refused at once where %s is in its place', async (_what, put) => {
    const { store, names } = open()
    put(store.path)
    const unreadable = expect.objectContaining({ code: 'ERR_PROFILE_UNREADABLE' })
    expect(() => store.read()).toThrow(unreadable)
    await expect(store.update(decide('wx1'))).rejects.toEqual(unreadable)
    expect(names()).toEqual(['default.json'])
  })

  test('is refused below a file', () => {
    const home = temporaryHome()
    writeFileSync(join(home, 'file'), '')
    const store = confStore({
      directory: join(home, 'file'),
      name: 'default',
      catalogue: guideCatalogue,
      host: here,
    })
    expect(() => store.read()).toThrow(
      expect.objectContaining({
        code: 'ERR_PROFILE_UNREADABLE',
        facts: {
          path: store.path,
          problem: { kind: 'system', code: 'ENOTDIR', text: 'ENOTDIR: not a directory' },
        },
      }),
    )
  })
})

describe('changing a profile', () => {
  test('writes text that a person can read', async () => {
    const { store, names } = open()
    await store.update(decide('wx1'))
    expect(readFileSync(store.path, 'utf8')).toBe(text(held))
    expect(names()).toEqual(['default.json'])
  })

  test.runIf(posix)('lets nobody else read it, nor the folders that it creates', async () => {
    const { store, home } = open(undefined, 'a/b')
    await store.update(decide('wx1'))
    for (const folder of ['a', 'a/b']) expect(statSync(join(home, folder)).mode & 0o777).toBe(0o700)
    expect(statSync(store.path).mode & 0o777).toBe(0o600)
  })

  test('touches nothing when the change changes nothing', async () => {
    const { store, home } = open(undefined, 'a/b')
    expect(await store.update(profile => profile)).toEqual(emptyProfile)
    expect(readdirSync(home)).toEqual([])
    const { store: other, names } = open(held)
    const { ino, mtimeMs } = statSync(other.path)
    await other.update(profile => profile)
    expect(statSync(other.path)).toMatchObject({ ino, mtimeMs })
    expect(names()).toEqual(['default.json'])
  })

  test('writes nothing when somebody else made the change first', async () => {
    const { store } = open(held)
    let runs = 0
    const kept = await store.update(profile => {
      runs += 1
      return runs === 1 ? decide('wx2')(profile) : profile
    })
    expect(kept).toEqual(held)
    expect(readFileSync(store.path, 'utf8')).toBe(text(held))
  })

  test.each([
    ['no JSON', '{"version": 1,', 'ERR_PROFILE_CORRUPT'],
    ['an empty file', '', 'ERR_PROFILE_CORRUPT'],
    ['a newer version', '{"version": 2}', 'ERR_PROFILE_VERSION'],
    ['a wrong value', '{"version": 1, "apps": []}', 'ERR_PROFILE_VALUE'],
    [
      'what is nested too deep',
      `{"version": 1, "apps": {}, "note": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
      'ERR_PROFILE_VALUE',
    ],
  ])('refuses %s and leaves it as it was', async (_what, content, code) => {
    const { store, names } = open()
    writeFileSync(store.path, content)
    await expect(store.update(decide('wx1'))).rejects.toMatchObject({ code })
    expect(readFileSync(store.path, 'utf8')).toBe(content)
    expect(names()).toEqual(['default.json'])
  })

  test.each([
    ['a file', 'kept.json', true],
    ['a file that is yet to be created', 'kept.json', false],
    ['a file in another folder', 'other/kept.json', true],
  ])('through a link to %s keeps the link', async (_what, target, exists) => {
    const { store, directory, names } = open()
    mkdirSync(join(directory, 'other'))
    if (exists) writeFileSync(join(directory, target), text(held))
    symlinkSync(target, store.path)
    await store.update(decide('wx2'))
    expect(readlinkSync(store.path)).toBe(target)
    const { apps } = JSON.parse(readFileSync(join(directory, target), 'utf8'))
    expect(Object.keys(apps)).toEqual(exists ? ['wx1', 'wx2'] : ['wx2'])
    expect(names().filter(name => name.includes('.lock') || name.includes('.new'))).toEqual([])
  })

  test('through a link into a folder that does not exist is refused', async () => {
    const { store } = open()
    symlinkSync('nowhere/kept.json', store.path)
    await expect(store.update(decide('wx1'))).rejects.toMatchObject({
      code: 'ERR_PROFILE_UNWRITABLE',
      facts: { path: store.path, problem: { kind: 'dangling-link' } },
    })
    expect(lstatSync(store.path).isSymbolicLink()).toBe(true)
  })

  test('is refused where the folder cannot be created', async () => {
    const { home } = open()
    symlinkSync('nowhere', join(home, 'link'))
    const store = confStore({
      directory: join(home, 'link'),
      name: 'default',
      catalogue: guideCatalogue,
      host: here,
    })
    expect(store.read()).toEqual(emptyProfile)
    await expect(store.update(decide('wx1'))).rejects.toMatchObject({
      code: 'ERR_PROFILE_UNWRITABLE',
      facts: { path: store.path, problem: { kind: 'system', code: expect.stringMatching(/^E[A-Z]+$/) } },
    })
  })

  test.runIf(posix).each([0o600, 0o640, 0o664, 0o604])('keeps the mode %o of the file', async mode => {
    const { store } = open(held)
    chmodSync(store.path, mode)
    await store.update(decide('wx2'))
    expect(statSync(store.path).mode & 0o777).toBe(mode)
  })

  test.runIf(posix)('through a link keeps the mode of the file behind it', async () => {
    const { store, directory } = open()
    writeFileSync(join(directory, 'kept.json'), text(held))
    chmodSync(join(directory, 'kept.json'), 0o640)
    symlinkSync('kept.json', store.path)
    await store.update(decide('wx2'))
    expect(statSync(store.path).mode & 0o777).toBe(0o640)
  })

  const layouts: [layout: string, write: (profile: Profile) => string][] = [
    ['tabs', profile => `${JSON.stringify(profile, undefined, '\t')}\n`],
    ['four spaces', profile => `${JSON.stringify(profile, undefined, 4)}\n`],
    ['no line break at the end', profile => JSON.stringify(profile, undefined, 2)],
    ['CRLF and a byte order mark', profile => `\ufeff${text(profile)}`.replaceAll('\n', '\r\n')],
    ['a single line', profile => JSON.stringify(profile)],
  ]
  test.each(layouts)('keeps the layout of the file: %s', async (_layout, write) => {
    const { store } = open()
    const mine = { zebra: 1, ...held, __proto__: null, ant: 'a\nb' } as unknown as Profile
    writeFileSync(store.path, write(mine))
    const kept = await store.update(decide('wx2'))
    expect(readFileSync(store.path, 'utf8')).toBe(write(kept))
    expect(Object.keys(kept)).toEqual(['zebra', 'version', 'apps', 'ant'])
  })

  test('is refused if the file would become too large to be read again', async () => {
    const { store } = open()
    const content = `{"version":1,"apps":{},"note":"${'x'.repeat(16 * 1024 * 1024 - 50)}"}`
    writeFileSync(store.path, content)
    await expect(store.update(decide('wx1'))).rejects.toMatchObject({
      code: 'ERR_PROFILE_UNWRITABLE',
      facts: { path: store.path, problem: { kind: 'too-large', mebibytes: 16 } },
    })
    expect(statSync(store.path).size).toBe(content.length)
  })

  test('leaves no half-written file to be read where conf would write in place', async () => {
    const { store, directory } = open(held)
    const snap = process.env.SNAP
    process.env.SNAP = '/snap/any'
    try {
      const before = statSync(store.path).ino
      await store.update(decide('wx2'))
      expect(statSync(store.path).ino).not.toBe(before)
      expect(readdirSync(directory)).toEqual(['default.json'])
    } finally {
      if (snap === undefined) delete process.env.SNAP
      else process.env.SNAP = snap
    }
  })

  test('starts over when its lock was taken from it', async () => {
    const { store, directory } = open(held)
    const lock = join(directory, 'default.json.lock')
    let stolen = false
    const kept = await store.update(profile => {
      // As though somebody elsewhere had taken us for dead, made a change and let go again.
      if (existsSync(lock) && !stolen) {
        stolen = true
        writeFileSync(lock, '')
        writeFileSync(store.path, text(decide('wx9')(profile)))
        execFileSync(process.execPath, ['-e', `fs.unlinkSync(${JSON.stringify(lock)})`])
      }
      return decide('wx2')(profile)
    })
    expect(Object.keys(kept.apps)).toEqual(['wx1', 'wx9', 'wx2'])
    expect(readFileSync(store.path, 'utf8')).toBe(text(kept))
    expect(readdirSync(directory)).toEqual(['default.json'])
  })

  test('gives up when its lock is taken from it every time', async () => {
    const { store, directory } = open(held)
    const lock = join(directory, 'default.json.lock')
    const changing = store.update(profile => {
      if (existsSync(lock)) unlinkSync(lock)
      return decide('wx2')(profile)
    })
    await expect(changing).rejects.toMatchObject({ code: 'ERR_PROFILE_LOCKED', facts: { lock } })
    expect(readFileSync(store.path, 'utf8')).toBe(text(held))
  })

  test.runIf(process.platform === 'linux')(
    'is refused at once in /proc, where no folder can be created',
    async () => {
      const store = confStore({
        directory: '/proc/nope/a',
        name: 'default',
        catalogue: guideCatalogue,
        host: here,
      })
      await expect(store.update(decide('wx1'))).rejects.toMatchObject({ code: 'ERR_PROFILE_UNWRITABLE' })
    },
  )

  test('sweeps what killed writers left, and nothing else', async () => {
    const { store, directory, names } = open(held)
    const gone = JSON.stringify({ ...ownerHere(here), started: '0', nonce: 'deaddeaddeaddeaddead' })
    const waits = JSON.stringify({ ...ownerHere(here), nonce: 'waitswaitswaitswaits' })
    const linux = process.platform === 'linux'
    const put = (names: readonly string[], content: string) => {
      for (const name of names) writeFileSync(join(directory, name), content)
    }
    put(['default.json.new-abcdefghijabcdefghij'], '{')
    put(['default.json.new-abcdefghijabcdefghij.tmp-1234567890abcdef'], '{')
    if (linux)
      put(['default.json.lock.deaddeaddeaddeaddead', 'default.json.lock.abcdefghijabcdefghij.break'], gone)
    const others = [
      'default.json.bak',
      // Another program that uses conf makes such a one.
      'default.json.tmp-1234567890abcdef',
      'default.json.new-backup',
      'default.json.new-abcdefghijabcdefghij.bak',
      'default.json.new-abcdefghijabcdefghij2',
      'default.json.lock.mybackup1',
      'default.json.lock.old.break',
      'default.json.lock.json',
      'default.json.tmp-mine',
      'other.json.tmp-1234567890abcdef',
      'other.json.lock.deaddeaddeaddeaddead',
    ]
    put(others, gone)
    put(['default.json.lock.waitswaitswaitswaits'], waits)
    put(['default.json.lock.nobodynobodynobodyno', 'default.json.lock.youngyoungyoungyoung'], '')
    const before = new Date(Date.now() - 6_000)
    utimesSync(join(directory, 'default.json.lock.nobodynobodynobodyno'), before, before)
    await store.update(decide('wx2'))
    expect(names()).toEqual(
      [
        'default.json',
        'default.json.lock.waitswaitswaitswaits',
        'default.json.lock.youngyoungyoungyoung',
        ...others,
      ].sort(),
    )
  })
})
