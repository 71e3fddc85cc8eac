import { describe, expect, test } from 'vitest'
import type { Answer, ScopeState } from '../../src/machine/state.ts'
import { decideElsewhere, heldPrompter, world } from './world.ts'

const answered: readonly Answer[] = ['accept', 'reject', 'dismiss']

describe('While a popup was open, somebody else decided', () => {
  const found = [
    ['accepted', 'success', 'getUserInfo:ok'],
    ['rejected', 'fail', 'getUserInfo:fail auth deny'],
  ] as const
  test.each(found.flatMap(row => answered.map(answer => [...row, answer] as const)))(
    '%s: %s with %s, whatever was answered: %s',
    async (state, callback, errMsg, answer) => {
      const prompter = heldPrompter()
      const { emulator, store, events } = world({ prompter })
      const call = emulator.call('wx.getUserInfo', {})
      const popup = await prompter.popup()
      await decideElsewhere(store, 'scope.userInfo', state)
      const kept = store.read()
      popup.answer(answer)

      const outcome = await call
      expect(outcome).toMatchObject({ callback, popup: answer, before: 'undecided', after: state })
      expect(outcome.result?.errMsg).toBe(errMsg)
      expect(store.read()).toBe(kept)
      const dropped = { type: 'dropped', scope: 'scope.userInfo', answer, shown: 'undecided', found: state }
      expect(events().slice(3)).toEqual([dropped, { type: 'settled', outcome }])
    },
  )

  test.each(answered)('and the button followed it, whatever was answered: %s', async answer => {
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

  const second = [
    ['accept', 'success', 'accepted'],
    ['reject', 'fail', 'rejected'],
    ['dismiss', 'fail', 'undecided'],
  ] as const
  test.each(answered.flatMap(first => second.map(row => [first, ...row] as const)))(
    'that nothing is decided: %s counts for nothing, and the popup that follows does: %s',
    async (first, answer, callback, after) => {
      const prompter = heldPrompter()
      const { emulator, store, events } = world({ prompter })
      await decideElsewhere(store, 'scope.userInfo', 'rejected')
      const tap = emulator.tapGetUserInfo()
      const shown = await prompter.popup()
      await decideElsewhere(store, 'scope.userInfo', 'undecided')
      shown.answer(first)
      const again = await prompter.popup()
      expect(again.question.state).toBe('undecided')
      expect(emulator.states()[0]).toEqual(['scope.userInfo', 'undecided'])
      again.answer(answer)
      expect(await tap).toMatchObject({ callback, before: 'undecided', after, popup: answer })
      const asked = events().filter(({ type }) => type === 'asked' || type === 'dropped')
      expect(asked.map(({ type }) => type)).toEqual(['asked', 'dropped', 'asked'])
    },
  )

  test('and undid it: the answer counts, for it was asked of this state', async () => {
    const prompter = heldPrompter()
    const { emulator, store } = world({ prompter })
    const call = emulator.call('camera', {})
    const popup = await prompter.popup()
    for (const state of ['accepted', 'undecided'] satisfies ScopeState[])
      await decideElsewhere(store, 'scope.camera', state)
    popup.answer('reject')
    expect(await call).toMatchObject({ callback: 'fail', before: 'undecided', after: 'rejected' })
  })

  test('another scope: the answer counts', async () => {
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
