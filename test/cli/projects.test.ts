import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { appRecord, errorOf, inWorld, linesOf, type World } from '../support/cli-world.ts'

const appJsonWith = (desc: unknown) => ({ permission: { 'scope.userLocation': { desc } } })
const nestedFolder = (world: World) => {
  const deep = join(world.cwd, 'a', 'b')
  mkdirSync(deep, { recursive: true })
  return deep
}

describe('which Mini Program', () => {
  test.concurrent('is the built-in demo without a project, with a note', () =>
    inWorld(async world => {
      const run = await world.run('call wx.getLocation --accept --json')
      expect(run.code).toBe(0)
      expect(JSON.parse(run.stdout)).toMatchObject({ appid: 'touristappid', callback: 'success' })
      expect(run.stderr).toContain('demo Mini Program')
    }))

  test.concurrent('is that of --project, else of $WXAUTH_PROJECT, else the nearest above the working directory', () =>
    inWorld(async world => {
      for (const name of ['flag', 'variable', 'work', 'work/a']) {
        world.write(`${name}/project.config.json`, { appid: `wx-${name.replace('/', '-')}` })
      }
      const cwd = nestedFolder(world)
      const flag = ['--project', '../../../flag']
      const env = { WXAUTH_PROJECT: join(world.directory, 'variable') }
      const appid = async (args: readonly string[], options: object) =>
        (await world.json(['get-setting', ...args], { cwd, ...options })).appid
      expect(await appid(flag, { env })).toBe('wx-flag')
      expect(await appid([], { env })).toBe('wx-variable')
      expect(await appid([], { env: { WXAUTH_PROJECT: '' } })).toBe('wx-work-a')
      expect(await appid([], { cwd: world.cwd })).toBe('wx-work')
    }))

  test.concurrent('can be an app.json alone only in a directory that the user names', () =>
    inWorld(async world => {
      world.write('work/app.json', appJsonWith('for the map'))
      const run = await world.run('call getLocation --accept --project . --json')
      expect(JSON.parse(run.stdout)).toMatchObject({ appid: 'touristappid', callback: 'success' })
      expect(run.stderr).toContain(join(world.cwd, 'project.config.json'))
      expect((await world.run('get-setting')).stderr).toContain('demo Mini Program')
    }))

  const configs = [
    {
      is: 'percent-encoded Chinese',
      config: { appid: 'wx1', projectname: '%E5%9C%B0%E5%9B%BE' },
      name: '地图',
    },
    { is: 'Chinese', config: { appid: 'wx1', projectname: '地图' }, name: '地图' },
    { is: 'badly encoded', config: { appid: 'wx1', projectname: '%E5%9C 100%' }, name: '%E5%9C 100%' },
    { is: 'missing', config: { appid: 'wx1' }, name: 'wx1' },
    { is: 'blank', config: { appid: 'wx1', projectname: '  ' }, name: 'wx1' },
    { is: 'invisible', config: { appid: 'wx1', projectname: '%E2%80%8B\u3164' }, name: 'wx1' },
    { is: 'behind a BOM', config: '\uFEFF{"appid":"wx1","projectname":"B"}', name: 'B' },
  ]
  test.concurrent.each(configs)('has the name that is $is', ({ config, name }) =>
    inWorld(async world => {
      world.write('work/project.config.json', config)
      await world.run('set scope.camera=accepted')
      expect(world.profile().apps.wx1?.name).toBe(name)
    }),
  )

  const appids = [
    { appid: undefined, note: 'has no appid' },
    { appid: '', note: 'has no appid' },
    { appid: 'wx 1', note: '"wx 1"' },
    { appid: '../x', note: '"../x"' },
    { appid: 'x'.repeat(65), note: 'x'.repeat(60) },
    { appid: 7, note: '7' },
  ]
  test.concurrent.each(appids)('has touristappid for an appid of $appid, with a note', ({ appid, note }) =>
    inWorld(async world => {
      world.write('work/project.config.json', { appid })
      const run = await world.run('get-setting --json')
      expect(JSON.parse(run.stdout).appid).toBe('touristappid')
      expect(run.stderr).toMatch(/^note: /)
      expect(run.stderr).toContain(note)
      expect((await world.run('get-setting -q')).stderr).toBe('')
    }),
  )

  test.concurrent('has the fields of the private config, else those of the shared one', () =>
    inWorld(async world => {
      world.write('work/project.config.json', { appid: 'wx1', projectname: 'Shared', miniprogramRoot: 'src' })
      world.write('work/project.private.config.json', { appid: 'wx2', miniprogramRoot: 'dist/' })
      world.write('work/dist/app.json', appJsonWith('for the map'))
      expect(await world.json('call getLocation --accept')).toMatchObject({
        appid: 'wx2',
        callback: 'success',
      })
      expect(world.profile().apps.wx2?.name).toBe('Shared')
    }))
})

