import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from 'vitest'
import { inWorld } from '../support/cli-world.ts'

const bin = join(import.meta.dirname, '../../bin/wxauth.cjs')

/** Runs `wxauth` and returns what its process loads: our files, and Node's builtins beyond those of every start. */
function loadedBy(args: readonly string[], home: string) {
  const probe = `
    const before = new Set(process.moduleLoadList)
    const fs = require('node:fs')
    const files = []
    const readFileSync = fs.readFileSync
    fs.readFileSync = (path, ...rest) => { if (String(path).endsWith('.cjs')) files.push(String(path)); return readFileSync(path, ...rest) }
    process.on('exit', () => {
      const builtins = process.moduleLoadList.filter(name => !before.has(name) && /^NativeModule (?!internal)/.test(name))
      fs.writeSync(3, JSON.stringify({ files, builtins: builtins.map(name => name.slice(13)) }))
    })
    process.argv.splice(1, 0, ${JSON.stringify(bin)})
    require(${JSON.stringify(bin)})`
  const output = join(home, 'loaded.json')
  const script = 'exec 3>"$1"; shift; exec "$@"'
  const command = ['-c', script, 'sh', output, process.execPath, '-e', probe, '--', ...args]
  try {
    execFileSync('sh', command, {
      env: { PATH: process.env.PATH, HOME: home, WXAUTH_HOME: home },
      stdio: 'pipe',
      cwd: home,
    })
  } catch {
    // The exit code does not matter here.
  }
  const { files, builtins } = JSON.parse(execFileSync('cat', [output], { encoding: 'utf8' }))
  return {
    files: (files as string[]).map(path => path.replace(/^.*\//, '')).sort(),
    builtins: (builtins as string[]).sort(),
  }
}

const inHome = <T>(run: (home: string) => T) =>
  inWorld(async ({ directory }) => {
    const home = join(directory, 'home')
    mkdirSync(home)
    const scopes = {
      'scope.userLocation': { state: 'accepted', at: '2026-01-31T08:00:00.000Z', by: 'popup' },
    }
    const apps = { touristappid: { name: 'WXAuth Demo', scopes, replies: {} } }
    writeFileSync(join(home, 'default.json'), JSON.stringify({ version: 1, apps }))
    return run(home)
  })

// A start costs what it loads, and what it loads can be tested exactly, unlike its time.
test.each([
  [['call', 'wx.getLocation']],
  [['call', 'wx.getLocation', '--accept', '--json', '--expect', 'success']],
  [['get-setting']],
  [['list-scopes']],
  [['call', 'camera']],
])('%s loads one file besides the loader, and almost no builtin', args =>
  inHome(home => {
    expect(loadedBy(args, home)).toEqual({
      files: ['load.cjs', 'main.cjs', 'wxauth.cjs'],
      builtins: ['process', 'vm'],
    })
  }),
)

test.each([
  [['call', 'wx.getLocation', '--lang', 'zh-CN']],
  [['list-scopes', '--lang', 'zh-CN']],
  [['call', 'camera', '--lang', 'zh-CN']],
])('%s loads the Chinese texts too, which are one file', args =>
  inHome(home => {
    expect(loadedBy(args, home)).toEqual({
      files: ['load.cjs', 'main.cjs', 'wxauth.cjs', 'zh-CN.cjs'],
      builtins: ['process', 'vm'],
    })
  }),
)

test('only a walkthrough loads what belongs to walkthroughs', () =>
  inHome(home => {
    expect(loadedBy(['walkthrough', 'camera', '--reject'], home).files).toContain('walkthrough.cjs')
    for (const args of [['call', 'camera', '--reject'], ['set', 'scope.camera=rejected'], ['--help']])
      expect(loadedBy(args, home).files, args.join(' ')).not.toContain('walkthrough.cjs')
  }))

test('only a program that runs loads what belongs to running programs', () =>
  inHome(home => {
    expect(loadedBy(['run', '--expect', 'success'], home).files).toContain('run.cjs')
    for (const args of [['call', 'camera', '--reject'], ['walkthrough', 'camera', '--reject'], ['--help']])
      expect(loadedBy(args, home).files, args.join(' ')).not.toContain('run.cjs')
  }))

test('a change loads conf and the lock, but no crypto, assert or network module', () =>
  inHome(home => {
    const { files, builtins } = loadedBy(['set', 'scope.camera=rejected'], home)
    expect(files.length).toBeLessThanOrEqual(6)
    for (const heavy of ['crypto', 'assert', 'net', 'child_process', 'readline'])
      expect(builtins).not.toContain(heavy)
  }))

test('only an answer that is signed or encrypted loads crypto', () =>
  inHome(home => {
    expect(loadedBy(['call', 'wx.getUserInfo', '--accept'], home).builtins).toContain('crypto')
    expect(loadedBy(['call', 'wx.chooseAddress', '--accept'], home).builtins).not.toContain('crypto')
  }))
