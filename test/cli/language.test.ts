import { describe, expect, test } from 'vitest'
import { type FaultCode, faultRows } from '../../src/faults.ts'
import { checkedLanguage, languageFor } from '../../src/messages/language.ts'
import { errorOf, inWorld, profileWith } from '../support/cli-world.ts'
import { documentOf } from '../support/run-cli.ts'
import { faultRows as rowsByCode } from './fault-rows.ts'

type Environment = Readonly<Record<string, string>>

describe('The language is that', () => {
  const locales: readonly { readonly env: Environment; readonly language: 'en' | 'zh-CN' }[] = [
    { env: {}, language: 'en' },
    { env: { LANG: '' }, language: 'en' },
    { env: { LANG: 'C' }, language: 'en' },
    { env: { LANG: 'C.UTF-8' }, language: 'en' },
    { env: { LANG: 'POSIX' }, language: 'en' },
    { env: { LANG: 'en_US.UTF-8' }, language: 'en' },
    { env: { LANG: 'de_DE' }, language: 'en' },
    { env: { LANG: 'zha' }, language: 'en' },
    { env: { LANG: 'zh' }, language: 'zh-CN' },
    { env: { LANG: 'zh_CN' }, language: 'zh-CN' },
    { env: { LANG: 'zh_CN.UTF-8' }, language: 'zh-CN' },
    { env: { LANG: 'zh_CN.GB18030' }, language: 'zh-CN' },
    { env: { LANG: 'zh-Hans' }, language: 'zh-CN' },
    { env: { LANG: 'zh_TW.UTF-8' }, language: 'zh-CN' },
    { env: { LANG: 'en_US.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8' }, language: 'zh-CN' },
    { env: { LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'C' }, language: 'en' },
    { env: { LANG: 'zh_CN.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8', LC_ALL: 'C' }, language: 'en' },
    { env: { LANG: 'C', LC_MESSAGES: 'C', LC_ALL: 'zh_CN.UTF-8' }, language: 'zh-CN' },
    { env: { LANG: 'zh_CN.UTF-8', LC_ALL: '' }, language: 'zh-CN' },
    { env: { LANG: 'zh_CN.UTF-8', LC_CTYPE: 'C' }, language: 'zh-CN' },
  ]
  test.each(locales)('of the locale $env: $language', ({ env, language }) =>
    expect(languageFor([undefined, undefined], env)).toBe(language),
  )

  const chinese = /没有 "scope\.camara" 这个 scope。/
  const english = /Unknown scope "scope\.camara"\./
  test.concurrent.each([
    { args: 'authorize scope.camara', env: {}, message: english },
    { args: 'authorize scope.camara --lang zh-CN', env: {}, message: chinese },
    { args: 'authorize --lang=zh-CN scope.camara', env: {}, message: chinese },
    { args: '--lang zh-CN authorize scope.camara', env: {}, message: chinese },
    { args: '--lang=zh-CN authorize scope.camara', env: {}, message: chinese },
    { args: '--lang en --lang zh-CN authorize scope.camara', env: {}, message: chinese },
    { args: 'authorize scope.camara', env: { WXAUTH_LANG: 'zh-CN' }, message: chinese },
    { args: 'authorize scope.camara', env: { WXAUTH_LANG: '', LANG: 'zh_CN.UTF-8' }, message: chinese },
    {
      args: 'authorize scope.camara',
      env: { WXAUTH_LANG: 'en', LANG: 'zh_CN.UTF-8' },
      message: english,
    },
    { args: 'authorize scope.camara --lang en', env: { WXAUTH_LANG: 'zh-CN' }, message: english },
    { args: 'authorize scope.camara --lang en', env: { WXAUTH_LANG: 'xx' }, message: english },
    { args: 'authorize scope.camara --lang en', env: { LC_ALL: 'zh_CN.UTF-8' }, message: english },
    { args: 'authorize scope.camara', env: { LC_ALL: 'zh_CN.UTF-8' }, message: chinese },
  ])('of the flag, then $$WXAUTH_LANG, then the locale: wxauth $args, $env', ({ args, env, message }) =>
    inWorld(async world => {
      const run = await world.run(args, { env })
      expect(run).toMatchObject({ code: 2, stdout: '' })
      expect(run.stderr).toMatch(message)
    }),
  )

  test.concurrent('that a flag value only looks like', () =>
    inWorld(async world => {
      const { stderr } = await world.run('authorize scope.camara --profile --lang=zh-CN')
      expect(stderr).toContain('Unknown scope')
      expect((await world.run('authorize scope.camara -- --lang=zh-CN')).stderr).toContain('Unexpected')
    }))
})

