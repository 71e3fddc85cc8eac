import { describe, expect, test } from 'vitest'
import { guideCatalogue } from '../../src/catalogue/editions/guide.ts'
import { longFlag } from '../../src/cli/arguments/flags.ts'
import { commandRows } from '../../src/cli/commands/rows.ts'
import { candidates } from '../../src/cli/completion/candidates.ts'
import { en } from '../../src/messages/en/index.ts'

const listed = commandRows.filter(({ isHidden }) => !isHidden)
const sources = {
  commands: commandRows,
  catalogue: guideCatalogue,
  texts: en,
  profiles: () => ['default', 'tester'],
}
const offered = (...words: readonly string[]) => candidates(words, sources).map(({ value }) => value)

describe('completion offers what may stand at the end of the line', () => {
  test.each([
    { words: ['ca'], offers: ['call'] },
    { words: ['profile', ''], offers: ['list', 'path', 'remove'] },
    { words: ['profile', 'remove', ''], offers: ['default', 'tester'] },
    { words: ['profile', 'remove', 'tester', ''], offers: ['default'] },
    { words: ['call', 'wx.getL'], offers: ['wx.getLocation'] },
    { words: ['call', 'getL'], offers: ['getLocation'] },
    { words: ['call', 'cam'], offers: ['camera'] },
    { words: ['authorize', 'scope.c'], offers: ['scope.camera'] },
    { words: ['authorize', 'scope.camera', ''], offers: [] },
    { words: ['reset', 'scope.camera', 'scope.c'], offers: [] },
    { words: ['reset', 'scope.camera', 'scope.r'], offers: ['scope.record'] },
    {
      words: ['set', 'scope.camera='],
      offers: ['scope.camera=undecided', 'scope.camera=accepted', 'scope.camera=rejected'],
    },
    { words: ['set', 'all=r'], offers: ['all=rejected'] },
    { words: ['tap', ''], offers: ['getUserInfo', 'openSetting'] },
    { words: ['completion', ''], offers: ['bash', 'zsh', 'fish'] },
    { words: ['call', 'camera', '--ex'], offers: ['--expect'] },
    { words: ['call', '--accept', 'wx.getL'], offers: ['wx.getLocation'] },
    { words: ['--accept', 'call', 'wx.getL'], offers: ['wx.getLocation'] },
    { words: ['--profile', 't'], offers: ['tester'] },
    { words: ['--profile', 'call', 'ca'], offers: ['call'] },
    { words: ['call', 'camera', '--expect', 'p'], offers: ['popup'] },
    { words: ['call', 'camera', '--expect=p'], offers: ['--expect=popup'] },
    { words: ['call', 'camera', '--answer', 'scope.camera=d'], offers: ['scope.camera=dismiss'] },
    { words: ['open-setting', '--enable', 'scope.c'], offers: ['scope.camera'] },
    { words: ['call', 'camera', '@'], offers: [] },
    { words: ['call', 'camera', '--reply', ''], offers: [] },
    { words: ['nonsense', ''], offers: [] },
  ])('$words → $offers', ({ words, offers }) => expect(offered(...words)).toEqual(offers))

  test('knows every command', () => {
    const first = listed.map(({ name }) => name.split(' ')[0])
    expect(offered('')).toEqual([...new Set(first)])
  })

  test.each(listed)('knows every flag of $name', ({ name, flags: own }) => {
    const flags = offered(...name.split(' '), '--')
    for (const flag of own) expect(flags).toContain(longFlag(flag))
    expect(flags).toContain('--json')
  })

  test('offers none of the flags of another command', () =>
    expect(offered('get-setting', '--acc')).toEqual([]))
})
