import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { emptyProfile } from '../../src/machine/profile.ts'
import type { ProfileSource } from '../../src/store/check-profile.ts'
import { readProfile } from '../../src/store/read-profile.ts'
import { temporaryHome } from '../support/temporary-home.ts'

const read = (source: ProfileSource) => readProfile(source, guideCatalogue).profile
const path = () => join(temporaryHome(), 'default.json')

test('a profile is read with and without a byte order mark', () => {
  const source = { path: path(), name: 'default' }
  for (const mark of ['', '\ufeff']) {
    writeFileSync(source.path, `${mark}{"version":1,"apps":{},"note":"\ufffd"}`)
    expect(read(source)).toEqual({ ...emptyProfile, note: '\ufffd' })
  }
})

test('without a file the profile is empty', () => {
  expect(read({ path: path(), name: 'default' })).toBe(emptyProfile)
})

test.each([
  ['an empty file', '', 1, 1],
  ['half a file', '{\n  "version": 1,', 2, 16],
  ['a comma too many after a byte order mark', '\ufeff{"version": 1,}', 1, 15],
  ['Latin-1', Buffer.from('{\n "version": 1, "note": "caf\xe9"}', 'latin1'), 2, 28],
])('%s is corrupt, at a place', (_what, content, line, column) => {
  const source = { path: path(), name: 'default' }
  writeFileSync(source.path, content)
  expect(() => read(source)).toThrow(
    expect.objectContaining({ code: 'ERR_PROFILE_CORRUPT', facts: { ...source, line, column } }),
  )
})

test.each(['null', '[]', '"text"', '1', 'true'])('%s is not a profile', content => {
  const source = { path: path(), name: 'default' }
  writeFileSync(source.path, content)
  expect(() => read(source)).toThrow(
    expect.objectContaining({
      code: 'ERR_PROFILE_VALUE',
      facts: { ...source, place: '', expected: 'object' },
    }),
  )
})

test('a profile of more than 16 MiB is not read', () => {
  const source = { path: path(), name: 'default' }
  writeFileSync(source.path, '')
  truncateSync(source.path, 16 * 1024 * 1024 + 1)
  expect(() => read(source)).toThrow(
    expect.objectContaining({
      code: 'ERR_PROFILE_UNREADABLE',
      facts: { path: source.path, problem: { kind: 'too-large', mebibytes: 16 } },
    }),
  )
})