describe('the usage description', () => {
  const config = { appid: 'wx1', miniprogramRoot: 'miniprogram/' }

  const missing = [
    { is: 'no app.json', app: undefined },
    { is: 'no permission', app: {} },
    { is: 'a blank description', app: appJsonWith(' \t') },
    { is: 'an invisible description', app: appJsonWith('\u200b\u2800\u3164') },
    { is: 'a description that is not a string', app: appJsonWith(5) },
    { is: 'permission null', app: { permission: null } },
  ]
  test.concurrent.each(missing)(
    'with $is, wx.getLocation fails in every state with a hint that names the file',
    ({ app }) =>
      inWorld(async world => {
        world.write('work/project.config.json', config)
        if (app !== undefined) world.write('work/miniprogram/app.json', app)
        for (const state of ['undecided', 'accepted', 'rejected'] as const) {
          const states = state === 'undecided' ? {} : { 'scope.userLocation': state }
          world.write('profiles/default.json', { version: 1, apps: { wx1: appRecord(states) } })
          const run = await world.run('call wx.getLocation --accept --json')
          expect(run.code).toBe(1)
          expect(JSON.parse(run.stdout)).toMatchObject({
            result: { errMsg: 'getLocation:fail require permission desc' },
            before: state,
            after: state,
            popup: null,
          })
          const path = join(world.cwd, 'miniprogram', 'app.json')
          expect(linesOf(run.stderr).at(-1)).toContain(path)
          const note = `note: ${path} does not exist. If a build writes it, build the Mini Program first.`
          expect(linesOf(run.stderr).includes(note)).toBe(app === undefined)
        }
        const document = await world.json('authorize scope.userLocation --accept')
        expect(document.result?.errMsg).toBe('authorize:fail require permission desc')
        // No other scope needs a usage description.
        expect((await world.run('call camera --accept')).code).toBe(0)
      }),
  )

  test.concurrent('causes a note if it is longer than 30 characters, also after a BOM', () =>
    inWorld(async world => {
      world.write('work/project.config.json', { appid: 'wx1' })
      const app = (desc: string) => `\uFEFF${JSON.stringify(appJsonWith(desc))}`
      const path = world.write('work/app.json', app('界'.repeat(31)))
      const long = await world.run('call getLocation --accept')
      expect(long.code).toBe(0)
      expect(long.stderr).toMatch(/^note: .*31 characters/m)
      expect(long.stderr).toContain(path)
      world.write('work/app.json', app('🗺'.repeat(30)))
      expect((await world.run('call getLocation')).stderr).toBe('')
    }))

  const popsUp = ['call camera --accept', 'authorize scope.camera --accept', 'tap getUserInfo --accept']
  test.concurrent.each(popsUp)(
    'in an app.json that cannot be parsed ends "%s" with exit code 2, line and column',
    args =>
      inWorld(async world => {
        world.write('work/project.config.json', { appid: 'wx1' })
        const path = world.write('work/app.json', '\uFEFF{\n  "permission": {,}\n}')
        const run = await world.run(`${args} --json`)
        expect(run).toMatchObject({ code: 2, stdout: '' })
        expect(errorOf(run)).toMatchObject({ code: 'ERR_PROJECT_FILE' })
        expect(errorOf(run).message).toContain(`${path}:2:18:`)
        expect(() => world.profile()).toThrow('ENOENT')
      }),
  )

  const others = [
    'get-setting',
    'list-scopes',
    'set scope.camera=accepted',
    'reset',
    'profile list',
    'profile path',
  ]
  test.concurrent.each([...others, 'open-setting --enable scope.camera'])('is not read by "%s"', args =>
    inWorld(async world => {
      world.write('work/project.config.json', { appid: 'wx1' })
      world.write('work/app.json', '{ broken')
      expect((await world.run(args)).code).toBe(args.startsWith('open') ? 1 : 0)
    }),
  )
})

describe('a project that cannot be used', () => {
  const broken = [
    { file: 'project.config.json', content: '{\n "appid": wx1 }', at: ':2:11' },
    { file: 'project.private.config.json', content: '[]', at: ': it is an array, not an object' },
    {
      file: 'project.config.json',
      content: '{"miniprogramRoot":5}',
      at: ': miniprogramRoot is not a string',
    },
  ]
  test.concurrent.each(broken)(
    'because of $file ($content) is exit code 2 for every command on scopes',
    ({ file, content, at }) =>
      inWorld(async world => {
        world.write('work/project.config.json', { appid: 'wx1' })
        const path = world.write(`work/${file}`, content)
        for (const args of ['get-setting', 'set all=accepted', 'call camera --accept', 'open-setting']) {
          const run = await world.run(args)
          expect(run).toMatchObject({ code: 2, stdout: '' })
          expect(run.stderr).toContain(`${path}${at}`)
        }
        expect(() => world.profile()).toThrow('ENOENT')
        expect((await world.run('profile path')).code).toBe(0)
      }),
  )
})
