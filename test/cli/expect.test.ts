import { describe, expect, test } from 'vitest'
import { errorOf, inWorld, profileWith } from '../support/cli-world.ts'
import { documentOf } from '../support/run-cli.ts'

const words = ['success', 'fail', 'popup', 'no-popup'] as const
type Word = (typeof words)[number]

/** The four outcomes of a call, by the flags and the state that lead to them. */
const ways = [
  { way: 'accepted in a popup', api: 'camera', flag: '--accept', actual: ['success', 'popup'] },
  { way: 'accepted earlier', api: 'wx.startRecord', flag: '-q', actual: ['success', 'no-popup'] },
  { way: 'rejected in a popup', api: 'camera', flag: '--reject', actual: ['fail', 'popup'] },
  { way: 'rejected earlier', api: 'wx.getWeRunData', flag: '-q', actual: ['fail', 'no-popup'] },
] as const

const state = profileWith({ 'scope.record': 'accepted', 'scope.werun': 'rejected' })

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
    '$expected is checked for a call that was $way',
    ({ api, flag, actual, expected }) =>
      inWorld(async world => {
        world.write('profiles/default.json', state)
        const run = await world.run(['call', api, flag, ...flags(expected), '--json'])
        const unmet = expected.filter(word => !(actual as readonly Word[]).includes(word))
        expect(run.code).toBe(unmet.length === 0 ? 0 : 1)
        // Expectations do not change the outcome.
        expect(documentOf(run)).toMatchObject({ callback: actual[0] })
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

  test.concurrent('repeated counts once', () =>
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
  test.concurrent.each(others)('does not change the exit code $exit of "$args"', ({ args, exit }) =>
    inWorld(async world => {
      world.write('profiles/broken.json', '{')
      expect((await world.run(args)).code).toBe(exit)
    }),
  )

  const otherCommands = [
    { args: 'authorize scope.userInfo --expect fail --expect no-popup', exit: 0 },
    { args: 'authorize scope.record --accept --expect popup', exit: 0 },
    { args: 'tap getUserInfo --dismiss --expect fail --expect popup', exit: 0 },
    { args: 'tap openSetting --disable scope.werun --expect success --expect no-popup', exit: 0 },
    { args: 'tap openSetting --disable scope.werun --expect popup', exit: 1 },
    { args: 'call wx.getLocation {"type":1} --expect fail --expect no-popup', exit: 0 },
    { args: 'call camera --accept --reply {"errMsg":"insertCamera:fail"} --expect success', exit: 1 },
    { args: 'call camera --accept --reply {"errMsg":"insertCamera:fail"} --expect fail', exit: 0 },
  ]
  test.concurrent.each(otherCommands)('works elsewhere too: "$args" exits with $exit', ({ args, exit }) =>
    inWorld(async world => {
      world.write('profiles/default.json', profileWith({ 'scope.werun': 'rejected' }))
      expect((await world.run(args)).code).toBe(exit)
    }),
  )
})
