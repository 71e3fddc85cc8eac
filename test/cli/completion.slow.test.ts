import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/temporary-home.ts'

const { path: place, remove } = temporaryFolder()

beforeAll(() => {
  mkdirSync(join(place, 'bin'))
  mkdirSync(join(place, 'home'))
  symlinkSync(join(import.meta.dirname, '../../bin/wxauth.cjs'), join(place, 'bin/wxauth'))
  writeFileSync(join(place, 'home/tester.json'), '{"version":1,"apps":{}}')
  writeFileSync(join(place, 'params.json'), '{}')
})
afterAll(remove)

function run(shell: string, script: string): string {
  const env = {
    PATH: `${join(place, 'bin')}:${process.env.PATH}`,
    HOME: place,
    WXAUTH_HOME: join(place, 'home'),
    TERM: 'xterm',
  }
  const options = shell === 'bash' ? ['--norc', '-c'] : shell === 'zsh' ? ['-f', '-c'] : ['--no-config', '-c']
  return execFileSync(shell, [...options, script], { cwd: place, env, encoding: 'utf8', timeout: 15_000 })
}

const has = (shell: string) => spawnSync(shell, ['-c', 'exit 0']).status === 0

const lines: readonly (readonly [line: string, expected: string])[] = [
  ['wxauth ca', 'call'],
  ['wxauth call wx.getLoc', 'wx.getLocation'],
  ['wxauth --accept call wx.getLoc', 'wx.getLocation'],
  ['wxauth authorize scope.wr', 'scope.writePhotosAlbum'],
  ['wxauth call camera --ex', '--expect'],
  ['wxauth call camera --expect po', 'popup'],
  ['wxauth get-setting --profile te', 'tester'],
  ['wxauth profile remove ', 'tester'],
]

describe('bash', () => {
  const candidatesFor = (line: string) =>
    run(
      'bash',
      `eval "$(wxauth completion bash)"; COMP_LINE=${quote(line)} COMP_POINT=${line.length}
      _wxauth wxauth; printf '%s\\n' "\${COMPREPLY[@]}"`,
    ).trim()

  test.each(lines)('completes %s with %s', (line, expected) => expect(candidatesFor(line)).toBe(expected))

  // `=` breaks words in bash: only the part after it is inserted.
  test.each([
    ['wxauth set scope.camera=ac', 'accepted'],
    ['wxauth set all=', 'undecided\naccepted\nrejected'],
    ['wxauth call camera --answer scope.camera=d', 'dismiss'],
    ['wxauth call camera --answer=scope.camera=d', 'dismiss'],
  ])('completes %s after its last =', (line, expected) => expect(candidatesFor(line)).toBe(expected))

  test('reads the line only up to the cursor', () => {
    const line = 'wxauth ca wx.getLocation'
    const script = `eval "$(wxauth completion bash)"; COMP_LINE=${quote(line)} COMP_POINT=9; _wxauth wxauth; printf '%s' "\${COMPREPLY[@]}"`
    expect(run('bash', script)).toBe('call')
  })
})

describe.skipIf(!has('fish'))('fish', () => {
  const candidatesFor = (line: string) =>
    run('fish', `wxauth completion fish | source; complete -C ${quote(line)}`)
      .split('\n')
      .map(line => line.split('\t')[0])
      .filter(line => line !== '')

  test.each(lines)('completes %s with %s', (line, expected) =>
    expect(candidatesFor(line)).toEqual([expected]),
  )
  test('completes SCOPE=STATE', () =>
    expect(candidatesFor('wxauth set scope.camera=ac')).toEqual(['scope.camera=accepted']))
  test('completes file names if wxauth has no candidate', () => {
    expect(candidatesFor('wxauth call camera ./par')).toEqual(['./params.json'])
  })
})

describe.skipIf(!has('zsh'))('zsh', () => {
  // A zsh on a terminal of zsh's own: types the line, presses Tab, and prints the line after that.
  const complete = (line: string) =>
    run(
      'zsh',
      `zmodload zsh/zpty; zpty z zsh -f -i
      zpty -w z 'PS1=; unsetopt zle_bracketed_paste; autoload -U compinit; compinit -u -D; eval "$(wxauth completion zsh)"
        shown() { print -r -- "<<$BUFFER>>"; BUFFER=; zle accept-line }; zle -N shown; bindkey "^X" shown; print ready'
      zpty -r -m z out '*ready*ready*'
      zpty -n -w z ${quote(line)}$'\\t'$'\\x18'
      zpty -r -m z out '*<<*>>*'; print -r -- "$out"`,
    ).match(/<<(.*?)>>/)?.[1]

  test.each(lines.slice(0, 3))('completes %s with %s', (line, expected) => {
    expect(complete(line)?.trim().split(' ').at(-1)).toBe(expected)
  })
  test('completes SCOPE=STATE', () => {
    expect(complete('wxauth set scope.camera=ac')?.trim()).toBe('wxauth set scope.camera=accepted')
  })
})

function quote(text: string): string {
  return `'${text}'`
}
