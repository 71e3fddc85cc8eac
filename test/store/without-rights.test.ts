import { chmodSync, chownSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, onTestFinished, test } from 'vitest'
import { emptyProfile } from '../../src/machine/profile.ts'
import { temporaryHome } from '../support/temporary-home.ts'
import { writers } from './writers.ts'

const isRoot = process.getuid?.() === 0
const text = JSON.stringify({ ...emptyProfile, note: 'mine' })

// In processes of their own, as the tests may run as root, whom nothing stops.
describe.runIf(process.platform !== 'win32')('without the right to', () => {
  const start = writers()

  function profile(folderMode: number, fileMode: number): string {
    const directory = temporaryHome()
    const path = join(directory, 'default.json')
    writeFileSync(path, text)
    chmodSync(path, fileMode)
    if (isRoot) chownSync(path, 65534, 65534)
    if (isRoot) chownSync(directory, 65534, 65534)
    chmodSync(directory, folderMode)
    onTestFinished(() => chmodSync(directory, 0o755))
    return directory
  }
  const refusal = 'EACCES: permission denied'

  test.each<[right: string, act: 'read' | 'write' | 'idle', folder: number, file: number, line: string]>([
    ['read the profile, reading is refused', 'read', 0o755, 0o000, `ERR_PROFILE_UNREADABLE: ${refusal}`],
    ['read the profile, writing is refused', 'write', 0o755, 0o000, `ERR_PROFILE_UNREADABLE: ${refusal}`],
    ['enter the folder, reading is refused', 'read', 0o000, 0o644, `ERR_PROFILE_UNREADABLE: ${refusal}`],
    [
      'write into the folder, writing is refused',
      'write',
      0o555,
      0o644,
      `ERR_PROFILE_UNWRITABLE: ${refusal}`,
    ],
    ['write the profile, writing is refused', 'write', 0o755, 0o444, `ERR_PROFILE_UNWRITABLE: ${refusal}`],
    ['write into the folder, reading works', 'read', 0o555, 0o444, 'profile'],
    ['write into the folder, a change that changes nothing works', 'idle', 0o555, 0o444, 'profile'],
    ['list the folder, writing works', 'write', 0o333, 0o644, 'w-0'],
  ])('%s', async (_right, act, folderMode, fileMode, line) => {
    const directory = profile(folderMode, fileMode)
    expect(await start(act, directory, 'w', 1, { nobody: true }).ended).toEqual([line])
    chmodSync(directory, 0o755)
    expect(readdirSync(directory)).toEqual(['default.json'])
    chmodSync(join(directory, 'default.json'), 0o600)
    if (line !== 'w-0') expect(readFileSync(join(directory, 'default.json'), 'utf8')).toBe(text)
  })

  test.runIf(isRoot)(
    'give the file back to its owner, whoever changes it becomes the owner, and its new group may do no more than everybody',
    async () => {
      const directory = profile(0o755, 0o600)
      const path = join(directory, 'default.json')
      chownSync(path, 12345, 23456)
      chmodSync(path, 0o676)
      await start('write', directory, 'w', 1, { nobody: true }).ended
      const { uid, gid, mode } = statSync(path)
      // The rights of the old group are not those of the new one.
      expect({ uid, gid, mode: mode & 0o777 }).toEqual({ uid: 65534, gid: 65534, mode: 0o666 })
    },
  )

  test.runIf(isRoot)('own a profile, root leaves it to its owner', async () => {
    const directory = profile(0o755, 0o600)
    await start('write', directory, 'root', 1).ended
    expect(await start('write', directory, 'w', 1, { nobody: true }).ended).toEqual(['w-0'])
  })
})
