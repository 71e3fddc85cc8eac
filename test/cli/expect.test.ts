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

  /** The hints of a failed expectation: a state to start from in which it is met, or none. */
  const hints = [
    { args: 'call camera --accept --expect no-popup', hints: ['wxauth set scope.camera=accepted'] },
    {
      args: 'call camera --reject --expect no-popup',
      hints: ['wxauth set scope.camera=rejected', 'wxauth open-setting --enable scope.camera'],
    },
    { args: 'call camera --accept --expect fail', hints: ['wxauth set scope.camera=rejected'] },
    { args: 'call wx.startRecord --expect popup', hints: ['wxauth reset scope.record'] },
    { args: 'call wx.startRecord --expect fail', hints: ['wxauth set scope.record=rejected'] },
    {
      args: 'call wx.getWeRunData --expect popup --expect success',
      hints: ['wxauth reset scope.werun', 'wxauth open-setting --enable scope.werun'],
    },
    { args: 'call wx.getWeRunData --expect success', hints: ['wxauth open-setting --enable scope.werun'] },
    // The button asks again after a rejection, so only an accepted scope saves the popup, and no state makes it fail.
    { args: 'tap getUserInfo --accept --expect no-popup', hints: ['wxauth set scope.userInfo=accepted'] },
    { args: 'tap getUserInfo --accept --expect fail', hints: [] },
    // Rules of the platform refuse in every state.
    { args: 'authorize scope.userInfo --expect popup', hints: ['wxauth tap getUserInfo'] },
    { args: 'tap openSetting --disable scope.werun --expect popup', hints: [] },
    { args: 'tap openSetting --disable scope.werun --expect fail', hints: [] },
    {
      args: 'call camera --accept --reply {"errMsg":"insertCamera:fail"} --expect success',
      hints: [],
    },
  ]
  test.concurrent.each(hints)('that fails has a hint that fits, or none: "$args"', ({ args, hints }) =>
    inWorld(async world => {
      world.write('profiles/default.json', state)
      const { stderr, code } = await world.run(args)
      expect(code).toBe(1)
      expect(stderr.match(/^error: Expected .*\.$/gm)).not.toBeNull()
      const commands = [...stderr.matchAll(/^hint: .*?(wxauth .*)$/gm)].map(([, command]) => command)
      expect(commands).toEqual(hints)
      expect(stderr.match(/^hint: /gm) ?? []).toHaveLength(hints.length)
    }),
  )

  // What a hint says is true: from that state, the expectation is met.
  test.concurrent.each(hints.filter(({ hints }) => / (?:set|reset) /.test(hints[0] ?? '')))(
    'is met after the hint of "$args" was followed',
    ({ args, hints: [command = ''] }) =>
      inWorld(async world => {
        world.write('profiles/default.json', state)
        await world.run(command.split(' ').slice(1))
        const [first = ''] = args.split(/(?<=--expect [\w-]+) /)
        const answer = args.includes('popup') && !/--(?:accept|reject)/.test(args) ? ' --accept' : ''
        expect((await world.run(`${first}${answer}`)).code).toBe(0)
      }),
  )
})
