import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { terminalOf } from '../../src/cli/world/terminal.ts'
import { emptyProfile } from '../../src/machine/profile.ts'
import { confStore } from '../../src/store/conf-store.ts'
import { configDirectory } from '../../src/store/profile-path.ts'
import { readProfile } from '../../src/store/read-profile.ts'
import { removeProfiles } from '../../src/store/remove-profile.ts'
import { syncFolder } from '../../src/store/rewrite.ts'
import { here } from '../store/running.ts'
import { temporaryHome } from '../support/temporary-home.ts'

/** The errors of the file system, in this order, before calls succeed: `<call> <code>`. */
let errors: string[] = []

/** The paths with errors: the profile, its draft, its lock, a folder. */
const pathsWithErrors: Readonly<Record<string, RegExp>> = {
  rename: /default\.json\.new-\w+$/,
  open: /(default\.json|\.lock|folder)$/,
  link: /default\.json\.lock\.\w+$/,
  unlink: /default\.json$/,
}

vi.mock('node:fs', async original => {
  const fs = await original<typeof import('node:fs')>()
  const withErrors = <Args extends unknown[], Result>(call: string, act: (...args: Args) => Result) => {
    return (...args: Args): Result => {
      const path = String(args[0])
      const [failingCall, code] = errors[0]?.split(' ') ?? []
      if (failingCall !== call || !pathsWithErrors[call]?.test(path)) return act(...args)
      errors.shift()
      throw Object.assign(new Error(`${code}: ${call}`), { code, syscall: call })
    }
  }
  return {
    ...fs,
    renameSync: withErrors('rename', fs.renameSync),
    openSync: withErrors('open', fs.openSync),
    linkSync: withErrors('link', fs.linkSync),
    unlinkSync: withErrors('unlink', fs.unlinkSync),
  }
})

beforeEach(() => {
  errors = []
})

const clock = () => {
  const pauses: number[] = []
  return { pauses, now: () => performance.now(), sleep: async (ms: number) => void pauses.push(ms) }
}
const times = (count: number, error: string) => Array.from({ length: count }, () => error)
const newProfile = { ...emptyProfile, note: 'changed' }

describe('replacing a profile that another process is reading', () => {
  test.each(['EPERM', 'EACCES', 'EBUSY'])('waits on Windows while renaming fails with %s', async code => {
    const [directory, time] = [temporaryHome(), clock()]
    errors = times(3, `rename ${code}`)
    const host = { ...here, platform: 'win32' }
    await confStore({ directory, name: 'default', host, clock: time }).update(() => newProfile)
    expect(time.pauses).toEqual([5, 10, 15])
    expect(readFileSync(join(directory, 'default.json'), 'utf8')).toContain('changed')
  })

  test('gives up on Windows after 20 attempts, and leaves no file behind', async () => {
    const [directory, time] = [temporaryHome(), clock()]
    errors = times(20, 'rename EPERM')
    const host = { ...here, platform: 'win32' }
    const update = confStore({ directory, name: 'default', host, clock: time }).update(() => newProfile)
    await expect(update).rejects.toMatchObject({ code: 'ERR_PROFILE_UNWRITABLE' })
    expect(time.pauses).toHaveLength(19)
    expect(readdirSync(directory)).toEqual([])
  })

  test.each([
    ['linux', 'EPERM'],
    ['darwin', 'EBUSY'],
    ['win32', 'ENOSPC'],
  ])('does not wait on %s if renaming fails with %s', async (platform, code) => {
    const [directory, time] = [temporaryHome(), clock()]
    errors = [`rename ${code}`]
    const host = { ...here, platform }
    const update = confStore({ directory, name: 'default', host, clock: time }).update(() => newProfile)
    await expect(update).rejects.toMatchObject({ code: 'ERR_PROFILE_UNWRITABLE' })
    expect(time.pauses).toEqual([])
  })
})

