import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import type { GuardedApi } from '../../src/catalogue/names.ts'
import type { Prompter } from '../../src/emulator/ports.ts'
import { type Answer, answers } from '../../src/machine/state.ts'
import { scriptedVisitor } from '../../src/prompt/settings/scripted-visitor.ts'
import { decideElsewhere, heldPrompter, turns, world } from './world.ts'

const { guardedApis } = guideCatalogue

describe('Popups', () => {
  test('appear one after another, in the order of the calls', async () => {
    const prompter = heldPrompter()
    const { emulator } = world({ prompter })
    const calls = [
      emulator.call('wx.startRecord', {}),
      emulator.authorize({ scope: 'scope.camera' }),
      emulator.tapGetUserInfo(),
    ]
    for (const scope of ['scope.record', 'scope.camera', 'scope.userInfo']) {
      const popup = await prompter.popup()
      await turns()
      expect(prompter.waiting).toEqual([])
      expect(popup.question.scope).toBe(scope)
      popup.answer('accept')
    }
    expect((await Promise.all(calls)).map(({ callback }) => callback)).toEqual([
      'success',
      'success',
      'success',
    ])
  })

  test.each([
    ['accept', 'success', 'accepted'],
    ['reject', 'fail', 'rejected'],
  ] as const)('appear once for several calls of one undecided scope: %s', async (answer, callback, state) => {
    const prompter = heldPrompter()
    const { emulator } = world({ prompter })
    const calls = [
      emulator.call('wx.getLocation', {}),
      emulator.call('wx.chooseLocation', {}),
      emulator.authorize({ scope: 'scope.userLocation' }),
    ]
    const popup = await prompter.popup()
    popup.answer(answer)
    const [first, ...others] = await Promise.all(calls)
    expect(first).toMatchObject({ callback, popup: answer, before: 'undecided', after: state })
    for (const other of others)
      expect(other).toMatchObject({ callback, popup: null, before: state, after: state })
    expect(prompter.waiting).toEqual([])
  })

  test('appear again for the second call if the first popup was dismissed', async () => {
    const prompter = heldPrompter()
    const { emulator } = world({ prompter })
    const calls = [emulator.call('wx.getLocation', {}), emulator.call('wx.getLocation', {})]
    ;(await prompter.popup()).answer('dismiss')
    ;(await prompter.popup()).answer('accept')
    const outcomes = await Promise.all(calls)
    expect(outcomes.map(({ result }) => result?.errMsg)).toEqual([
      'getLocation:fail auth canceled',
      'getLocation:ok',
    ])
  })

  test('do not delay calls that need no popup', async () => {
    const prompter = heldPrompter()
    const { emulator, store } = world({ prompter })
    await decideElsewhere(store, 'scope.record', 'accepted')
    await decideElsewhere(store, 'scope.werun', 'rejected')
    const call = emulator.call('camera', {})
    const popup = await prompter.popup()
    expect(emulator.getSetting().result?.errMsg).toBe('getSetting:ok')
    expect((await emulator.call('wx.startRecord', {})).callback).toBe('success')
    expect((await emulator.call('wx.getWeRunData', {})).callback).toBe('fail')
    expect((await emulator.call('wx.getLocation', 'no object')).callback).toBe('fail')
    popup.answer('accept')
    expect((await call).callback).toBe('success')
  })

  test('and the settings page are never open together', async () => {
    const prompter = heldPrompter()
    const { emulator, store } = world({ prompter })
    await decideElsewhere(store, 'scope.record', 'rejected')
    let visits = 0
    const visitor = scriptedVisitor([{ scope: 'scope.record', on: true }])
    const call = emulator.call('camera', {})
    const popup = await prompter.popup()
    const settings = emulator.openSetting({ visit: page => visitor.visit(page).finally(() => visits++) })
    await turns()
    expect(visits).toBe(0)
    popup.answer('accept')
    await call
    // The page shows what was decided while it waited.
    expect((await settings).result?.authSetting).toEqual({ 'scope.record': true, 'scope.camera': true })
    expect(visits).toBe(1)
  })

  test('continue after one that fails, and only its own call rejects', async () => {
    const prompter = heldPrompter()
    const { emulator, events } = world({ prompter })
    const first = emulator.call('camera', {})
    const next = emulator.call('wx.startRecord', {})
    const failure = new Error('the terminal went away')
    ;(await prompter.popup()).fail(failure)
    await expect(first).rejects.toBe(failure)
    ;(await prompter.popup()).answer('accept')
    expect((await next).callback).toBe('success')
    expect(emulator.getSetting().result?.authSetting).toEqual({ 'scope.record': true })
    expect(events().filter(({ type }) => type === 'recorded')).toHaveLength(1)
  })

  test('continue after a settings page that fails', async () => {
    const { emulator } = world()
    const failure = new Error('the terminal went away')
    const first = emulator.openSetting({ visit: () => Promise.reject(failure) })
    const next = emulator.call('camera', {})
    await expect(first).rejects.toBe(failure)
    expect(await next).toMatchObject({ callback: null, popup: 'unanswered' })
  })
})

describe('Overlapping calls', () => {
  const call = fc.record({ api: fc.constantFrom(...guardedApis), answer: fc.constantFrom(...answers) })

  test('have the same outcomes as consecutive calls, and never show two popups', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(call, { maxLength: 12 }),
        fc.array(fc.constantFrom(...answers)),
        async (calls, script) => {
          const overlapping = scriptedWorld(script)
          const consecutive = scriptedWorld(script)
          const actual = await Promise.all(calls.map(({ api }) => resultOf(overlapping, api)))
          const expected = []
          for (const { api } of calls) expected.push(await resultOf(consecutive, api))
          expect(actual).toEqual(expected)
          expect(overlapping.store.read()).toEqual(consecutive.store.read())
          expect(overlapping.mostOpen()).toBeLessThanOrEqual(1)
        },
      ),
    )
  })

  /** Answers popups in the order in which they appear, and counts the most that were open together. */
  function scriptedWorld(script: readonly Answer[]) {
    let [open, most, next] = [0, 0, 0]
    const prompter: Prompter = {
      async ask() {
        open++
        most = Math.max(most, open)
        await Promise.resolve()
        open--
        return { answer: script[next++] ?? 'reject' }
      },
    }
    return { ...world({ prompter }), mostOpen: () => most }
  }

  async function resultOf({ emulator }: ReturnType<typeof world>, api: GuardedApi) {
    const { callback, popup, before, after } = await emulator.call(api, {})
    return { callback, popup, before, after }
  }
})
