import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { decided, inWorld, type World } from '../support/cli-world.ts'

const location = { latitude: 22.54, longitude: 113.93 }

describe('params', () => {
  const ways: readonly {
    readonly way: string
    readonly given: (world: World, json: string) => readonly [params: string, input?: string]
  }[] = [
    { way: 'as JSON', given: (_, json) => [json] },
    { way: 'from @FILE', given: (world, json) => [`@${world.write('params.json', json)}`] },
    {
      way: 'from a relative @FILE',
      given: (world, json) => {
        world.write('work/params.json', json)
        return ['@params.json']
      },
    },
    { way: 'from standard input', given: (_, json) => ['-', json] },
    { way: 'with a BOM', given: (world, json) => [`@${world.write('params.json', `\uFEFF${json}`)}`] },
    { way: 'with a BOM on standard input', given: (_, json) => ['-', `\uFEFF${json}\n`] },
    { way: 'with space around', given: (_, json) => [` \n${json}\t`] },
  ]

  test.concurrent.each(ways)('$way reach the API', ({ given }) =>
    inWorld(async world => {
      const [params, input = ''] = given(world, '{"type":"gcj02"}')
      const { result } = await world.json(['call', 'wx.getLocation', params, '--accept'], { input })
      expect(result?.errMsg).toBe('getLocation:ok')
      // WeChat's map datum lies some hundred metres beside WGS 84 in China.
      expect(result?.latitude).not.toBe(location.latitude)
      expect(result?.latitude).toBeCloseTo(location.latitude, 1)
    }),
  )

  test.concurrent('the options that shape an answer shape it', () =>
    inWorld(async world => {
      world.write('profiles/default.json', decided({ 'scope.userInfo': 'accepted' }))
      const asked = (api: string, params: string) => world.json(['call', api, params, '--accept'])
      const [plain, withCredentials, chinese] = await Promise.all([
        asked('wx.getUserInfo', '{"withCredentials":false}'),
        asked('wx.getUserInfo', '{"withCredentials":true}'),
        asked('wx.getUserInfo', '{"lang":"zh_CN"}'),
      ])
      expect(plain.result).not.toHaveProperty('encryptedData')
      expect(withCredentials.result).toMatchObject({
        encryptedData: expect.any(String),
        iv: expect.any(String),
        signature: expect.stringMatching(/^[0-9a-f]{40}$/),
        rawData: expect.any(String),
      })
      expect(chinese.result?.userInfo).not.toEqual(plain.result?.userInfo)
    }))
})

describe('a parameter error', () => {
  const rows = [
    ['wx.getLocation', '{"type":1}', 'getLocation', 'parameter.type should be String instead of Number;'],
    ['wx.getLocation', '{"type":null}', 'getLocation', 'parameter.type should be String instead of Null;'],
    [
      'wx.getUserInfo',
      '{"withCredentials":"yes"}',
      'getUserInfo',
      'parameter.withCredentials should be Boolean instead of String;',
    ],
    [
      'wx.chooseLocation',
      '{"latitude":[]}',
      'chooseLocation',
      'parameter.latitude should be Number instead of Array;',
    ],
    [
      'wx.saveImageToPhotosAlbum',
      '{}',
      'saveImageToPhotosAlbum',
      'parameter.filePath should be String instead of Undefined;',
    ],
    [
      'wx.saveVideoToPhotosAlbum',
      '{"filePath":{}}',
      'saveVideoToPhotosAlbum',
      'parameter.filePath should be String instead of Object;',
    ],
  ] as const

  test.concurrent.each(rows)(
    'of %s with %s comes before any popup, in every state',
    (api, params, name, problem) =>
      inWorld(async world => {
        const scope = guideCatalogue.apiOf(api).scope
        const states = ['undecided', 'accepted', 'rejected'] as const
        for (const state of states) {
          if (state !== 'undecided') world.write('profiles/default.json', decided({ [scope]: state }))
          const run = await world.run(['call', api, params, '--accept', '--json'])
          expect(run.code).toBe(1)
          expect(JSON.parse(run.stdout)).toMatchObject({
            callback: 'fail',
            result: { errMsg: `${name}:fail parameter error: ${problem}` },
            before: state,
            after: state,
            popup: null,
          })
          expect(run.stderr).toContain('--accept was not used')
        }
      }),
  )
})
