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
  ] as const)('are one for two calls of one undecided scope: %s', async (answer, callback, state) => {
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

  test('appear again for the second call when the first was closed without choosing', async () => {
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

  test('hold up nobody who needs none', async () => {
    const prompter = heldPrompter()
    const { emulator, store } = world({ prompter })
    await decideElsewhere(store, 'scope.record', 'accepted')
    await decideElsewhere(store, 'scope.werun', 'rejected')
    const waiting = emulator.call('camera', {})
    const popup = await prompter.popup()
    expect(emulator.getSetting().result?.errMsg).toBe('getSetting:ok')
    expect((await emulator.call('wx.startRecord', {})).callback).toBe('success')
    expect((await emulator.call('wx.getWeRunData', {})).callback).toBe('fail')
    expect((await emulator.call('wx.getLocation', 'no object')).callback).toBe('fail')
    popup.answer('accept')
    expect((await waiting).callback).toBe('success')
  })

  test('and the settings page are never open together', async () => {
    const prompter = heldPrompter()
    const { emulator, store } = world({ prompter })
    await decideElsewhere(store, 'scope.record', 'rejected')
    let opened = 0
    const visitor = scriptedVisitor([{ scope: 'scope.record', on: true }])
    const waiting = emulator.call('camera', {})
    const popup = await prompter.popup()
    const settings = emulator.openSetting({ visit: page => visitor.visit(page).finally(() => opened++) })
    await turns()
    expect(opened).toBe(0)
    popup.answer('accept')
    await waiting
    // The page knows what was decided while it waited.
    expect((await settings).result?.authSetting).toEqual({ 'scope.record': true, 'scope.camera': true })
    expect(opened).toBe(1)
  })

  test('go on after one that broke: only its own call fails', async () => {
    const prompter = heldPrompter()
    const { emulator, events } = world({ prompter })
    const broken = emulator.call('camera', {})
    const next = emulator.call('wx.startRecord', {})
    const failure = new Error('the terminal went away')
    ;(await prompter.popup()).fail(failure)
    await expect(broken).rejects.toBe(failure)
    ;(await prompter.popup()).answer('accept')
    expect((await next).callback).toBe('success')
    expect(emulator.getSetting().result?.authSetting).toEqual({ 'scope.record': true })
    expect(events().filter(({ type }) => type === 'recorded')).toHaveLength(1)
  })

  test('go on after a settings page that broke', async () => {
    const { emulator } = world()
    const failure = new Error('the terminal went away')
    const broken = emulator.openSetting({ visit: () => Promise.reject(failure) })
    const next = emulator.call('camera', {})
    await expect(broken).rejects.toBe(failure)
    expect(await next).toMatchObject({ callback: null, popup: 'unanswered' })
  })
})

describe('Calls made at once', () => {
  const call = fc.record({ api: fc.constantFrom(...guardedApis), answer: fc.constantFrom(...answers) })

  test('come out as they do one after another, and never show two popups', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(call, { maxLength: 12 }),
        fc.array(fc.constantFrom(...answers)),
        async (calls, script) => {
          const together = asking(script)
          const alone = asking(script)
          const atOnce = await Promise.all(calls.map(({ api }) => resultOf(together, api)))
          const inTurn = []
          for (const { api } of calls) inTurn.push(await resultOf(alone, api))
          expect(atOnce).toEqual(inTurn)
          expect(together.store.read()).toEqual(alone.store.read())
          expect(together.most()).toBeLessThanOrEqual(1)
        },
      ),
    )
  })

  /** Answers popups in the order in which they appear, and knows how many were ever open together. */
  function asking(script: readonly Answer[]) {
    let [open, most, asked] = [0, 0, 0]
    const prompter: Prompter = {
      async ask() {
        open++
        most = Math.max(most, open)
        await Promise.resolve()
        open--
        return { answer: script[asked++] ?? 'reject' }
      },
    }
    return { ...world({ prompter }), most: () => most }
  }

  async function resultOf({ emulator }: ReturnType<typeof world>, api: GuardedApi) {
    const { callback, popup, before, after } = await emulator.call(api, {})
    return { callback, popup, before, after }
  }
})