describe('with files that other processes have open on Windows', () => {
  test.each(['EPERM', 'EBUSY'])('reading tries again after %s', code => {
    const path = join(temporaryHome(), 'default.json')
    writeFileSync(path, JSON.stringify(emptyProfile))
    errors = times(4, `open ${code}`)
    expect(readProfile({ path, name: 'default' })).toEqual(emptyProfile)
    errors = times(5, `open ${code}`)
    expect(() => readProfile({ path, name: 'default' })).toThrow(
      expect.objectContaining({ code: 'ERR_PROFILE_UNREADABLE' }),
    )
  })

  test('a folder that cannot be opened is not synced, without an error', () => {
    errors = ['open EISDIR']
    expect(() => syncFolder('/a/folder')).not.toThrow()
    expect(errors).toEqual([])
  })

  test.each(['EPERM', 'EBUSY'])('removing a profile fails after %s, and releases the lock', async code => {
    const directory = temporaryHome()
    writeFileSync(join(directory, 'default.json'), '{}')
    const host = { ...here, platform: 'win32' }
    errors = [`unlink ${code}`]
    const remove = () => removeProfiles({ directory, names: ['default'], host })
    await expect(remove()).rejects.toMatchObject({ code: 'ERR_PROFILE_UNWRITABLE' })
    expect(readdirSync(directory)).toEqual(['default.json'])
    expect(await remove()).toEqual(['default'])
    expect(readdirSync(directory)).toEqual([])
  })

  test.each(['EPERM', 'EACCES', 'EBUSY'])('a lock file that is being deleted is retried: %s', async code => {
    const [directory, time] = [temporaryHome(), clock()]
    errors = ['link EPERM', `open ${code}`, 'link EPERM', `open ${code}`]
    const host = { ...here, platform: 'win32' }
    await confStore({ directory, name: 'default', host, clock: time }).update(() => newProfile)
    expect(time.pauses).toHaveLength(2)
    expect(readdirSync(directory)).toEqual(['default.json'])
  })
})

describe('the folder of the profiles for the command line', () => {
  const hostOn = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv) =>
    ({
      platform,
      env,
      argv: [],
      cwd: () => (platform === 'win32' ? 'C:\\work' : '/work'),
      getBuiltinModule: () => ({ homedir: () => (platform === 'win32' ? 'C:\\Users\\Ann' : '/home/ann') }),
    }) as unknown as NodeJS.Process

  test.each<[platform: NodeJS.Platform, env: NodeJS.ProcessEnv, directory: string]>([
    ['linux', { HOME: '/else' }, '/else/.config/wxauth'],
    ['linux', {}, '/home/ann/.config/wxauth'],
    ['darwin', { HOME: '/Users/ann' }, '/Users/ann/Library/Preferences/wxauth'],
    // Unix shells on Windows set HOME in a form that Windows does not know.
    ['win32', { HOME: '/c/Users/Ann' }, 'C:\\Users\\Ann\\AppData\\Roaming\\wxauth\\Config'],
    ['win32', { HOME: '/x', APPDATA: 'D:\\data' }, 'D:\\data\\wxauth\\Config'],
  ])('on %s with %j is %s', (platform, env, directory) => {
    expect(configDirectory(terminalOf(hostOn(platform, env)))).toBe(directory)
  })

  test.each<[platform: NodeJS.Platform, env: NodeJS.ProcessEnv]>([
    ['linux', {}],
    ['linux', { HOME: '' }],
    ['darwin', {}],
    ['win32', { HOME: '/home/ann' }],
  ])('on %s with %j and no home directory is an error', (platform, env) => {
    const nobody = () => {
      throw new Error('uv_os_get_passwd returned ENOENT')
    }
    const host = { ...hostOn(platform, env), getBuiltinModule: () => ({ homedir: nobody, userInfo: nobody }) }
    expect(() => configDirectory(terminalOf(host as unknown as NodeJS.Process))).toThrow(
      expect.objectContaining({ code: 'ERR_NO_HOME', kind: 'profile' }),
    )
  })
})
