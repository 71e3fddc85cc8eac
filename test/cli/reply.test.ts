import { describe, expect, test } from 'vitest'
import { decided, inWorld } from '../support/cli-world.ts'
import { documentOf } from '../support/run-cli.ts'

const cancelled = { errMsg: 'chooseAddress:fail cancel' }

describe('--reply', () => {
  const rows: readonly {
    readonly given: string
    readonly file?: string
    readonly input?: string
    readonly result: object
  }[] = [
    { given: '{"userName":"李四"}', result: { errMsg: 'chooseAddress:ok', userName: '李四' } },
    {
      given: '@reply.json',
      file: '{"a":[1,{"b":null}]}',
      result: { errMsg: 'chooseAddress:ok', a: [1, { b: null }] },
    },
    { given: '@reply.json', file: '\uFEFF{"a":1}', result: { errMsg: 'chooseAddress:ok', a: 1 } },
    { given: '-', input: '\uFEFF{"a":1}\n', result: { errMsg: 'chooseAddress:ok', a: 1 } },
    { given: '{}', result: { errMsg: 'chooseAddress:ok' } },
    { given: JSON.stringify(cancelled), result: cancelled },
    { given: '-', input: JSON.stringify(cancelled), result: cancelled },
    { given: '{"errMsg":"chooseAddress:cancel"}', result: { errMsg: 'chooseAddress:cancel' } },
    {
      given: '{"errMsg":"chooseAddress:fail x","errCode":1}',
      result: { errMsg: 'chooseAddress:fail x', errCode: 1 },
    },
  ]
  test.concurrent.each(rows)(
    '$given is what the API answers once allowed',
    ({ given, file, input, result }) =>
      inWorld(async world => {
        if (file !== undefined) world.write('work/reply.json', file)
        const args = ['call', 'wx.chooseAddress', '--accept', '--reply', given, '--json']
        const run = await world.run(args, input === undefined ? {} : { input })
        const failed = !JSON.stringify(result).includes(':ok')
        expect(run.code).toBe(failed ? 1 : 0)
        expect(documentOf(run)).toMatchObject({ callback: failed ? 'fail' : 'success', popup: 'accept' })
        expect(documentOf<{ result: unknown }>(run).result).toEqual(result)
        // A failure of the API is no rejection by the user.
        expect(world.profile().apps.touristappid?.scopes['scope.address']?.state).toBe('accepted')
      }),
  )

  const refusals = [
    { arrange: 'reset', flag: '--reject', errMsg: 'chooseAddress:fail auth deny' },
    { arrange: 'reset', flag: '--dismiss', errMsg: 'chooseAddress:fail auth canceled' },
    { arrange: 'set scope.address=rejected', flag: '--accept', errMsg: 'chooseAddress:fail auth deny' },
  ]
  test.concurrent.each(refusals)(
    'never overrides a refusal: $flag after $arrange',
    ({ arrange, flag, errMsg }) =>
      inWorld(async world => {
        await world.run(arrange)
        const { result } = await world.json(['call', 'wx.chooseAddress', flag, '--reply', '{"secret":1}'])
        expect(result).toEqual({ errMsg })
      }),
  )

  test.concurrent('shapes what a tap hands over', () =>
    inWorld(async world => {
      const failing = '{"errMsg":"getUserInfo:fail system error"}'
      const document = await world.json(['tap', 'getUserInfo', '--accept', '--reply', failing])
      expect(document).toMatchObject({ callback: 'fail', after: 'accepted', result: JSON.parse(failing) })
    }))
})

describe('replies in the profile', () => {
  const kept = {
    'wx.chooseAddress': { userName: '王五' },
    getLocation: { latitude: 1 },
    camera: { maxZoom: 2 },
  }

  test.concurrent('are what the API answers, under either name, and --reply wins over them', () =>
    inWorld(async world => {
      world.write('profiles/default.json', decided({ 'scope.address': 'accepted' }, { replies: kept }))
      const result = async (args: readonly string[]) => (await world.json(args)).result
      expect(await result(['call', 'chooseAddress'])).toEqual({
        errMsg: 'chooseAddress:ok',
        userName: '王五',
      })
      expect(await result(['call', 'chooseAddress', '--reply', '{"userName":"赵六"}'])).toMatchObject({
        userName: '赵六',
      })
      expect(await result(['call', 'wx.getLocation', '--accept'])).toEqual({
        errMsg: 'getLocation:ok',
        latitude: 1,
      })
      expect(await result(['call', 'camera', '--accept'])).toEqual({ errMsg: 'insertCamera:ok', maxZoom: 2 })
    }))

  test.concurrent('survive reset', () =>
    inWorld(async world => {
      world.write('profiles/default.json', decided({ 'scope.address': 'accepted' }, { replies: kept }))
      expect((await world.run('reset')).code).toBe(0)
      expect(world.profile().apps.touristappid).toMatchObject({ scopes: {}, replies: kept })
      expect((await world.json('call chooseAddress --accept')).result).toMatchObject({ userName: '王五' })
    }))

  test.concurrent('can fail, and never override a refusal', () =>
    inWorld(async world => {
      const replies = { 'wx.chooseAddress': cancelled }
      world.write('profiles/default.json', decided({ 'scope.address': 'accepted' }, { replies }))
      const run = await world.run('call chooseAddress --json')
      expect(run.code).toBe(1)
      expect(documentOf(run)).toMatchObject({ callback: 'fail', result: cancelled, after: 'accepted' })
      await world.run('set scope.address=rejected')
      const { result } = await world.json('call chooseAddress')
      expect(result).toEqual({ errMsg: 'chooseAddress:fail auth deny' })
    }))
})
