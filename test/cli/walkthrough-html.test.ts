import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inWorld } from '../support/cli-world.ts'
import { shell, spawnAs } from '../support/spawn-cli.ts'

const isPage = (text: string) => text.startsWith('<!DOCTYPE html>') && text.endsWith('</html>\n')

describe('wxauth walkthrough --html', () => {
  test('writes a page relative to the working directory, and says so', () =>
    inWorld(async world => {
      const run = await world.run('walkthrough scope.camera --html camera.html')
      const path = join(world.cwd, 'camera.html')
      expect(run).toMatchObject({ code: 0, stdout: '' })
      expect(run.stderr).toContain(`note: Wrote ${path}.`)
      expect(isPage(readFileSync(path, 'utf8'))).toBe(true)
      expect(readFileSync(path, 'utf8')).toContain('<h1>Camera</h1>')
      expect(readdirSync(world.cwd)).toEqual(['camera.html'])
    }))

  test('--json prints what was written', () =>
    inWorld(async world => {
      const path = join(world.cwd, 'x.html')
      expect(await world.json('walkthrough wx.chooseLocation --html x.html')).toEqual({
        edition: 'guide',
        path,
        scopes: ['scope.userLocation'],
        appid: 'touristappid',
      })
      const { scopes } = await world.json<{ scopes: readonly string[] }>('walkthrough --all --html x.html')
      expect(scopes).toHaveLength(9)
    }))

  test('asks nobody, needs no answer, and says that an answer had no effect', () =>
    inWorld(async world => {
      const { code, stderr } = await world.run('walkthrough camera --html x.html --no-input --reject')
      expect(code).toBe(0)
      expect(stderr).toContain('--reject had no effect')
    }))

  test('reads no profile, and writes none', () =>
    inWorld(async world => {
      world.write('profiles/default.json', '{ not JSON')
      expect((await world.run('walkthrough camera --html x.html')).code).toBe(0)
      expect(readFileSync(world.path(), 'utf8')).toBe('{ not JSON')
    }))

  test('is about the Mini Program at hand, whose texts stay texts', () =>
    inWorld(async world => {
      const name = '<script>alert("1")</script>'
      world.write('work/project.config.json', { appid: 'wx1', projectname: encodeURIComponent(name) })
      world.write('work/app.json', { permission: { 'scope.userLocation': { desc: '"><img src=x>' } } })
      await world.run('walkthrough wx.getLocation --html x.html')
      const page = readFileSync(join(world.cwd, 'x.html'), 'utf8')
      expect(page).toContain('&#x3C;script>alert("1")&#x3C;/script>')
      expect(page).toContain('>&#x3C;img src=x></bdi>')
      expect(page).not.toContain('<script')
      expect(page).not.toContain('<img')
    }))

  test('a Mini Program without a description learns where it belongs', () =>
    inWorld(async world => {
      world.write('work/project.config.json', { appid: 'wx1' })
      world.write('work/app.json', {})
      await world.run('walkthrough wx.getLocation --html x.html')
      expect(readFileSync(join(world.cwd, 'x.html'), 'utf8')).toContain(join(world.cwd, 'app.json'))
    }))
})

describe('The file', () => {
  const written = 'walkthrough camera --html x.html'

  test('replaces another as a whole, with its rights', () =>
    inWorld(async world => {
      const path = join(world.cwd, 'x.html')
      writeFileSync(path, 'x'.repeat(1_000_000))
      chmodSync(path, 0o640)
      expect((await world.run(written)).code).toBe(0)
      expect(isPage(readFileSync(path, 'utf8'))).toBe(true)
      expect(statSync(path).mode & 0o777).toBe(0o640)
      expect(readdirSync(world.cwd)).toEqual(['x.html'])
    }))

  test('behind a symbolic link is replaced, and the link stays', () =>
    inWorld(async world => {
      mkdirSync(join(world.cwd, 'reports'))
      writeFileSync(join(world.cwd, 'reports/camera.html'), 'old')
      symlinkSync('reports/camera.html', join(world.cwd, 'x.html'))
      expect((await world.run(written)).code).toBe(0)
      expect(lstatSync(join(world.cwd, 'x.html')).isSymbolicLink()).toBe(true)
      expect(isPage(readFileSync(join(world.cwd, 'reports/camera.html'), 'utf8'))).toBe(true)
    }))

  test('may be a device, which stays one', () =>
    inWorld(async world => {
      expect((await world.run('walkthrough camera --html /dev/null')).code).toBe(0)
      expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
    }))

  test.each([
    { what: 'in a folder that is missing', name: 'none/x.html', matter: 'no such file or directory' },
    { what: 'that is a folder', name: 'folder', matter: 'it is a directory' },
    { what: 'under a file', name: 'file/x.html', matter: 'a part of its path is not a directory' },
    {
      what: 'that is a link to nowhere',
      name: 'link',
      matter: 'a symbolic link to a file that does not exist',
    },
    { what: 'with a name that is too long', name: `${'x'.repeat(300)}.html`, matter: 'its path is too long' },
    { what: 'on a full disk', name: '/dev/full', matter: 'the disk is full' },
  ])('$what is refused with exit 2, and nothing changes', ({ name, matter }) =>
    inWorld(async world => {
      mkdirSync(join(world.cwd, 'folder'))
      writeFileSync(join(world.cwd, 'file'), 'old')
      symlinkSync('nowhere', join(world.cwd, 'link'))
      const before = readdirSync(world.cwd)
      const { code, stdout, stderr } = await world.run(`walkthrough camera --html ${name} --json`)
      expect([code, stdout]).toEqual([2, ''])
      expect(stderr).toContain('ERR_UNWRITABLE_FILE')
      expect(stderr).toContain(matter)
      expect(readdirSync(world.cwd)).toEqual(before)
      expect(readFileSync(join(world.cwd, 'file'), 'utf8')).toBe('old')
      expect(existsSync(join(world.cwd, 'nowhere'))).toBe(false)
    }),
  )

  test('that is write-protected is refused, and stays', () =>
    inWorld(async world => {
      const path = join(world.cwd, 'x.html')
      // Another user may write into the folder, so a rename would succeed.
      for (const folder of [world.directory, world.cwd]) chmodSync(folder, 0o777)
      writeFileSync(path, 'old', { mode: 0o444 })
      const { code, stderr } = await spawnAs(nobody, written.split(' '), world)
      expect(code).toBe(2)
      expect(stderr).toContain('permission denied')
      expect(readFileSync(path, 'utf8')).toBe('old')
      expect(readdirSync(world.cwd)).toEqual(['x.html'])
    }))

  test('stays if the page is only written in part', () =>
    inWorld(async world => {
      const path = join(world.cwd, 'x.html')
      writeFileSync(path, 'old')
      // No file may grow beyond 16 kB.
      const { code, stderr } = await shell(`ulimit -f 16; "$0" "$1" ${written}`, world)
      expect(code).toBe(2)
      expect(stderr).toContain(`${path} cannot be written: EFBIG`)
      expect(readFileSync(path, 'utf8')).toBe('old')
      expect(readdirSync(world.cwd)).toEqual(['x.html'])
    }))
})

const nobody = 65_534
