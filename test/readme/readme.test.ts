import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sessionKey } from '../../src/catalogue/session-key.ts'
import { listedCommands } from '../../src/cli/commands/index.ts'
import { exitCodeOf, exitCodes } from '../../src/cli/report/exit-codes.ts'
import { type FaultCode, type FaultFacts, WxauthError } from '../../src/faults.ts'
import { fenced, holdsBlock, readme, table } from './blocks.ts'
import { meanings } from './error-codes.ts'

const root = join(import.meta.dirname, '../..')
let place: string

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'wxauth-readme-'))
  mkdirSync(join(place, 'bin'))
  symlinkSync(join(root, 'bin/wxauth.cjs'), join(place, 'bin/wxauth'))
  chmodSync(join(root, 'bin/wxauth.cjs'), 0o755)
})
afterEach(() => rmSync(place, { recursive: true, force: true }))

/** Runs shell lines as a reader would, `wxauth` on the path and nobody at the terminal. @returns stdout */
function shell(script: string): string {
  const env = {
    PATH: `${join(place, 'bin')}:${process.env.PATH}`,
    HOME: place,
    TMPDIR: place,
    WXAUTH_HOME: join(place, 'home'),
  }
  return execFileSync('bash', ['-c', script], {
    cwd: place,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

describe('the README says what the tool does', () => {
  it('shows a session that runs as it is written', () => {
    const [session = ''] = fenced('console')
    const steps = session.split(/^\$ /m).filter(step => step !== '')
    expect(steps.length).toBeGreaterThan(4)
    for (const step of steps) {
      const [command = '', ...answer] = step.split('\n')
      expect(shell(`${command} || true`), command).toBe(answer.join('\n'))
    }
  })

  it('has a CI recipe whose every line passes', () => {
    const recipe = fenced('sh').find(block => block.includes('--expect')) ?? ''
    expect(recipe.match(/^wxauth /gm)?.length).toBeGreaterThan(5)
    expect(() => shell(`set -euo pipefail\n${recipe}`)).not.toThrow()
  })

  it('has a CI recipe that fails where the tool would behave differently', () => {
    const recipe = fenced('sh').find(block => block.includes('--expect')) ?? ''
    expect(() =>
      shell(`set -e\n${recipe.replace('--reject --expect popup', '--accept --expect popup')}`),
    ).toThrow()
  })

  it('lists every command', () => {
    for (const { name } of listedCommands) expect(readme()).toContain(`\`wxauth ${name.split(' ')[0]}`)
  })

  it('lists every exit code', () => {
    const listed = [...readme().matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code))
    expect(listed).toEqual(Object.values(exitCodes))
  })

  it('lists every error code with its exit code', () => {
    const codes = (Object.keys(meanings) as FaultCode[]).filter(code => code !== 'ERR_INTERRUPTED')
    const rows = codes.map(code => [`\`${code}\``, String(exitCodeOf(anyFault(code))), meanings[code]])
    holdsBlock('error-codes', table(['error code', 'exit', 'meaning'], rows))
  })

  it('names the demo session_key', () => holdsBlock('session-key', `\`\`\`\n${sessionKey}\n\`\`\``))

  it('has a map that names every room', () => {
    const map = fenced('').find(block => block.includes('src/')) ?? ''
    const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter(entry => entry.isDirectory())
    for (const { name } of rooms) expect(map).toContain(`  ${name}/`)
  })
})

/** A fault whose facts do not matter here: only its code is looked at. */
function anyFault(code: FaultCode): WxauthError {
  const facts = new Proxy({}, { get: () => '' }) as FaultFacts[FaultCode]
  return Object.assign(Object.create(WxauthError.prototype) as WxauthError, { code, facts })
}
