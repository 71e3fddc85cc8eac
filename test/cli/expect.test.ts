import { describe, expect, test } from 'vitest'
import { decided, errorOf, inWorld } from '../support/cli-world.ts'
import { documentOf } from '../support/run-cli.ts'

const words = ['success', 'fail', 'popup', 'no-popup'] as const
type Word = (typeof words)[number]

/** The four ways that a call can go, by the flags and the state that lead there. */
const ways = [
  { way: 'accepted in a popup', api: 'camera', flag: '--accept', came: ['success', 'popup'] },
  { way: 'accepted earlier', api: 'wx.startRecord', flag: '-q', came: ['success', 'no-popup'] },
  { way: 'rejected in a popup', api: 'camera', flag: '--reject', came: ['fail', 'popup'] },
  { way: 'rejected earlier', api: 'wx.getWeRunData', flag: '-q', came: ['fail', 'no-popup'] },
] as const

const state = decided({ 'scope.record': 'accepted', 'scope.werun': 'rejected' })

/** Every set of expectations that does not contradict itself. */
const sets: readonly (readonly Word[])[] = [
  ...words.map(word => [word]),
  ...(['success', 'fail'] as const).flatMap(callback => [
    [callback, 'popup'] as const,
    ['no-popup', callback] as const,
  ]),
]

const cases = ways.flatMap(way => sets.map(expected => ({ ...way, expected })))
const flags = (expected: readonly string[]) => expected.flatMap(word => ['--expect', word])

describe('--expect', () => {
  test.concurrent.each(cases)(
    '$expected of a call that was $way is met or not',
    ({ api, flag, came, expected }) =>
      inWorld(async world => {
        world.write('profiles/default.json', state)
        const run = await world.run(['call', api, flag, ...flags(expected), '--json'])
        const unmet = expected.filter(word => !(came as readonly Word[]).includes(word))
        expect(run.code).toBe(unmet.length === 0 ? 0 : 1)
        // What came is the same, whatever was expected.
        expect(documentOf(run)).toMatchObject({ callback: came[0] })
        expect(run.stderr.match(/^error: Expected/gm) ?? []).toHaveLength(unmet.length)
      }),
  )

  const contradictions = [
    ['success', 'fail'],
    ['popup', 'no-popup'],
    ['fail', 'popup', 'success'],
  ]
  test.concurrent.each(contradictions)('%s and %s contradict each other', (...expected) =>
    inWorld(async world => {
      const run = await world.run(['call', 'camera', '--accept', ...flags(expected), '--json'])
      expect(run).toMatchObject({ code: 2, stdout: '' })
      expect(errorOf(run).code).toBe('ERR_CONFLICTING_FLAGS')
      expect(() => world.profile()).toThrow()
    }),
  )

  test.concurrent('said twice is said once', () =>
    inWorld(async world => {
      const run = await world.run('call camera --reject --expect fail --expect fail')
      expect(run.code).toBe(0)
    }))

  const others = [
    { args: 'call camera --expect fail', exit: 3 },
    { args: 'call camera --expect popup', exit: 3 },
    { args: 'call camera --expect success', exit: 3 },
    { args: 'tap openSetting --expect success', exit: 3 },
    { args: 'call camera {} surplus --expect fail', exit: 2 },
    { args: 'call nothing --expect fail', exit: 2 },
    { args: 'call camera --accept --expect fail --profile broken', exit: 4 },
    { args: 'tap openSetting --enable scope.camera --expect fail', exit: 1 },
    { args: 'tap openSetting --enable scope.camera --expect success', exit: 1 },
  ]
  test.concurrent.each(others)('leaves the exit code $exit of "$args" what it is', ({ args, exit }) =>
    inWorld(async world => {
      world.write('profiles/broken.json', '{')
      expect((await world.run(args)).code).toBe(exit)
    }),
  )

  const elsewhere = [
    { args: 'authorize scope.userInfo --expect fail --expect no-popup', exit: 0 },
    { args: 'authorize scope.record --accept --expect popup', exit: 0 },
    { args: 'tap getUserInfo --dismiss --expect fail --expect popup', exit: 0 },
    { args: 'tap openSetting --disable scope.werun --expect success --expect no-popup', exit: 0 },
    { args: 'tap openSetting --disable scope.werun --expect popup', exit: 1 },
    { args: 'call wx.getLocation {"type":1} --expect fail --expect no-popup', exit: 0 },
    { args: 'call camera --accept --reply {"errMsg":"insertCamera:fail"} --expect success', exit: 1 },
    { args: 'call camera --accept --reply {"errMsg":"insertCamera:fail"} --expect fail', exit: 0 },
  ]
  test.concurrent.each(elsewhere)('"$args" exits with $exit', ({ args, exit }) =>
    inWorld(async world => {
      world.write('profiles/default.json', decided({ 'scope.werun': 'rejected' }))
      expect((await world.run(args)).code).toBe(exit)
    }),
  )
})
