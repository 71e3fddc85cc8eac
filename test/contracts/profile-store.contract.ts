import { describe, expect, test } from 'vitest'
import type { ProfileStore } from '../../src/emulator/ports.ts'
import { type Decision, emptyProfile, type Profile, withDecision } from '../../src/machine/profile.ts'

const accepted: Decision = { state: 'accepted', at: '2026-01-31T08:00:00.000Z', by: 'popup' }

/** A change that records a decision for this Mini Program. */
export const decide =
  (appid: string, decision: Decision = accepted) =>
  (profile: Profile) =>
    withDecision(profile, { appid, name: appid }, 'scope.camera', decision)

/**
 * The tests of every ProfileStore.
 * @param open makes a new store with this profile, or an empty store
 */
export function profileStoreContract(kind: string, open: (initial?: Profile) => ProfileStore): void {
  describe(`${kind}, as every ProfileStore,`, () => {
    test('is empty before the first change', () => {
      expect(open().read()).toEqual(emptyProfile)
    })

    test('reads the profile that an update saved and returned', async () => {
      const store = open()
      const saved = await store.update(decide('wx1'))
      expect(saved).toEqual(decide('wx1')(emptyProfile))
      expect(store.read()).toEqual(saved)
    })

    test('passes the current profile to each change', async () => {
      const store = open()
      await store.update(decide('wx1'))
      await store.update(decide('wx2'))
      expect(Object.keys(store.read().apps)).toEqual(['wx1', 'wx2'])
    })

    test('loses none of many concurrent changes', async () => {
      const store = open()
      const appids = Array.from({ length: 40 }, (_, index) => `wx${index}`)
      await Promise.all(appids.map(appid => store.update(decide(appid))))
      expect(Object.keys(store.read().apps).sort()).toEqual(appids.sort())
    })

    test('saves nothing if the change returns its argument', async () => {
      const store = open(decide('wx1')(emptyProfile))
      const before = store.read()
      expect(await store.update(profile => profile)).toEqual(before)
      expect(store.read()).toEqual(before)
    })

    test('saves nothing if the change throws, and still works after that', async () => {
      const store = open()
      const fail = async () =>
        store.update(() => {
          throw new Error('no')
        })
      await expect(fail()).rejects.toThrow('no')
      expect(store.read()).toEqual(emptyProfile)
      await store.update(decide('wx1'))
      expect(Object.keys(store.read().apps)).toEqual(['wx1'])
    })

    test('keeps unknown keys at every level', async () => {
      const decision = { ...accepted, note: 'n' }
      const initial = {
        version: 1 as const,
        theme: { dark: true },
        __internal__: { migrations: 1 },
        apps: {
          wx1: { name: 'One', color: 'red', scopes: { 'scope.future': decision, 'scope.camera': decision } },
        },
      }
      const store = open(initial)
      await store.update(decide('wx1', { ...accepted, state: 'rejected' }))
      const { apps, ...others } = store.read() as typeof initial
      expect(others).toEqual({ version: 1, theme: { dark: true }, __internal__: { migrations: 1 } })
      expect(apps.wx1).toMatchObject({ color: 'red', scopes: { 'scope.future': decision } })
      expect(apps.wx1.scopes['scope.camera']).toEqual({ ...decision, state: 'rejected' })
    })

    test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '0', 'a.b'])(
      'treats the appid %s as data',
      async appid => {
        const store = open()
        await store.update(decide(appid))
        const { apps } = store.read()
        expect(Object.keys(apps)).toEqual([appid])
        expect(Object.getOwnPropertyDescriptor(apps, appid)?.value.scopes['scope.camera']).toEqual(accepted)
        expect(Object.getPrototypeOf(apps)).toBe(Object.prototype)
        expect(Object.keys(Object.prototype)).toEqual([])
      },
    )
  })
}
