import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { build } from 'rolldown'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { LockOptions, NamedHolder } from '../../../src/locks/lock.ts'
import { ownerHere } from '../../../src/locks/owner.ts'
import { type LockedTerminal, lockTerminal } from '../../../src/prompt/terminal/terminal-lock.ts'
import { fakeClock } from '../../locks/fake-clock.ts'
import { here } from '../../support/here.ts'
import { temporaryHome } from '../../support/temporary-home.ts'

const posix = process.platform !== 'win32'
const isRoot = process.getuid?.() === 0
const nobody = 65_534

/** A device that plays the terminal, and the directories where its lock can be. */
function world() {
  const [runtime, tmp] = [temporaryHome(), temporaryHome()]
  vi.stubEnv('TMPDIR', tmp)
  onTestFinished(() => void vi.unstubAllEnvs())
  const fd = openSync('/dev/null', 'r')
  onTestFinished(() => closeSync(fd))
  const waits: NamedHolder[] = []
  const options: LockOptions = {
    host: here,
    patience: 1_000,
    clock: fakeClock(),
    onWait: holder => waits.push(holder),
  }
  return {
    fd,
    runtime,
    tmp,
    waits,
    lock: (env = { XDG_RUNTIME_DIR: runtime }, more: Partial<LockOptions> = {}) =>
      lockTerminal(fd, env, { ...options, ...more }),
    locks: (directory = join(runtime, 'wxauth')) => readdirSync(directory),
  }
}

function releaseOf(locked: LockedTerminal | 'busy'): () => void {
  if (locked === 'busy') throw new Error('busy')
  return locked.release
}

test('a terminal is locked by a file with its name in a private directory', async () => {
  const { fd, runtime, lock, locks } = world()
  const release = releaseOf(await lock())
  expect(locks()).toEqual([
    expect.stringMatching(new RegExp(`^popup-${statSync(`/dev/fd/${fd}`).rdev}-\\d+\\.lock$`)),
  ])
  expect(statSync(join(runtime, 'wxauth')).mode & 0o777).toBe(0o700)
  release()
  expect(locks()).toEqual([])
})

test('the second popup waits for the first, and reports its process once', async () => {
  const { lock, locks, waits } = world()
  const first = await lock()
  const release = releaseOf(first)
  const seen: unknown[] = []
  const { now, sleep } = fakeClock()
  let sleeps = 0
  const second = lock(undefined, {
    clock: {
      now,
      sleep(ms) {
        sleeps += 1
        seen.push(first === 'busy' ? 'busy' : first.waiting())
        if (sleeps === 3) release()
        return sleep(ms)
      },
    },
  })
  releaseOf(await second)()
  expect(seen).toEqual([[process.pid], [process.pid], [process.pid]])
  expect(waits).toEqual([{ kind: 'process', pid: process.pid }])
  expect(locks()).toEqual([])
})

test('a terminal that another popup keeps too long is busy, and stays locked', async () => {
  const { lock, locks } = world()
  await lock()
  expect(await lock()).toBe('busy')
  expect(locks()).toHaveLength(1)
})

test('two terminals are locked independently', async () => {
  const { lock, runtime, locks } = world()
  await lock()
  const other = openSync('/dev/zero', 'r')
  onTestFinished(() => closeSync(other))
  const options = { host: here, patience: 0, clock: fakeClock() }
  expect(await lockTerminal(other, { XDG_RUNTIME_DIR: runtime }, options)).not.toBe('busy')
  expect(locks()).toHaveLength(2)
})

test.runIf(process.platform === 'linux')('files of killed popups are removed', async () => {
  const { lock, runtime, locks, waits } = world()
  releaseOf(await lock())()
  releaseOf(await lock())
  const [name = ''] = locks()
  const dead = JSON.stringify({ ...ownerHere(here), boot: 'an earlier one', nonce: 'deaddeaddeaddeaddead' })
  for (const file of [name, `${name}.deaddeaddeaddeaddead`])
    writeFileSync(join(runtime, 'wxauth', file), dead)
  releaseOf(await lock())
  expect(locks()).toEqual([name])
  expect(waits).toEqual([])
})

