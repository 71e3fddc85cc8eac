import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { emptyProfile } from '../../src/machine/profile.ts'
import { confStore } from '../../src/store/conf-store.ts'
import { removeProfiles } from '../../src/store/remove-profile.ts'
import { here } from '../support/here.ts'
import { temporaryHome } from '../support/temporary-home.ts'

/** The error of every new file. */
let code: string | undefined

vi.mock('node:fs', async original => {
  const fs = await original<typeof import('node:fs')>()
  return {
    ...fs,
    openSync(...args: Parameters<typeof fs.openSync>) {
      if (code === undefined || args[1] !== 'wx') return fs.openSync(...args)
      throw Object.assign(new Error(`${code}: no space left on device`), { code, syscall: 'open' })
    },
  }
})

beforeEach(() => {
  code = undefined
})

const text = JSON.stringify(emptyProfile)

function profiles(...names: readonly string[]): string {
  const directory = temporaryHome()
  for (const name of names) writeFileSync(join(directory, `${name}.json`), text)
  return directory
}

test.each(['ENOSPC', 'EDQUOT'])('removing a profile needs no room on the disk: %s', async error => {
  const directory = profiles('a', 'b', 'c')
  code = error
  expect(await removeProfiles({ directory, names: ['a', 'b'], host: here })).toEqual(['a', 'b'])
  expect(readdirSync(directory)).toEqual(['c.json'])
})

test('removing a profile without a lock leaves alone what a writer may still need', async () => {
  const directory = profiles('a')
  const draft = 'a.json.new-abcdefghijabcdefghij'
  writeFileSync(join(directory, draft), text)
  code = 'ENOSPC'
  expect(await removeProfiles({ directory, names: ['a'], host: here })).toEqual(['a'])
  expect(readdirSync(directory)).toEqual([draft])
})

test('no other error of the lock lets a profile be removed', async () => {
  const directory = profiles('a')
  code = 'EROFS'
  await expect(removeProfiles({ directory, names: ['a'], host: here })).rejects.toMatchObject({
    code: 'ERR_PROFILE_UNWRITABLE',
    facts: { problem: { kind: 'system', code: 'EROFS' } },
  })
  expect(readdirSync(directory)).toEqual(['a.json'])
})

test('changing a profile needs room, and leaves it as it was', async () => {
  const directory = profiles('a')
  code = 'ENOSPC'
  const store = confStore({ directory, name: 'a', catalogue: guideCatalogue, host: here })
  await expect(store.update(() => ({ ...emptyProfile, note: 1 }))).rejects.toMatchObject({
    code: 'ERR_PROFILE_UNWRITABLE',
    facts: { problem: { kind: 'system', code: 'ENOSPC' } },
  })
  expect(readFileSync(join(directory, 'a.json'), 'utf8')).toBe(text)
})
