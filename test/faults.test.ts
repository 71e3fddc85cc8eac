import { describe, expect, test } from 'vitest'
import { WxauthError } from '../src/faults.ts'
import type { LockHolder } from '../src/locks/lock.ts'
import { en } from '../src/messages/en/index.ts'
import { hinted } from '../src/messages/en/library-faults.ts'
import { faultText, worded } from '../src/messages/worded.ts'

const facts = { scope: 'scope.kamera', near: 'scope.camera' }
const message = 'Unknown scope "scope.kamera".'
const hint = 'Did you mean scope.camera?'

/** The errors of the system, with a part of the message and of the hint. */
const systemErrors = [
  ['EACCES', 'permission denied', 'permissions'],
  ['EPERM', 'not permitted', 'permissions'],
  ['EROFS', 'read-only', 'Make it writable'],
  ['ENOSPC', 'disk is full', 'Free some space'],
  ['EDQUOT', 'quota', 'Free some space'],
  ['EIO', 'the disk', 'Check the disk'],
  ['EMFILE', 'too many open files', 'ulimit'],
  ['ENFILE', 'too many open files', 'Close some programs'],
  ['ENOENT', 'no such file', 'Check the path'],
  ['ENOTDIR', 'not a directory', 'Check the path'],
  ['EISDIR', 'it is a directory', 'Move it away'],
  ['ELOOP', 'symbolic links', 'symbolic link'],
  ['ENAMETOOLONG', 'too long', 'shorter path'],
  ['EBUSY', 'using it', 'Close that program'],
  // One that nobody foresaw is said as the system says it.
  ['EODD', 'EODD: odd', 'Check the path'],
] as const

test.each(systemErrors)('%s is explained at every door', (code, matter, help) => {
  const problem = { kind: 'system', code, text: `${code}: odd` } as const
  const path = '/p/file.json'
  const texts = [
    en.faults.ERR_PROFILE_UNREADABLE({ path, problem }),
    en.faults.ERR_PROFILE_UNWRITABLE({ path, problem }),
    en.faults.ERR_PROJECT_FILE({ path, problem }),
    en.faults.ERR_UNREADABLE_FILE({ what: 'params', path, problem }),
    en.faults.ERR_UNWRITABLE_FILE({ path, problem }),
    en.faults.ERR_OUTPUT({ problem }),
  ]
  for (const { message, hint } of texts) {
    expect(message).toContain(matter)
    expect(hint).toContain(help)
  }
})

test('A lock of another machine says when it can be taken, and no other lock does', () => {
  const locked = (holder: LockHolder) =>
    en.faults.ERR_PROFILE_LOCKED({ path: '/p', lock: '/p.lock', holder }).hint
  const elsewhere = { kind: 'elsewhere', pid: 7, machine: 'box', freeIn: 19_001 } as const
  expect(locked(elsewhere)).toContain('Try again in 20 seconds')
  expect(locked(elsewhere)).not.toContain('delete')
  expect(locked({ kind: 'process', pid: 7 })).toContain('delete /p.lock')
})

describe('A fault', () => {
  test('has a code, a kind and facts, but no text', () => {
    const fault = new WxauthError('ERR_UNKNOWN_SCOPE', facts)
    expect(fault).toMatchObject({ code: 'ERR_UNKNOWN_SCOPE', kind: 'wrong-use', facts, hint: '' })
    expect(fault.message).toBe('ERR_UNKNOWN_SCOPE')
  })

  test('does not change when faultText makes its text', () => {
    const fault = new WxauthError('ERR_UNKNOWN_SCOPE', facts)
    expect(faultText(fault, en.faults)).toEqual({ message, hint })
    expect(fault.message).toBe('ERR_UNKNOWN_SCOPE')
  })

  test('gets its message and hint in place, and keeps its stack frames', () => {
    const fault = new WxauthError('ERR_UNKNOWN_SCOPE', facts)
    const frames = fault.stack?.split('\n').slice(1)
    expect(worded(fault, en.faults)).toBe(fault)
    expect(fault).toMatchObject({ message, hint })
    expect(fault.stack).toBe([`WxauthError: ${message}`, ...(frames ?? [])].join('\n'))
  })

  test('with hinted has the hint in its message, only once', () => {
    const fault = new WxauthError('ERR_UNKNOWN_SCOPE', facts)
    worded(worded(fault, en.faults, hinted), en.faults, hinted)
    expect(fault.message).toBe(`${message} ${hint}`)
    expect(fault.stack?.startsWith(`WxauthError: ${message} ${hint}\n`)).toBe(true)
  })
})
