import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { checkProfileName, configDirectory, profilePath } from '../../src/store/profile-path.ts'
import { temporaryHome } from '../support/temporary-home.ts'

const linux = { platform: 'linux', env: {}, home: () => '/home/ann', cwd: () => '/work' }
const windows = { platform: 'win32', env: {}, home: () => 'C:\\Users\\Ann', cwd: () => 'D:\\work' }

describe('the folder of the profiles', () => {
  test.each([
    { case: 'Linux', surroundings: linux, directory: '/home/ann/.config/wxauth' },
    {
      case: 'an unknown platform',
      surroundings: { ...linux, platform: 'freebsd' },
      directory: '/home/ann/.config/wxauth',
    },
    {
      case: 'XDG_CONFIG_HOME',
      surroundings: { ...linux, env: { XDG_CONFIG_HOME: '/xdg' } },
      directory: '/xdg/wxauth',
    },
    {
      case: 'a relative XDG_CONFIG_HOME',
      surroundings: { ...linux, env: { XDG_CONFIG_HOME: 'xdg' } },
      directory: '/home/ann/.config/wxauth',
    },
    {
      case: 'an empty XDG_CONFIG_HOME',
      surroundings: { ...linux, env: { XDG_CONFIG_HOME: '' } },
      directory: '/home/ann/.config/wxauth',
    },
    {
      case: 'macOS',
      surroundings: { ...linux, platform: 'darwin', home: () => '/Users/ann' },
      directory: '/Users/ann/Library/Preferences/wxauth',
    },
    {
      case: 'macOS with XDG_CONFIG_HOME',
      surroundings: { ...linux, platform: 'darwin', env: { XDG_CONFIG_HOME: '/xdg' } },
      directory: '/home/ann/Library/Preferences/wxauth',
    },
    {
      case: 'Windows',
      surroundings: windows,
      directory: 'C:\\Users\\Ann\\AppData\\Roaming\\wxauth\\Config',
    },
    {
      case: 'APPDATA',
      surroundings: { ...windows, env: { APPDATA: 'E:\\data' } },
      directory: 'E:\\data\\wxauth\\Config',
    },
    {
      case: 'WXAUTH_HOME',
      surroundings: { ...linux, env: { WXAUTH_HOME: '/ci', XDG_CONFIG_HOME: '/xdg' } },
      directory: '/ci',
    },
    {
      case: 'a relative WXAUTH_HOME',
      surroundings: { ...linux, env: { WXAUTH_HOME: '../ci' } },
      directory: '/ci',
    },
    {
      case: 'an empty WXAUTH_HOME',
      surroundings: { ...linux, env: { WXAUTH_HOME: '' } },
      directory: '/home/ann/.config/wxauth',
    },
    {
      case: 'a relative WXAUTH_HOME on Windows',
      surroundings: { ...windows, env: { WXAUTH_HOME: 'ci' } },
      directory: 'D:\\work\\ci',
    },
  ])('is $directory with $case', ({ surroundings, directory }) => {
    expect(configDirectory(surroundings)).toBe(directory)
  })

  // A relative $XDG_CONFIG_HOME is the only difference: conf uses it.
  test.each([
    { platform: 'linux', variable: undefined },
    { platform: 'linux', variable: 'XDG_CONFIG_HOME' },
    { platform: 'darwin', variable: undefined },
    { platform: 'win32', variable: undefined },
    { platform: 'win32', variable: 'APPDATA' },
  ])('is where conf would put it on $platform with $variable', ({ platform, variable }) => {
    const home = temporaryHome()
    const env = variable === undefined ? {} : { [variable]: join(home, 'config') }
    const script = `
      Object.defineProperty(process, 'platform', { value: '${platform}' })
      const { default: Conf } = await import('conf')
      const conf = new Conf({ projectName: 'wxauth', projectSuffix: '', configName: 'default' })
      process.stdout.write(conf.path)`
    const path = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { HOME: home, ...env },
      encoding: 'utf8',
    })
    const directory = configDirectory({ platform, env, home: () => home, cwd: () => home })
    const slashes = (text: string) => text.replaceAll('\\', '/')
    expect(slashes(path)).toBe(slashes(`${directory}/default.json`))
  })

  test('needs no home if $WXAUTH_HOME is set', () => {
    const home = () => {
      throw new Error('there is no home')
    }
    expect(configDirectory({ ...linux, home, env: { WXAUTH_HOME: '/ci' } })).toBe('/ci')
  })

  test('has a file for each profile', () => {
    expect(profilePath(join('/', 'home'), 'ann')).toBe(join('/', 'home', 'ann.json'))
  })
})

describe('the name of a profile', () => {
  test.each([
    'default',
    'a',
    '0',
    'A.b_c-D',
    'a.',
    'a..',
    'x'.repeat(64),
    'a.json',
    'constructor',
    'con',
    'nul.x',
  ])('may be %s', name => expect(() => checkProfileName(name, 'linux')).not.toThrow())

  test.each([
    '',
    '.',
    '..',
    '.hidden',
    '-flag',
    '_x',
    'a/b',
    'a\\b',
    '../a',
    'a b',
    'ä',
    'a\n',
    'a\0',
    'x'.repeat(65),
    'a:b',
  ])('may not be %j', name => {
    expect(() => checkProfileName(name)).toThrow(
      expect.objectContaining({ code: 'ERR_PROFILE_NAME', facts: { name } }),
    )
  })

  test.each(['con', 'NUL', 'Aux.old', 'prn.', 'com1', 'LPT9.x'])(
    'may not be %s on Windows, where it is a device',
    name =>
      expect(() => checkProfileName(name, 'win32')).toThrow(
        expect.objectContaining({ code: 'ERR_PROFILE_NAME' }),
      ),
  )

  test.each(['console', 'com', 'com10', 'nul-x', 'a.', 'a.con'])('may be %s on Windows', name =>
    expect(() => checkProfileName(name, 'win32')).not.toThrow(),
  )
})