test.each([
  ['XDG_RUNTIME_DIR is not set', () => ({})],
  ['XDG_RUNTIME_DIR is a relative path', () => ({ XDG_RUNTIME_DIR: 'run' })],
  ['XDG_RUNTIME_DIR does not exist', () => ({ XDG_RUNTIME_DIR: '/nowhere/at/all' })],
  [
    'others may write to the directory in XDG_RUNTIME_DIR',
    (runtime: string) => {
      mkdirSync(join(runtime, 'wxauth'))
      chmodSync(join(runtime, 'wxauth'), 0o770)
      return { XDG_RUNTIME_DIR: runtime }
    },
  ],
  [
    'the directory in XDG_RUNTIME_DIR is a link',
    (runtime: string) => {
      symlinkSync('/tmp', join(runtime, 'wxauth'))
      return { XDG_RUNTIME_DIR: runtime }
    },
  ],
])('the lock is in a temporary directory if %s', async (_why, envIn) => {
  const { tmp, runtime, lock, locks } = world()
  await lock(envIn(runtime) as { XDG_RUNTIME_DIR: string })
  const [directory = ''] = readdirSync(tmp)
  expect(directory).toMatch(/^wxauth-/)
  expect(locks(join(tmp, directory))).toHaveLength(1)
})

test('without a private directory nothing is locked, and nothing fails', async () => {
  const { tmp, lock } = world()
  vi.stubEnv('TMPDIR', join(tmp, 'nowhere'))
  for (const _ of [1, 2]) releaseOf(await lock({ XDG_RUNTIME_DIR: '/nowhere/at/all' }))()
})

test.runIf(posix)('in a directory that is not writable nothing is locked, and nothing fails', async () => {
  const { tmp, lock, locks } = world()
  const directory = join(tmp, `wxauth-${isRoot ? nobody : process.getuid?.()}`)
  mkdirSync(directory)
  chmodSync(tmp, 0o755)
  if (isRoot) chownSync(directory, nobody, nobody)
  chmodSync(directory, 0o500)
  if (isRoot) process.seteuid?.(nobody)
  try {
    for (const _ of [1, 2]) releaseOf(await lock({ XDG_RUNTIME_DIR: '/nowhere/at/all' }))()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
  expect(locks(directory)).toEqual([])
})

test('only a terminal is locked', async () => {
  const { runtime } = world()
  const file = openSync(join(runtime, 'file'), 'w')
  onTestFinished(() => closeSync(file))
  const options = { host: here, patience: 0, clock: fakeClock() }
  for (const fd of [undefined, file])
    releaseOf(await lockTerminal(fd, { XDG_RUNTIME_DIR: runtime }, options))()
  expect(readdirSync(runtime)).toEqual(['file'])
})

test.runIf(process.platform === 'linux' && isRoot)('a user without a passwd entry can lock too', async () => {
  const { tmp, fd, locks } = world()
  const bundle = join(tmp, 'terminal-lock.mjs')
  const input = join(import.meta.dirname, '../../../src/prompt/terminal/terminal-lock.ts')
  await build({ input, platform: 'node', logLevel: 'silent', output: { file: bundle, format: 'esm' } })
  for (const path of [tmp, bundle]) chmodSync(path, 0o777)
  const script = `
    import { lockTerminal } from ${JSON.stringify(bundle)}
    const host = { platform: 'linux', pid: process.pid, isAlive: () => true }
    await lockTerminal(0, {}, { host, patience: 0 })`
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    uid: 54_321,
    env: { TMPDIR: tmp },
    stdio: [fd, 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  expect(locks(join(tmp, 'wxauth-54321'))).toHaveLength(1)
})
