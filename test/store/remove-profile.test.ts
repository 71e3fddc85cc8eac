import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listProfiles } from '../../src/store/profile-list.ts'
import { lockProfile } from '../../src/store/profile-lock.ts'
import { removeProfiles } from '../../src/store/remove-profile.ts'
import { here } from '../support/here.ts'
import { temporaryHome } from '../support/temporary-home.ts'

const removeAll = (directory: string, ...names: readonly string[]) =>
  removeProfiles({ directory, names, host: here, patience: 50 })
const remove = async (directory: string, name = 'default') => (await removeAll(directory, name)).length > 0

describe('removing a profile', () => {
  test.each([
    ['a profile', '{"version":1,"apps":{}}'],
    ['a corrupt one', '{'],
  ])('deletes %s, its litter, and nothing else', async (_what, content) => {
    const directory = temporaryHome()
    writeFileSync(join(directory, 'default.json'), content)
    writeFileSync(join(directory, 'default.json.new-abcdefghijabcdefghij.tmp-1234567890abcdef'), content)
    writeFileSync(join(directory, 'other.json'), content)
    expect(await remove(directory)).toBe(true)
    expect(readdirSync(directory)).toEqual(['other.json'])
    expect(await remove(directory)).toBe(false)
  })

  test('removes none of several when one is locked', async () => {
    const directory = temporaryHome()
    for (const name of ['a', 'b', 'c']) writeFileSync(join(directory, `${name}.json`), '{}')
    const lock = await lockProfile(join(directory, 'b.json'), { host: here })
    await expect(removeAll(directory, 'c', 'b', 'a')).rejects.toMatchObject({ code: 'ERR_PROFILE_LOCKED' })
    expect(readdirSync(directory).filter(file => file.endsWith('.json'))).toEqual([
      'a.json',
      'b.json',
      'c.json',
    ])
    lock.release()
    expect(await removeAll(directory, 'c', 'b', 'a', 'nobody')).toEqual(['a', 'b', 'c'])
    expect(readdirSync(directory)).toEqual([])
  })

  test('says that there was none, and creates nothing', async () => {
    const directory = temporaryHome()
    expect(await remove(directory)).toBe(false)
    expect(await remove(join(directory, 'a', 'b'))).toBe(false)
    expect(readdirSync(directory)).toEqual([])
  })

  test('takes a link away and leaves what it points to', async () => {
    const directory = temporaryHome()
    writeFileSync(join(directory, 'kept'), 'kept')
    symlinkSync('kept', join(directory, 'default.json'))
    symlinkSync('nowhere', join(directory, 'dangling.json'))
    expect(await remove(directory)).toBe(true)
    expect(await remove(directory, 'dangling')).toBe(true)
    expect(readdirSync(directory)).toEqual(['kept'])
    expect(readFileSync(join(directory, 'kept'), 'utf8')).toBe('kept')
  })

  test('waits for whoever is changing it', async () => {
    const directory = temporaryHome()
    const path = join(directory, 'default.json')
    writeFileSync(path, '{}')
    const lock = await lockProfile(path, { host: here })
    await expect(remove(directory)).rejects.toMatchObject({ code: 'ERR_PROFILE_LOCKED' })
    lock.release()
    expect(await remove(directory)).toBe(true)
  })

  test('refuses what is no name, and what is no file', async () => {
    const directory = temporaryHome()
    mkdirSync(join(directory, 'default.json'))
    await expect(remove(directory, '../x')).rejects.toMatchObject({ code: 'ERR_PROFILE_NAME' })
    await expect(remove(directory)).rejects.toMatchObject({ code: 'ERR_PROFILE_UNWRITABLE' })
    expect(readdirSync(directory)).toEqual(['default.json'])
  })
})

describe('the list of profiles', () => {
  test('is empty where there is no folder', () => {
    expect(listProfiles(join(temporaryHome(), 'none'))).toEqual([])
  })

  test('has everything of such a name, usable or not, by name', () => {
    const directory = temporaryHome()
    const others = [
      '.json',
      '-x.json',
      'a b.json',
      'b.json.lock',
      'b.json.tmp-1234567890abcdef',
      'c.JSON',
      'd',
    ]
    for (const file of ['b.json', 'a.json', 'B.json', 'x.y.json', ...others])
      writeFileSync(join(directory, file), '{')
    mkdirSync(join(directory, 'folder.json'))
    symlinkSync('b.json', join(directory, 'link.json'))
    symlinkSync('nowhere', join(directory, 'dangling.json'))
    symlinkSync('loop.json', join(directory, 'loop.json'))
    const path = (name: string) => join(directory, `${name}.json`)
    expect(listProfiles(directory)).toEqual(
      ['B', 'a', 'b', 'dangling', 'folder', 'link', 'loop', 'x.y'].map(name => ({ name, path: path(name) })),
    )
  })

  test('is refused where the folder is a file', () => {
    const file = join(temporaryHome(), 'file')
    writeFileSync(file, '')
    const unreadable = expect.objectContaining({ code: 'ERR_PROFILE_UNREADABLE' })
    expect(() => listProfiles(file)).toThrow(unreadable)
  })
})
