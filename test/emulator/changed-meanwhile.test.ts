import { describe, expect, test } from 'vitest'
import type { Answer, ScopeState } from '../../src/machine/state.ts'
import { decideElsewhere, heldPrompter, world } from './world.ts'

const answers: readonly Answer[] = ['accept', 'reject', 'dismiss']

describe('If another process changes the state while a popup is open,', () => {
  const decisions = [
    ['accepted', 'success', 'getUserInfo:ok'],
    ['rejected', 'fail', 'getUserInfo:fail auth deny'],
  ] as const
  test.each(decisions.flatMap(row => answers.map(answer => [...row, answer] as const)))(
    'to %s, the call ends with %s and %s, and the answer does not count: %s',
    async (state, callback, errMsg, answer) => {
      const prompter = heldPrompter()
      const { emulator, store, events } = world({ prompter })
      const call = emulator.call('wx.getUserInfo', {})
      const popup = await prompter.popup()
      await decideElsewhere(store, 'scope.userInfo', state)
      const before = store.read()
      popup.answer(answer)

      const outcome = await call
      expect(outcome).toMatchObject({ callback, popup: answer, before: 'undecided', after: state })
      expect(outcome.result?.errMsg).toBe(errMsg)
      expect(store.read()).toBe(before)
      const event = { type: 'dropped', scope: 'scope.userInfo', answer, shown: 'undecided', found: state }
      expect(events().slice(3)).toEqual([event, { type: 'settled', outcome }])
    },
  )

  test.each(answers)('the button follows the new state, and the answer does not count: %s', async answer => {
    const prompter = heldPrompter()
    const { emulator, store } = world({ prompter })
    await decideElsewhere(store, 'scope.userInfo', 'rejected')
    const tap = emulator.tapGetUserInfo()
    const popup = await prompter.popup()
    expect(popup.question.state).toBe('rejected')
    await decideElsewhere(store, 'scope.userInfo', 'accepted')
    popup.answer(answer)
    expect(await tap).toMatchObject({
      callback: 'success',
      before: 'rejected',
      after: 'accepted',
      popup: answer,
    })
  })

  const secondAnswers = [
    ['accept', 'success', 'accepted'],
    ['reject', 'fail', 'rejected'],
    ['dismiss', 'fail', 'undecided'],
  ] as const
  test.each(answers.flatMap(first => secondAnswers.map(row => [first, ...row] as const)))(
    'to undecided, %s does not count and another popup asks: %s',
    async (first, answer, callback, after) => {
      const prompter = heldPrompter()
      const { emulator, store, events } = world({ prompter })
      await decideElsewhere(store, 'scope.userInfo', 'rejected')
      const tap = emulator.tapGetUserInfo()
      const popup = await prompter.popup()
      await decideElsewhere(store, 'scope.userInfo', 'undecided')
      popup.answer(first)
      const again = await prompter.popup()
      expect(again.question.state).toBe('undecided')
      expect(emulator.states()[0]).toEqual(['scope.userInfo', 'undecided'])
      again.answer(answer)
      expect(await tap).toMatchObject({ callback, before: 'undecided', after, popup: answer })
      const types = events()
        .map(({ type }) => type)
        .filter(type => type === 'asked' || type === 'dropped')
      expect(types).toEqual(['asked', 'dropped', 'asked'])
    },
  )

  test('and back again, the answer counts, because the question was about this state', async () => {
    const prompter = heldPrompter()
    const { emulator, store } = world({ prompter })
    const call = emulator.call('camera', {})
    const popup = await prompter.popup()
    for (const state of ['accepted', 'undecided'] satisfies ScopeState[])
      await decideElsewhere(store, 'scope.camera', state)
    popup.answer('reject')
    expect(await call).toMatchObject({ callback: 'fail', before: 'undecided', after: 'rejected' })
  })

  test('of another scope, the answer counts', async () => {
    const prompter = heldPrompter()
    const { emulator, store } = world({ prompter })
    const call = emulator.call('camera', {})
    const popup = await prompter.popup()
    await decideElsewhere(store, 'scope.record', 'rejected')
    popup.answer('accept')
    expect((await call).callback).toBe('success')
    expect(emulator.getSetting().result?.authSetting).toEqual({ 'scope.record': false, 'scope.camera': true })
  })
})
