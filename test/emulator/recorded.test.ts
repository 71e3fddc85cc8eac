import { describe, expect, test } from 'vitest'
import type { Emulator } from '../../src/emulator/emulator.ts'
import type { ProfileStore } from '../../src/emulator/ports.ts'
import type { Profile } from '../../src/machine/profile.ts'
import type { answers } from '../../src/machine/state.ts'
import { absentPrompter } from '../../src/prompt/popup/absent-prompter.ts'
import { scriptedPrompter } from '../../src/prompt/popup/scripted-prompter.ts'
import { absentVisitor } from '../../src/prompt/settings/absent-visitor.ts'
import { scriptedVisitor } from '../../src/prompt/settings/scripted-visitor.ts'
import { memoryStore } from '../../src/store/memory-store.ts'
import { appid, decideElsewhere, nobody, now, world } from './world.ts'

/** A memory store that counts the calls of `update`. */
function countingStore(initial?: Profile): ProfileStore & { updates(): number } {
  const store = memoryStore(initial)
  let updates = 0
  return {
    read: store.read,
    update(change) {
      updates++
      return store.update(change)
    },
    updates: () => updates,
  }
}

const script = (general: (typeof answers)[number]) => scriptedPrompter({ general, otherwise: nobody })
const decisionIn = (store: ProfileStore, scope: string) => store.read().apps[appid]?.scopes[scope]

describe('The profile records', () => {
  test.each([
    ['accept', 'accepted'],
    ['reject', 'rejected'],
  ] as const)('the answer of a popup, when, and that it was a popup: %s', async (answer, state) => {
    const { emulator, store } = world({ prompter: script(answer) })
    await emulator.call('wx.getLocation', {})
    await emulator.authorize({ scope: 'scope.camera' })
    for (const scope of ['scope.userLocation', 'scope.camera'])
      expect(decisionIn(store, scope)).toEqual({ state, at: now, by: 'popup' })
    expect(store.read().apps[appid]?.name).toBe('Shops')
  })

  test('that the button asked', async () => {
    const { emulator, store } = world({ prompter: script('accept') })
    await emulator.tapGetUserInfo()
    expect(decisionIn(store, 'scope.userInfo')).toEqual({ state: 'accepted', at: now, by: 'button' })
  })

  test('that the user decided on the settings page', async () => {
    const { emulator, store } = world()
    await decideElsewhere(store, 'scope.camera', 'rejected')
    expect(decisionIn(store, 'scope.camera')).toEqual({ state: 'rejected', at: now, by: 'set' })
    await emulator.openSetting(scriptedVisitor([{ scope: 'scope.camera', on: true }]))
    expect(decisionIn(store, 'scope.camera')).toEqual({ state: 'accepted', at: now, by: 'settings' })
  })

  test('each Mini Program by itself', async () => {
    const { emulator, store } = world({ prompter: script('accept') })
    const other = world({ store, app: { appid: 'wx2', name: 'Other', purposes: {} } })
    await emulator.call('camera', {})
    expect(other.emulator.getSetting().result?.authSetting).toEqual({})
    expect(await other.emulator.call('camera', {})).toMatchObject({ callback: null, popup: 'unanswered' })
  })

  test('nothing, and is not written, if the popup is dismissed, unanswered or interrupted', async () => {
    const store = countingStore()
    const dismissing = world({ store, prompter: script('dismiss') }).emulator
    const whys = ['no-terminal', 'no-input', 'input-ended', 'busy'] as const
    const failing = world({ store, prompter: { ask: () => Promise.reject(new Error('Ctrl-C')) } }).emulator
    const before = store.read()

    expect((await dismissing.call('camera', {})).result).toEqual({
      errMsg: 'insertCamera:fail auth canceled',
    })
    for (const why of whys) {
      const { emulator } = world({ store, prompter: absentPrompter(why) })
      const unanswered = {
        callback: null,
        result: null,
        popup: 'unanswered',
        because: 'unanswered',
        unanswered: why,
      }
      expect(await emulator.call('camera', {})).toMatchObject({
        ...unanswered,
        before: 'undecided',
        after: 'undecided',
      })
      expect(await emulator.openSetting(absentVisitor(why))).toMatchObject({
        ...unanswered,
        scope: null,
        missing: [],
      })
    }
    await expect(failing.call('camera', {})).rejects.toThrow('Ctrl-C')

    expect(store.read()).toBe(before)
    expect(store.updates()).toBe(0)
  })

  test('nothing for calls that need no popup', async () => {
    const initial = memoryStore()
    await decideElsewhere(initial, 'scope.camera', 'accepted')
    await decideElsewhere(initial, 'scope.record', 'rejected')
    const store = countingStore(initial.read())
    const { emulator } = world({ store, prompter: script('accept') })
    await emulator.call('camera', {})
    await emulator.call('wx.startRecord', {})
    await emulator.authorize({ scope: 'scope.camera' })
    await emulator.authorize({ scope: 'scope.userInfo' })
    await emulator.authorize({ scope: 'scope.nothing' })
    emulator.getSetting()
    emulator.states()
    expect(store.updates()).toBe(0)
    expect(store.read()).toBe(initial.read())
  })

  test('nothing if writing fails: the call rejects, and the next one asks', async () => {
    const store = memoryStore()
    const failure = new Error('the disk is full')
    const full = world({
      store: { read: store.read, update: () => Promise.reject(failure) },
      prompter: script('accept'),
    })
    const calls = [full.emulator.call('camera', {}), full.emulator.call('wx.startRecord', {})]
    expect((await Promise.allSettled(calls)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(full.events().filter(({ type }) => type === 'asked')).toHaveLength(2)
    expect(full.events().filter(({ type }) => type === 'recorded')).toEqual([])
  })
})

describe('The profile is read', () => {
  const reads = async (
    state: 'accepted' | 'rejected' | 'undecided',
    use: (emulator: Emulator) => unknown,
  ) => {
    const store = memoryStore()
    if (state !== 'undecided') await decideElsewhere(store, 'scope.camera', state)
    let count = 0
    const read = () => {
      count++
      // Like a file store, another object at each read.
      return { ...store.read() }
    }
    await use(world({ store: { ...store, read }, prompter: nobody }).emulator)
    return count
  }

  test.each([
    ['accepted', 1],
    ['rejected', 1],
    ['undecided', 2],
  ] as const)('only as often as a call needs it: %s', async (state, times) => {
    expect(await reads(state, emulator => emulator.call('camera', {}))).toBe(times)
    expect(await reads(state, emulator => emulator.authorize({ scope: 'scope.camera' }))).toBe(times)
  })
})
