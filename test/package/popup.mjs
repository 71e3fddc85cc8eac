import { equal } from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const patience = 15_000

/**
 * Answers one popup on a terminal of util-linux's script(1).
 * @param {ReturnType<typeof import('./installed.mjs').copyOf>} installed
 * @returns {Promise<boolean>} false if there is no such script(1)
 */
export async function popup(installed, folder) {
  if (!/util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout)) return false
  const { command, env, identity } = installed
  const line = join(folder, 'popup.sh')
  writeFileSync(line, `exec ${[...command, 'call', 'camera'].map(word => `'${word}'`).join(' ')}\n`)
  chmodSync(line, 0o644)
  const child = spawn('script', ['-qefc', `sh '${line}'`, '/dev/null'], {
    ...identity,
    cwd: folder,
    env: { ...env, TERM: 'xterm', SHELL: '/bin/sh' },
    stdio: ['pipe', 'pipe', 'inherit'],
    timeout: patience,
  })
  let [screen, isAnswered] = ['', false]
  child.stdout.on('data', bytes => {
    screen += bytes
    if (isAnswered || !screen.includes('Reject')) return
    isAnswered = true
    // A key right after the popup appears does not count.
    setTimeout(() => child.stdin.write('a'), 400)
  })
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  equal(code, 0, `a popup that was answered: ${JSON.stringify(screen)}`)
  const { stdout } = await installed.run(['list-scopes', '--json'])
  equal(JSON.parse(stdout).find(({ scope }) => scope === 'scope.camera').state, 'accepted')
  return true
}