describe('An unknown language', () => {
  test.concurrent.each([
    {
      word: 'fr',
      env: {},
      message: 'wxauth has no messages in the language "fr".',
      hint: 'Choose en or zh-CN.',
    },
    { word: '', env: {}, message: 'wxauth has no messages in the language "".', hint: 'Choose en or zh-CN.' },
    ...['zh', 'zh-cn', 'ZH-CN', 'zh_CN.UTF-8', 'zh-Hant'].map(word => ({
      word,
      env: {},
      message: `wxauth has no messages in the language "${word}".`,
      hint: 'Did you mean zh-CN? Choose en or zh-CN.',
    })),
    { word: 'EN', env: {}, message: 'language "EN".', hint: 'Did you mean en? Choose en or zh-CN.' },
    {
      word: 'fr',
      env: { WXAUTH_LANG: 'zh-CN' },
      message: '没有 "fr" 这种语言。',
      hint: '可以选 en 或 zh-CN。',
    },
    { word: 'fr', env: { LANG: 'zh_CN' }, message: '没有 "fr" 这种语言。', hint: '可以选 en 或 zh-CN。' },
  ])(
    'is refused, named, and the languages are listed: --lang "$word" with $env',
    ({ word, env, message, hint }) =>
      inWorld(async world => {
        const before = world.write('profiles/default.json', profileWith({}))
        expect(before).not.toBe('')
        const run = await world.run(['set', 'all=rejected', '--json', '--lang', word], { env })
        expect(run).toMatchObject({ code: 2, stdout: '' })
        const error = errorOf(run)
        expect(error.code).toBe('ERR_UNKNOWN_LANGUAGE')
        expect(error.message).toContain(message)
        expect(error.hint).toBe(hint)
        expect(world.profile()).toEqual(profileWith({}))
      }),
  )

  test.concurrent.each(['call camera', '--help', '--version', 'list-scopes', ''])(
    'in $WXAUTH_LANG is refused by wxauth %s',
    args =>
      inWorld(async world => {
        const run = await world.run(args.split(' ').filter(Boolean), { env: { WXAUTH_LANG: 'fr' } })
        expect(run).toMatchObject({ code: 2, stdout: '' })
        expect(run.stderr).toContain('"fr"')
      }),
  )

  test('is never loaded', () => expect(() => checkedLanguage('__proto__')).toThrow('ERR_UNKNOWN_LANGUAGE'))
})

describe('In Chinese', () => {
  const names = { env: { WXAUTH_LANG: 'zh-CN' } }

  test.concurrent('the help names --lang, $WXAUTH_LANG, and every command, flag and example as in English', () =>
    inWorld(async world => {
      for (const args of ['--help', 'call --help', 'tap --help', 'profile --help', 'set -h']) {
        const [en, zh] = [await world.run(args), await world.run(args, names)]
        expect(zh).toMatchObject({ code: 0, stderr: '' })
        expect(zh.stdout).toContain('--lang <language>')
        expect(zh.stdout).toMatch(/^用法：wxauth /)
        const words = (text: string) =>
          text.match(/(?:^ +wxauth .*$|--[a-z]|scope\.|wx\.|\$?WXAUTH_)[\w-]*/gm)
        expect(new Set(words(zh.stdout))).toEqual(new Set(words(en.stdout)))
      }
    }))

  test.concurrent.each([
    'call wx.getLocation --accept --json',
    'call wx.getLocation --reject --json',
    'list-scopes --json',
    'set all=accepted --json',
    'get-setting --json',
    'profile list --json',
    'complete -- set scope.camera=',
  ])('stdout is the same: wxauth %s', args =>
    inWorld(async world => {
      const lone = { home: `${world.directory}/lone` }
      const [en, zh] = [await world.run(args, lone), await world.run(args, names)]
      expect(zh.stdout.replaceAll(world.home, '').replace(/"latitude.*?\}/s, '')).toBe(
        en.stdout.replaceAll(lone.home, '').replace(/"latitude.*?\}/s, ''),
      )
      expect(zh.code).toBe(en.code)
    }),
  )

  test.concurrent('stdout of a call for people is the same', () =>
    inWorld(async world => {
      expect((await world.run('call wx.getLocation --reject', names)).stdout).toBe(
        'wx.getLocation fail\n{\n  "errMsg": "getLocation:fail auth deny"\n}\n',
      )
    }))

  test.concurrent('list-scopes says the states and the descriptions of the guide in Chinese', () =>
    inWorld(async world => {
      await world.run('set scope.camera=accepted scope.userLocation=rejected')
      const { stdout } = await world.run('list-scopes', names)
      expect(stdout).toMatch(/^scope +状态 +对应接口 +描述$/m)
      expect(stdout).toMatch(/^scope\.camera +已授权 +camera 组件 +摄像头$/m)
      expect(stdout).toMatch(/^scope\.userLocation +已拒绝 +wx\.getLocation +地理位置$/m)
      expect(stdout).toMatch(/^scope\.record +未决定 +wx\.startRecord +录音功能$/m)
    }))

  test.concurrent('the languages are completed', () =>
    inWorld(async world => {
      const { stdout } = await world.run(['complete', '--', 'call', '--lang', ''], names)
      expect(stdout).toBe('en\t\nzh-CN\t\n')
      expect((await world.run('complete -- --lang=zh')).stdout).toBe('--lang=zh-CN\t\n')
      expect((await world.run('complete -- call --la', names)).stdout).toMatch(/^--lang\t界面语言/)
    }))

  const faults = (Object.keys(faultRows) as FaultCode[]).flatMap(
    code =>
      (rowsByCode as Partial<typeof rowsByCode>)[code as keyof typeof rowsByCode]?.map(row => ({
        code,
        ...row,
      })) ?? [],
  )
  test.concurrent.each(faults)('$code has its code and its exit code, and says it in Chinese: $args', row =>
    inWorld(async world => {
      const { args, exit, prepare, code } = row
      const { env, ...options } = { env: {}, ...prepare?.(world) }
      const run = await world.run(['--json', ...args], { ...options, env: { ...names.env, ...env } })
      expect(run.code).toBe(exit)
      const error = errorOf(run)
      expect(error.code).toBe(code)
      expect(error.message).toMatch(/[\u4e00-\u9fff].*。$/)
      expect(error.hint).toMatch(/[\u4e00-\u9fff]/)
      if (exit === 3) expect(documentOf(run)).toMatchObject({ callback: null })
      else expect(run.stdout).toBe('')
    }),
  )
})
