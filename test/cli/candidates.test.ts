import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { longFlag } from '../../src/cli/arguments/flags.ts'
import { commandRows } from '../../src/cli/commands/rows.ts'
import { candidates } from '../../src/cli/completion/candidates.ts'
import { en } from '../../src/messages/en/index.ts'

const visibleRows = commandRows.filter(({ isHidden }) => !isHidden)
const sources = {
  commands: commandRows,
  catalogue: guideCatalogue,
  texts: en,
  profiles: () => ['default', 'tester'],
}
const valuesFor = (...words: readonly string[]) => candidates(words, sources).map(({ value }) => value)

describe('completion', () => {
  test.each([
    { words: ['ca'], expected: ['call'] },
    { words: ['profile', ''], expected: ['list', 'path', 'remove'] },
    { words: ['profile', 'remove', ''], expected: ['default', 'tester'] },
    { words: ['profile', 'remove', 'tester', ''], expected: ['default'] },
    { words: ['call', 'wx.getL'], expected: ['wx.getLocation'] },
    { words: ['call', 'getL'], expected: ['getLocation'] },
    { words: ['call', 'cam'], expected: ['camera'] },
    { words: ['authorize', 'scope.c'], expected: ['scope.camera'] },
    { words: ['authorize', 'scope.camera', ''], expected: [] },
    { words: ['reset', 'scope.camera', 'scope.c'], expected: [] },
    { words: ['reset', 'scope.camera', 'scope.r'], expected: ['scope.record'] },
    {
      words: ['set', 'scope.camera='],
      expected: ['scope.camera=undecided', 'scope.camera=accepted', 'scope.camera=rejected'],
    },
    { words: ['walkthrough', 'cam'], expected: ['camera'] },
    { words: ['walkthrough', 'wx.getL'], expected: ['wx.getLocation'] },
    { words: ['walkthrough', 'scope.u'], expected: ['scope.userInfo', 'scope.userLocation'] },
    { words: ['walkthrough', 'camera', ''], expected: [] },
    { words: ['set', 'all=r'], expected: ['all=rejected'] },
    { words: ['tap', ''], expected: ['getUserInfo', 'openSetting'] },
    { words: ['completion', ''], expected: ['bash', 'zsh', 'fish'] },
    { words: ['call', 'camera', '--ex'], expected: ['--expect'] },
    { words: ['call', '--accept', 'wx.getL'], expected: ['wx.getLocation'] },
    { words: ['--accept', 'call', 'wx.getL'], expected: ['wx.getLocation'] },
    { words: ['--profile', 't'], expected: ['tester'] },
    { words: ['--profile', 'call', 'ca'], expected: ['call'] },
    { words: ['call', 'camera', '--expect', 'p'], expected: ['popup'] },
    { words: ['call', 'camera', '--expect=p'], expected: ['--expect=popup'] },
    { words: ['call', 'camera', '--answer', 'scope.camera=d'], expected: ['scope.camera=dismiss'] },
    { words: ['open-setting', '--enable', 'scope.c'], expected: ['scope.camera'] },
    { words: ['call', 'camera', '@'], expected: [] },
    { words: ['call', 'camera', '--reply', ''], expected: [] },
    { words: ['run', '--pro'], expected: ['--profile', '--project'] },
    { words: ['explore', '--pro'], expected: ['--project'] },
    { words: ['run', '--modal', ''], expected: ['confirm', 'cancel'] },
    { words: ['run', '--pick=c'], expected: ['--pick=cancel'] },
    { words: ['run', '--sheet', 'c'], expected: ['cancel'] },
    { words: ['run', '--storage', ''], expected: [] },
    { words: ['nonsense', ''], expected: [] },
  ])('$words → $expected', ({ words, expected }) => expect(valuesFor(...words)).toEqual(expected))

  test('offers every command', () => {
    const first = visibleRows.map(({ name }) => name.split(' ')[0])
    expect(valuesFor('')).toEqual([...new Set(first)])
  })

  test.each(visibleRows)('offers every flag of $name', ({ name, flags: own }) => {
    const flags = valuesFor(...name.split(' '), '--')
    for (const flag of own) expect(flags).toContain(longFlag(flag))
    expect(flags).toContain('--json')
  })

  test('offers no flag of another command', () => expect(valuesFor('get-setting', '--acc')).toEqual([]))
})
