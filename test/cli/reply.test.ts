import { describe, expect, test } from 'vitest'
import { inWorld, profileWith } from '../support/cli-world.ts'
import { documentOf } from '../support/run-cli.ts'

const cancellation = { errMsg: 'chooseAddress:fail cancel' }

describe('--reply', () => {
  const rows: readonly {
    readonly reply: string
    readonly file?: string
    readonly input?: string
    readonly result: object
  }[] = [
    { reply: '{"userName":"李四"}', result: { errMsg: 'chooseAddress:ok', userName: '李四' } },
    {
      reply: '@reply.json',
      file: '{"a":[1,{"b":null}]}',
      result: { errMsg: 'chooseAddress:ok', a: [1, { b: null }] },
    },
    { reply: '@reply.json', file: '\uFEFF{"a":1}', result: { errMsg: 'chooseAddress:ok', a: 1 } },
    { reply: '-', input: '\uFEFF{"a":1}\n', result: { errMsg: 'chooseAddress:ok', a: 1 } },
    { reply: '{}', result: { errMsg: 'chooseAddress:ok' } },
    { reply: JSON.stringify(cancellation), result: cancellation },
    { reply: '-', input: JSON.stringify(cancellation), result: cancellation },
    { reply: '{"errMsg":"chooseAddress:cancel"}', result: { errMsg: 'chooseAddress:cancel' } },
    {
      reply: '{"errMsg":"chooseAddress:fail x","errCode":1}',
      result: { errMsg: 'chooseAddress:fail x', errCode: 1 },
    },
  ]
  test.concurrent.each(rows)('$reply is what the allowed API answers', ({ reply, file, input, result }) =>
    inWorld(async world => {
      if (file !== undefined) world.write('work/reply.json', file)
      const args = ['call', 'wx.chooseAddress', '--accept', '--reply', reply, '--json']
      const run = await world.run(args, input === undefined ? {} : { input })
      const isFailure = !JSON.stringify(result).includes(':ok')
      expect(run.code).toBe(isFailure ? 1 : 0)
      expect(documentOf(run)).toMatchObject({ callback: isFailure ? 'fail' : 'success', popup: 'accept' })
      expect(documentOf<{ result: unknown }>(run).result).toEqual(result)
      // A failure of the API is not a rejection by the user.
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

  test.concurrent('replaces the detail of a tap', () =>
    inWorld(async world => {
      const failure = '{"errMsg":"getUserInfo:fail system error"}'
      const document = await world.json(['tap', 'getUserInfo', '--accept', '--reply', failure])
      expect(document).toMatchObject({ callback: 'fail', after: 'accepted', result: JSON.parse(failure) })
    }))
})

describe('replies in the profile', () => {
  const replies = {
    'wx.chooseAddress': { userName: '王五' },
    getLocation: { latitude: 1 },
    camera: { maxZoom: 2 },
  }

  test.concurrent('are what the API answers, under either name, unless there is a --reply', () =>
    inWorld(async world => {
      world.write('profiles/default.json', profileWith({ 'scope.address': 'accepted' }, { replies }))
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
      world.write('profiles/default.json', profileWith({ 'scope.address': 'accepted' }, { replies }))
      expect((await world.run('reset')).code).toBe(0)
      expect(world.profile().apps.touristappid).toMatchObject({ scopes: {}, replies })
      expect((await world.json('call chooseAddress --accept')).result).toMatchObject({ userName: '王五' })
    }))

  test.concurrent('can fail, and never override a refusal', () =>
    inWorld(async world => {
      const replies = { 'wx.chooseAddress': cancellation }
      world.write('profiles/default.json', profileWith({ 'scope.address': 'accepted' }, { replies }))
      const run = await world.run('call chooseAddress --json')
      expect(run.code).toBe(1)
      expect(documentOf(run)).toMatchObject({ callback: 'fail', result: cancellation, after: 'accepted' })
      await world.run('set scope.address=rejected')
      const { result } = await world.json('call chooseAddress')
      expect(result).toEqual({ errMsg: 'chooseAddress:fail auth deny' })
    }))
})
