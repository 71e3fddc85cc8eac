import { describe, expect, test } from 'vitest'
import type { ProfileStore } from '../../src/emulator/ports.ts'
import { type Decision, emptyProfile, type Profile, withDecision } from '../../src/machine/profile.ts'

const accepted: Decision = { state: 'accepted', at: '2026-01-31T08:00:00.000Z', by: 'popup' }

/** A change that records a decision of that Mini Program. */
export const decided =
  (appid: string, decision: Decision = accepted) =>
  (profile: Profile) =>
    withDecision(profile, { appid, name: appid }, 'scope.camera', decision)

/**
 * What every ProfileStore promises.
 * @param open a store of its own for each test, holding that profile, or nothing yet
 */
export function profileStoreContract(kind: string, open: (held?: Profile) => ProfileStore): void {
  describe(`${kind}, as every ProfileStore,`, () => {
    test('is empty before the first change', () => {
      expect(open().read()).toEqual(emptyProfile)
    })

    test('reads what an update kept, and the update returns it', async () => {
      const store = open()
      const kept = await store.update(decided('wx1'))
      expect(kept).toEqual(decided('wx1')(emptyProfile))
      expect(store.read()).toEqual(kept)
    })

    test('gives each change the profile as it is by then', async () => {
      const store = open()
      await store.update(decided('wx1'))
      await store.update(decided('wx2'))
      expect(Object.keys(store.read().apps)).toEqual(['wx1', 'wx2'])
    })

    test('loses none of many changes made at once', async () => {
      const store = open()
      const appids = Array.from({ length: 40 }, (_, index) => `wx${index}`)
      await Promise.all(appids.map(appid => store.update(decided(appid))))
      expect(Object.keys(store.read().apps).sort()).toEqual(appids.sort())
    })

    test('keeps nothing when the change returns the object it was given', async () => {
      const store = open(decided('wx1')(emptyProfile))
      const before = store.read()
      expect(await store.update(profile => profile)).toEqual(before)
      expect(store.read()).toEqual(before)
    })

    test('keeps nothing of a change that throws, and goes on working', async () => {
      const store = open()
      const refused = store.update(() => {
        throw new Error('no')
      })
      await expect(refused).rejects.toThrow('no')
      expect(store.read()).toEqual(emptyProfile)
      await store.update(decided('wx1'))
      expect(Object.keys(store.read().apps)).toEqual(['wx1'])
    })

    test('keeps unknown keys at every depth', async () => {
      const decision = { ...accepted, note: 'n' }
      const held = {
        version: 1 as const,
        theme: { dark: true },
        __internal__: { migrations: 1 },
        apps: {
          wx1: { name: 'One', color: 'red', scopes: { 'scope.future': decision, 'scope.camera': decision } },
        },
      }
      const store = open(held)
      await store.update(decided('wx1', { ...accepted, state: 'rejected' }))
      const { apps, ...others } = store.read() as typeof held
      expect(others).toEqual({ version: 1, theme: { dark: true }, __internal__: { migrations: 1 } })
      expect(apps.wx1).toMatchObject({ color: 'red', scopes: { 'scope.future': decision } })
      expect(apps.wx1.scopes['scope.camera']).toEqual({ ...decision, state: 'rejected' })
    })

    test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '0', 'a.b'])(
      'takes the appid %s for data',
      async appid => {
        const store = open()
        await store.update(decided(appid))
        const { apps } = store.read()
        expect(Object.keys(apps)).toEqual([appid])
        expect(Object.getOwnPropertyDescriptor(apps, appid)?.value.scopes['scope.camera']).toEqual(accepted)
        expect(Object.getPrototypeOf(apps)).toBe(Object.prototype)
        expect(Object.keys(Object.prototype)).toEqual([])
      },
    )
  })
}
