import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { inWorld, profileWith, type World } from '../support/cli-world.ts'

const location = { latitude: 22.54, longitude: 113.93 }

describe('params', () => {
  const ways: readonly {
    readonly way: string
    readonly pass: (world: World, json: string) => readonly [params: string, input?: string]
  }[] = [
    { way: 'as JSON', pass: (_, json) => [json] },
    { way: 'from @FILE', pass: (world, json) => [`@${world.write('params.json', json)}`] },
    {
      way: 'from a relative @FILE',
      pass: (world, json) => {
        world.write('work/params.json', json)
        return ['@params.json']
      },
    },
    { way: 'from standard input', pass: (_, json) => ['-', json] },
    { way: 'with a BOM', pass: (world, json) => [`@${world.write('params.json', `\uFEFF${json}`)}`] },
    { way: 'with a BOM on standard input', pass: (_, json) => ['-', `\uFEFF${json}\n`] },
    { way: 'with spaces around them', pass: (_, json) => [` \n${json}\t`] },
  ]

  test.concurrent.each(ways)('$way reach the API', ({ pass }) =>
    inWorld(async world => {
      const [params, input = ''] = pass(world, '{"type":"gcj02"}')
      const { result } = await world.json(['call', 'wx.getLocation', params, '--accept'], { input })
      expect(result?.errMsg).toBe('getLocation:ok')
      // In China, WeChat's map datum is some hundred meters off WGS 84.
      expect(result?.latitude).not.toBe(location.latitude)
      expect(result?.latitude).toBeCloseTo(location.latitude, 1)
    }),
  )

  test.concurrent('shape the answer like the options of the API', () =>
    inWorld(async world => {
      world.write('profiles/default.json', profileWith({ 'scope.userInfo': 'accepted' }))
      const call = (api: string, params: string) => world.json(['call', api, params, '--accept'])
      const [plain, withCredentials, chinese] = await Promise.all([
        call('wx.getUserInfo', '{"withCredentials":false}'),
        call('wx.getUserInfo', '{"withCredentials":true}'),
        call('wx.getUserInfo', '{"lang":"zh_CN"}'),
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
    'of %s with %s is returned before any popup, in every state',
    (api, params, name, problem) =>
      inWorld(async world => {
        const scope = guideCatalogue.scopeOf(api)
        const states = ['undecided', 'accepted', 'rejected'] as const
        for (const state of states) {
          if (state !== 'undecided') world.write('profiles/default.json', profileWith({ [scope]: state }))
          const run = await world.run(['call', api, params, '--accept', '--json'])
          expect(run.code).toBe(1)
          expect(JSON.parse(run.stdout)).toMatchObject({
            callback: 'fail',
            result: { errMsg: `${name}:fail parameter error: ${problem}` },
            before: state,
            after: state,
            popup: null,
          })
          expect(run.stderr).toContain('--accept had no effect')
        }
      }),
  )
})
