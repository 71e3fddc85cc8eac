import { mkdirSync } from 'node:fs'
import process from 'node:process'
import { expect, test } from 'vitest'
import { hostOf } from '../../src/locks/host.ts'
import { ownerHere } from '../../src/locks/owner.ts'
import { lockProfile } from '../../src/store/profile-lock.ts'
import { errorOf, inWorld, profileWith, snapshot } from '../support/cli-world.ts'

const host = hostOf(process)
const impatient = { lockPatience: 100 }

test.concurrent('ERR_PROFILE_LOCKED: a locked profile is exit code 4, and nothing changes', () =>
  inWorld(async world => {
    world.write('profiles/default.json', profileWith({ 'scope.camera': 'accepted' }))
    const lock = await lockProfile(world.path(), { host })
    const before = snapshot(world.home)
    const [text, json, reading] = await Promise.all([
      world.run('call startRecord --accept', impatient),
      world.run('--json set all=rejected', impatient),
      world.run('call camera', impatient),
    ])
    expect(snapshot(world.home)).toEqual(before)
    lock.release()

    expect(text).toMatchObject({ code: 4, stdout: '' })
    expect(text.stderr).toContain(`${world.path()} has been locked for too long by process ${process.pid}`)
    expect(text.stderr).toMatch(/^hint: .*default\.json\.lock/m)
    expect(json).toMatchObject({ code: 4, stdout: '' })
    expect(errorOf(json).code).toBe('ERR_PROFILE_LOCKED')
    // Reading does not wait for the lock.
    expect(reading.code).toBe(0)
    expect((await world.run('set all=rejected')).code).toBe(0)
  }))

test.concurrent('profile remove removes nothing if one profile is locked', () =>
  inWorld(async world => {
    mkdirSync(world.home)
    for (const name of ['a', 'b']) world.write(`profiles/${name}.json`, profileWith({}))
    const lock = await lockProfile(world.path('b'), { host })
    const before = snapshot(world.home)
    const run = await world.run('profile remove a b', impatient)
    expect(run).toMatchObject({ code: 4, stdout: '' })
    // "Nothing was changed."
    expect(snapshot(world.home)).toEqual(before)
    lock.release()
  }))

test
  .runIf(process.platform === 'linux')
  .concurrent('a lock of another container says when to try again', () =>
    inWorld(async world => {
      world.write('profiles/default.json', profileWith({}))
      const stranger = { ...ownerHere(host), namespace: 'pid:[1]', nonce: 'strangerstrangerstra' }
      world.write('profiles/default.json.lock', stranger)
      const run = await world.run('set all=rejected --json', impatient)
      expect(run).toMatchObject({ code: 4, stdout: '' })
      expect(errorOf(run)).toMatchObject({
        code: 'ERR_PROFILE_LOCKED',
        message: expect.stringMatching(/another container/),
        hint: expect.stringMatching(/^Try again in (29|30) seconds/),
      })
    }),
  )
