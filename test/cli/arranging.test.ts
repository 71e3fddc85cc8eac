import { readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { inWorld, profileWith } from '../support/cli-world.ts'

interface ChangesDocument {
  readonly changed: readonly { readonly scope: string; readonly before: string; readonly after: string }[]
}

const scopes = ['userInfo', 'userLocation', 'address', 'invoiceTitle', 'invoice', 'werun', 'record']
const all = [...scopes, 'writePhotosAlbum', 'camera'].map(name => `scope.${name}`)

describe('set', () => {
  test.concurrent('all= changes every scope, and the last pair for a scope wins', () =>
    inWorld(async world => {
      const { changed } = await world.json<ChangesDocument>('set all=rejected scope.camera=accepted')
      expect(changed.map(({ scope }) => scope)).toEqual(all)
      expect(changed.filter(({ after }) => after === 'accepted').map(({ scope }) => scope)).toEqual([
        'scope.camera',
      ])
      const again = await world.json<ChangesDocument>(
        'set scope.camera=rejected all=accepted scope.werun=undecided',
      )
      expect(again.changed.find(({ scope }) => scope === 'scope.werun')?.after).toBe('undecided')
      expect(again.changed.some(({ scope }) => scope === 'scope.camera')).toBe(false)
    }))

  test.concurrent('forgets scopes with the state undecided, like reset', () =>
    inWorld(async world => {
      await world.run('set all=accepted')
      const { changed } = await world.json<ChangesDocument>('set all=undecided')
      expect(changed).toHaveLength(9)
      expect((await world.json('get-setting')).result).toEqual({ errMsg: 'getSetting:ok', authSetting: {} })
    }))

  test.concurrent('never asks and never reads app.json', () =>
    inWorld(async world => {
      world.write('work/project.config.json', { appid: 'wx1' })
      world.write('work/app.json', '{ broken')
      expect((await world.run('set scope.userLocation=accepted')).code).toBe(0)
      expect(world.profile().apps.wx1?.scopes['scope.userLocation']?.by).toBe('set')
    }))
})

describe('reset', () => {
  test.concurrent('forgets these scopes, or all scopes', () =>
    inWorld(async world => {
      await world.run('set all=accepted')
      const some = await world.json<ChangesDocument>('reset scope.werun scope.address scope.werun')
      expect(some.changed.map(({ scope }) => scope).toSorted()).toEqual(['scope.address', 'scope.werun'])
      const rest = await world.json<ChangesDocument>('reset')
      expect(rest.changed).toHaveLength(7)
      expect(rest.changed.every(({ before, after }) => before === 'accepted' && after === 'undecided')).toBe(
        true,
      )
    }))
})

describe('with nothing to change', () => {
  const rows = [
    'reset',
    'reset scope.record',
    'set scope.camera=accepted',
    'set all=rejected all=undecided scope.camera=accepted',
    'set scope.record=undecided',
    'open-setting --enable scope.camera',
    'call camera',
    'get-setting',
    'list-scopes',
    'call wx.startRecord --dismiss',
    'profile list',
    'profile path',
  ]
  test.concurrent.each(rows)('"%s" writes nothing', args =>
    inWorld(async world => {
      const idle = args.startsWith('reset') ? {} : ({ 'scope.camera': 'accepted' } as const)
      const path = world.write('profiles/default.json', JSON.stringify(profileWith(idle)))
      const before = { text: readFileSync(path, 'utf8'), inode: statSync(path).ino }
      const { code, stdout } = await world.run(args)
      expect(code).toBe(args.includes('--dismiss') ? 1 : 0)
      expect({ text: readFileSync(path, 'utf8'), inode: statSync(path).ino }).toEqual(before)
      if (/^(re)?set/.test(args)) expect(stdout).toBe('Nothing to change.\n')
    }),
  )

  test.concurrent.each(['reset', 'set all=undecided'])('"%s" creates no profile, and --json says so', args =>
    inWorld(async world => {
      expect(await world.json(args)).toEqual({ edition: 'guide', changed: [], layers: [] })
      expect(() => statSync(world.home)).toThrow()
    }),
  )
})

describe('open-setting', () => {
  test.concurrent('moves no switch if one is not on the page', () =>
    inWorld(async world => {
      world.write(
        'profiles/default.json',
        profileWith({ 'scope.camera': 'rejected', 'scope.werun': 'accepted' }),
      )
      const before = readFileSync(world.path(), 'utf8')
      const args = ['--enable', 'scope.camera', '--disable', 'scope.werun', '--disable', 'scope.record']
      for (const command of [['open-setting'], ['tap', 'openSetting']]) {
        const run = await world.run([...command, ...args, '--json'])
        expect(run.code).toBe(1)
        expect(JSON.parse(run.stdout)).toMatchObject({
          api: 'wx.openSetting',
          result: { authSetting: { 'scope.camera': false, 'scope.werun': true } },
        })
        expect(run.stderr).toContain('no switch for scope.record ')
        expect(run.stderr).toContain('wxauth set scope.record=rejected')
        expect(readFileSync(world.path(), 'utf8')).toBe(before)
      }
      expect((await world.run(['open-setting', ...args.slice(0, 4)])).code).toBe(0)
      expect((await world.json('get-setting')).result?.authSetting).toEqual({
        'scope.camera': true,
        'scope.werun': false,
      })
    }))

  test.concurrent('moves a switch once if its flag is repeated', () =>
    inWorld(async world => {
      world.write('profiles/default.json', profileWith({ 'scope.camera': 'rejected' }))
      const run = await world.run('open-setting --enable scope.camera --enable scope.camera --json')
      expect(run.code).toBe(0)
      expect(JSON.parse(run.stdout).result.authSetting).toEqual({ 'scope.camera': true })
    }))
})

describe('tap', () => {
  test.concurrent('is recommended after a popup of wx.getUserInfo, which asks no longer since October 2018', () =>
    inWorld(async world => {
      const run = await world.run('call wx.getUserInfo --accept')
      expect(run.code).toBe(0)
      expect(run.stderr).toContain('October 2018')
      expect(run.stderr).toContain('wxauth tap getUserInfo')
      expect((await world.run('call wx.getUserInfo')).stderr).not.toContain('October 2018')
      await world.run('reset')
      expect((await world.run('tap getUserInfo --accept')).stderr).not.toContain('October 2018')
    }))
})
