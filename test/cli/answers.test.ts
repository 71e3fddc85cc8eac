import { describe, expect, test } from 'vitest'
import { inWorld, profileWith } from '../support/cli-world.ts'
import { documentOf } from '../support/run-cli.ts'

const unusedNote = (flag: string) => `${flag} had no effect`

describe('the flags that answer popups', () => {
  const rows = [
    { flags: '--accept', popup: 'accept', unused: [] },
    { flags: '--reject', popup: 'reject', unused: [] },
    { flags: '--dismiss', popup: 'dismiss', unused: [] },
    { flags: '--answer scope.camera=accept', popup: 'accept', unused: [] },
    { flags: '--answer scope.camera=reject', popup: 'reject', unused: [] },
    { flags: '--answer scope.camera=dismiss', popup: 'dismiss', unused: [] },
    { flags: '--answer scope.camera=reject --accept', popup: 'reject', unused: ['--accept'] },
    { flags: '--dismiss --answer scope.camera=accept', popup: 'accept', unused: ['--dismiss'] },
    {
      flags: '--accept --answer scope.record=reject',
      popup: 'accept',
      unused: ['--answer scope.record=reject'],
    },
    {
      flags: '--answer scope.record=reject --answer scope.camera=accept',
      popup: 'accept',
      unused: ['--answer scope.record=reject'],
    },
    { flags: '--answer scope.record=accept', popup: 'unanswered', unused: ['--answer scope.record=accept'] },
    { flags: '--no-input --reject', popup: 'reject', unused: [] },
    { flags: '--accept --accept', popup: 'accept', unused: [] },
    { flags: '--answer scope.camera=accept --answer scope.camera=accept', popup: 'accept', unused: [] },
  ] as const

  test.concurrent.each(rows)('$flags: $popup', row =>
    inWorld(async world => {
      const run = await world.run(`call camera ${row.flags} --json`)
      expect(documentOf(run)).toMatchObject({ popup: row.popup })
      expect(run.code).toBe({ accept: 0, reject: 1, dismiss: 1, unanswered: 3 }[row.popup])
      for (const flag of row.unused) expect(run.stderr).toContain(unusedNote(flag))
      expect(run.stderr.match(/had no effect/g) ?? []).toHaveLength(row.unused.length)
      if (row.popup === 'dismiss' || row.popup === 'unanswered') expect(() => world.profile()).toThrow()
      else
        expect(world.profile().apps.touristappid?.scopes['scope.camera']).toMatchObject({
          state: `${row.popup}ed`,
          by: 'popup',
        })
    }),
  )

  test.concurrent.each(['accepted', 'rejected'] as const)(
    'are reported as unused if the scope is %s',
    state =>
      inWorld(async world => {
        world.write('profiles/default.json', profileWith({ 'scope.camera': state }))
        const { stderr } = await world.run('call camera --accept --answer scope.camera=reject')
        expect(stderr).toContain(unusedNote('--accept'))
        expect(stderr).toContain(unusedNote('--answer scope.camera=reject'))
      }),
  )

  test.concurrent('answer the popup that a tap after a rejection shows again', () =>
    inWorld(async world => {
      world.write('profiles/default.json', profileWith({ 'scope.userInfo': 'rejected' }))
      expect(await world.json('call wx.getUserInfo --accept')).toMatchObject({
        popup: null,
        callback: 'fail',
      })
      expect(await world.json('tap getUserInfo')).toMatchObject({ popup: 'unanswered', before: 'rejected' })
      expect(await world.json('tap getUserInfo --dismiss')).toMatchObject({
        popup: 'dismiss',
        result: { errMsg: 'getUserInfo:fail auth canceled' },
        after: 'rejected',
      })
      expect(await world.json('tap getUserInfo --accept')).toMatchObject({
        popup: 'accept',
        before: 'rejected',
        after: 'accepted',
        result: { errMsg: 'getUserInfo:ok', userInfo: { nickName: expect.any(String) } },
      })
      expect(await world.json('tap getUserInfo --reject')).toMatchObject({ popup: null, after: 'accepted' })
    }))
})

describe('nobody can be asked', () => {
  const switchedOff = 'asking is switched off'
  const noTerminal = 'not both terminals'
  // Without a terminal nobody is asked in any case; the message has the reason.
  const rows: readonly [flag: string, env: Readonly<Record<string, string>>, why: string][] = [
    ['-q', {}, noTerminal],
    ['--no-input', {}, switchedOff],
    ['-q', { WXAUTH_NO_INPUT: '1' }, switchedOff],
    ['-q', { WXAUTH_NO_INPUT: 'true' }, switchedOff],
    ['-q', { WXAUTH_NO_INPUT: '' }, noTerminal],
    ['-q', { CI: 'true' }, switchedOff],
    ['-q', { CI: 'TRUE' }, switchedOff],
    ['-q', { CI: '1' }, switchedOff],
    ['-q', { CI: 'false' }, noTerminal],
    ['-q', { CI: 'False' }, noTerminal],
    ['-q', { CI: '0' }, noTerminal],
    ['-q', { CI: '' }, noTerminal],
  ]
  test.concurrent.each(rows)('with %s and %o: %s', (flag, env, why) =>
    inWorld(async world => {
      const run = await world.run(['call', 'camera', flag], { env, input: 'y\n' })
      expect(run).toMatchObject({ code: 3, stdout: '' })
      expect(run.stderr).toContain(why)
      expect(run.stderr).toContain('Nothing was recorded')
      expect(() => world.profile()).toThrow()
    }),
  )
})
