import { chmodSync, chownSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { appRecord, inWorld, linesOf, profileWith, snapshot } from '../support/cli-world.ts'
import { spawnAs } from '../support/spawn-cli.ts'

interface Place {
  readonly name: string
  readonly path: string
}

describe('which profile', () => {
  const rows: readonly [args: string, env: Readonly<Record<string, string>>, name: string][] = [
    ['profile path', {}, 'default'],
    ['profile path', { WXAUTH_PROFILE: 'tester' }, 'tester'],
    ['profile path', { WXAUTH_PROFILE: '' }, 'default'],
    ['profile path --profile other', { WXAUTH_PROFILE: 'tester' }, 'other'],
    ['--profile=other profile path', { WXAUTH_PROFILE: '../bad' }, 'other'],
    ['profile --profile a.b_c-9 path', {}, 'a.b_c-9'],
    [`profile path --profile ${'x'.repeat(64)}`, {}, 'x'.repeat(64)],
    ['profile path --profile 9', {}, '9'],
  ]
  test.concurrent.each(rows)('%s with %o is %s', (args, env, name) =>
    inWorld(async world => {
      expect(await world.json<Place>(args, { env })).toEqual({
        edition: 'guide',
        name,
        path: world.path(name),
      })
    }),
  )

  const badNames = ['../x', '', 'x'.repeat(65), '.hidden', 'a/b', 'a b', 'ä', 'x\n', '..', 'a\\b']
  test.concurrent.each(badNames)('%j is refused and never touches a file', name =>
    inWorld(async world => {
      world.write('x.json', '{}')
      const before = snapshot(world.directory)
      const byFlag = world.run(['call', 'camera', '--accept', `--profile=${name}`])
      // An empty variable counts as not set.
      const byVariable = world.run('call camera --accept', { env: { WXAUTH_PROFILE: name || '../x' } })
      const removal = world.run(['profile', 'remove', '--', name])
      for (const run of await Promise.all([byFlag, byVariable, removal])) {
        expect(run).toMatchObject({ code: 2, stdout: '' })
        expect(run.stderr).toContain('A profile cannot be named "')
      }
      expect(snapshot(world.directory)).toEqual(before)
    }),
  )
})

describe('what needs no profile and no Mini Program', () => {
  const commands = [
    'completion bash',
    'complete -- set scope.cam',
    'profile list',
    'profile ls --json',
    'profile remove tester',
    'version',
    'help',
    'call --help',
  ]
  test.concurrent.each(commands)('does not look at them: wxauth %s', args =>
    inWorld(async world => {
      world.write('profiles/tester.json', profileWith({}))
      world.write('work/project.config.json', '{')
      for (const env of [
        { WXAUTH_PROFILE: 'a b' },
        { WXAUTH_PROFILE: 'tester', WXAUTH_PROJECT: 'nowhere' },
      ]) {
        world.write('profiles/tester.json', profileWith({}))
        expect(await world.run(args, { env })).toMatchObject({ code: 0, stderr: '' })
      }
    }),
  )

  test.concurrent('profile path looks at no Mini Program', () =>
    inWorld(async world => {
      world.write('work/project.config.json', '{')
      const run = await world.run('profile path', { env: { WXAUTH_PROJECT: 'nowhere' } })
      expect(run).toMatchObject({ code: 0, stderr: '' })
    }))
})

describe('where profiles are', () => {
  const rows = [
    { env: { WXAUTH_HOME: 'kept' }, path: 'work/kept/default.json' },
    { env: { WXAUTH_HOME: '../up' }, path: 'up/default.json' },
    { env: { WXAUTH_HOME: '', XDG_CONFIG_HOME: '/xdg' }, path: '/xdg/wxauth/default.json' },
    {
      env: { WXAUTH_HOME: '', XDG_CONFIG_HOME: 'relative', HOME: '/h' },
      path: '/h/.config/wxauth/default.json',
    },
    { env: { WXAUTH_HOME: undefined, HOME: '/h' }, path: '/h/.config/wxauth/default.json' },
  ]
  test.runIf(process.platform === 'linux').concurrent.each(rows)('with $env: $path', ({ env, path }) =>
    inWorld(async world => {
      const expected = path.startsWith('/') ? path : join(world.directory, path)
      // Only the path, whether or not the file exists.
      expect(await world.run('profile path', { env })).toMatchObject({
        code: 0,
        stdout: `${expected}\n`,
        stderr: '',
      })
    }),
  )
})

describe('the file', () => {
  test.concurrent('is created by the first decision, never by reading, and only its owner can read it', () =>
    inWorld(async world => {
      const readers = ['get-setting', 'list-scopes', 'profile list', 'profile path', 'reset', 'call camera']
      await Promise.all(readers.map(args => world.run(args)))
      await Promise.all(['call camera --dismiss', 'tap openSetting'].map(args => world.run(args)))
      expect(() => statSync(world.home)).toThrow('ENOENT')
      await world.run('call camera --accept')
      expect(statSync(world.path()).mode & 0o777).toBe(0o600)
      expect(statSync(world.home).mode & 0o777).toBe(0o700)
      expect(Object.keys(snapshot(world.home) ?? {})).toEqual(['default.json'])
    }))

  test.concurrent('has the documented form', () =>
    inWorld(async world => {
      await world.run('call camera --accept')
      const { version, apps } = world.profile()
      expect(version).toBe(1)
      expect(apps).toEqual({
        touristappid: {
          name: 'WXAuth Demo',
          scopes: { 'scope.camera': { state: 'accepted', at: expect.any(String), by: 'popup' } },
          replies: {},
        },
      })
    }))

  test.concurrent('keeps unknown keys at every level', () =>
    inWorld(async world => {
      const mine = {
        note: 'mine',
        version: 1,
        apps: {
          touristappid: {
            color: ['red'],
            name: 'Old name',
            scopes: {
              'scope.camera': { state: 'rejected', at: '2026-01-31', by: 'popup', why: 'a test' },
              'scope.bluetooth': { state: 'accepted', at: '2026-01-31T08:00Z', by: 'settings' },
            },
            replies: { 'wx.getLocation': { a: 1 } },
          },
          other: appRecord({ 'scope.camera': 'accepted' }, { name: 'Other' }),
          __proto__: undefined,
        },
        $schema: 'https://example.invalid/x.json',
      }
      const text = JSON.stringify(mine).replace('"other":', '"__proto__":{"name":"p","scopes":{}},"other":')
      world.write('profiles/default.json', `\uFEFF${text}`)
      await world.run('open-setting --enable scope.camera')
      await world.run('call wx.startRecord --accept')
      const saved = JSON.parse(readFileSync(world.path(), 'utf8').replace(/^\uFEFF/, ''))
      expect(saved).toMatchObject({ note: 'mine', $schema: mine.$schema })
      expect(Object.keys(saved.apps).toSorted()).toEqual(['__proto__', 'other', 'touristappid'])
      expect(saved.apps.other).toEqual(mine.apps.other)
      expect(saved.apps.touristappid).toMatchObject({
        color: ['red'],
        replies: mine.apps.touristappid.replies,
        scopes: {
          'scope.camera': { state: 'accepted', by: 'settings', why: 'a test' },
          'scope.bluetooth': mine.apps.touristappid.scopes['scope.bluetooth'],
          'scope.record': { state: 'accepted', by: 'popup' },
        },
      })
    }))
})

describe('side by side', () => {
  test.concurrent('two profiles and two Mini Programs do not mix', () =>
    inWorld(async world => {
      world.write('one/project.config.json', { appid: 'wx1', projectname: 'One' })
      world.write('two/project.config.json', { appid: 'wx2', projectname: 'Two' })
      const states = [
        { profile: 'a', project: 'one', state: 'accepted' },
        { profile: 'a', project: 'two', state: 'rejected' },
        { profile: 'b', project: 'one', state: 'rejected' },
      ] as const
      const flagsOf = (profile: string, project: string) => [
        '--profile',
        profile,
        '--project',
        join(world.directory, project),
      ]
      for (const { profile, project, state } of states) {
        await world.run(['set', `scope.camera=${state}`, ...flagsOf(profile, project)])
      }
      for (const { profile, project, state } of states) {
        const document = await world.json(['get-setting', ...flagsOf(profile, project)])
        expect(document).toMatchObject({ profile, appid: project === 'one' ? 'wx1' : 'wx2' })
        expect(document.result?.authSetting).toEqual({ 'scope.camera': state === 'accepted' })
      }
      expect((await world.json(['get-setting', ...flagsOf('b', 'two')])).result?.authSetting).toEqual({})

      await world.run(['reset', ...flagsOf('a', 'one')])
      const profiles =
        await world.json<readonly { readonly name: string; readonly apps: unknown }[]>('profile list')
      expect(profiles.map(({ name, apps }) => ({ name, apps }))).toEqual([
        {
          name: 'a',
          apps: {
            wx1: { name: 'One', scopes: {} },
            wx2: { name: 'Two', scopes: { 'scope.camera': 'rejected' } },
          },
        },
        { name: 'b', apps: { wx1: { name: 'One', scopes: { 'scope.camera': 'rejected' } } } },
      ])
    }))

  test.concurrent('an unusable profile does not affect others, and can be removed', () =>
    inWorld(async world => {
      world.write('profiles/broken.json', '{')
      expect((await world.run('call camera --accept')).code).toBe(0)
      expect((await world.run('get-setting --profile broken')).code).toBe(4)
      expect((await world.run('profile remove broken')).code).toBe(0)
      expect(Object.keys(snapshot(world.home) ?? {})).toEqual(['default.json'])
    }))

  test.concurrent('an unusable profile is listed among the others, with a warning', () =>
    inWorld(async world => {
      world.write('profiles/a.json', profileWith({ 'scope.camera': 'accepted' }))
      const path = world.write('profiles/broken.json', '{\n"x"}')
      world.write('profiles/newer.json', { version: 2 })
      mkdirSync(world.path('folder'))
      const run = await world.run('profile list --json -q')
      expect(run.code).toBe(0)
      expect(JSON.parse(run.stdout)).toEqual([
        {
          name: 'a',
          path: world.path('a'),
          apps: { touristappid: { name: 'WXAuth Demo', scopes: { 'scope.camera': 'accepted' } } },
        },
        { name: 'broken', path, apps: {}, error: 'ERR_PROFILE_CORRUPT' },
        { name: 'folder', path: world.path('folder'), apps: {}, error: 'ERR_PROFILE_UNREADABLE' },
        { name: 'newer', path: world.path('newer'), apps: {}, error: 'ERR_PROFILE_VERSION' },
      ])
      expect(linesOf(run.stderr)).toHaveLength(3)
      expect(run.stderr).toContain(`${path}:2:4: the profile is not valid JSON`)
      const text = await world.run('profile list')
      expect(text).toMatchObject({ code: 0, stderr: run.stderr })
      expect(text.stdout).toMatch(/^broken +unusable$/m)
      expect(text.stdout).toMatch(/^a$/m)
      const offered = await world.run(['complete', '--json', '--', 'profile', 'remove', ''])
      const names = JSON.parse(offered.stdout).map(({ value }: { readonly value: string }) => value)
      expect(names).toEqual(['a', 'broken', 'folder', 'newer'])
    }))

  test.concurrent('one unknown name removes no profile', () =>
    inWorld(async world => {
      world.write('profiles/a.json', profileWith({}))
      expect((await world.run('profile remove a nobody')).code).toBe(2)
      expect(snapshot(world.home)).toHaveProperty(['a.json'])
    }))
})

describe.runIf(process.platform !== 'win32')('a folder that may not be written', () => {
  test.concurrent('ends every decision with 4 and changes nothing, while reading works', () =>
    inWorld(async world => {
      world.write('profiles/default.json', profileWith({ 'scope.camera': 'accepted' }))
      mkdirSync(join(world.directory, 'person'))
      if (process.getuid?.() === 0) chownSync(world.path(), 65534, 65534)
      if (process.getuid?.() === 0) chownSync(world.home, 65534, 65534)
      chmodSync(world.directory, 0o755)
      chmodSync(world.home, 0o555)
      const before = snapshot(world.home)
      for (const args of [
        'call startRecord --accept',
        'set all=rejected',
        'reset',
        'profile remove default',
      ]) {
        const run = await spawnAs(65534, args.split(' '), world)
        expect({ args, code: run.code, stdout: run.stdout }).toEqual({ args, code: 4, stdout: '' })
        expect(run.stderr).toContain(world.path())
        expect(run.stderr).toContain('$WXAUTH_HOME')
      }
      for (const args of [
        'call camera',
        'get-setting',
        'list-scopes',
        'profile list',
        'set scope.camera=accepted',
      ]) {
        expect({ args, code: (await spawnAs(65534, args.split(' '), world)).code }).toEqual({ args, code: 0 })
      }
      expect((await spawnAs(65534, ['call', 'startRecord', '--dismiss'], world)).code).toBe(1)
      expect(snapshot(world.home)).toEqual(before)
      chmodSync(world.home, 0o755)
    }))
})
