import { describe, expect, test } from 'vitest'
import {
  type Liveness,
  livenessCheck,
  livenessOf,
  type ProcessState,
  processState,
} from '../../src/locks/liveness.ts'
import { type Owner, ownerHere } from '../../src/locks/owner.ts'
import { here } from '../support/here.ts'
import { linuxFilesWith, statLine } from './linux-files.ts'

const owner: Owner = {
  machine: 'box 1',
  boot: 'b1',
  namespace: 'pid:[1]',
  pid: 7,
  started: '100',
  nonce: 'abcdefghijabcdefghij',
}
/** As on macOS and Windows. */
const bare = { ...owner, boot: '', namespace: '', started: null }
const running: ProcessState = { runs: true, started: '100' }
const runningSince = (started: string | null): ProcessState => ({ runs: true, started })
const gone: ProcessState = { runs: false }

describe('An owner', () => {
  test.each<[liveness: Liveness, why: string, owner: Owner, here: Owner, state: ProcessState]>([
    ['alive', 'its process runs', owner, owner, running],
    ['dead', 'its process is gone', owner, owner, gone],
    ['dead', 'a later process has its pid', owner, owner, runningSince('200')],
    ['dead', 'the machine was restarted', { ...owner, boot: 'b0' }, owner, running],
    ['alive', 'what has its pid may be the owner', owner, owner, runningSince(null)],
    ['alive', 'it did not know its own start', { ...owner, started: null }, owner, running],
    ['unknown', 'it is on another machine', { ...owner, machine: 'box 2' }, owner, gone],
    [
      'unknown',
      'it is on another machine, which was started at another time',
      { ...owner, machine: 'box 2', boot: 'b0' },
      owner,
      gone,
    ],
    ['unknown', 'it is in another container', { ...owner, namespace: 'pid:[2]' }, owner, gone],
    [
      'unknown',
      'it was in another container, before a restart',
      { ...owner, namespace: 'pid:[2]', boot: 'b0' },
      owner,
      gone,
    ],
    [
      'unknown',
      'neither can tell its container',
      { ...owner, namespace: null },
      { ...owner, namespace: null },
      gone,
    ],
    ['unknown', 'it could not tell the boot', { ...owner, boot: null }, owner, gone],
    ['unknown', 'the boot cannot be told here', owner, { ...owner, boot: null }, gone],
    ['dead', 'its process is gone, on a platform without boots and namespaces', bare, bare, gone],
    ['alive', 'something has its pid, on a platform without them', bare, bare, runningSince(null)],
  ])('is %s if %s', (liveness, _why, owner, here, state) => {
    expect(livenessOf(owner, here, () => state)).toBe(liveness)
  })

  test('is alive for itself', () => {
    expect(livenessCheck(here)({ ...ownerHere(here), nonce: 'abcdefghijabcdefghij' })).toBe('alive')
  })

  test('of whom nothing can be read is unknown', () => {
    expect(livenessCheck(here)(undefined)).toBe('unknown')
  })
})

describe('A process', () => {
  const linux = { platform: 'linux', pid: 5, isAlive: () => true }

  test.each<[what: string, line: string, state: ProcessState]>([
    ['that sleeps', statLine(9, 'S', 300), runningSince('300')],
    ['that is stopped', statLine(9, 'T', 300), runningSince('300')],
    ['that was killed, and whose parent has not asked for its end', statLine(9, 'Z', 300), gone],
    ['about which Linux tells nonsense', 'nonsense', runningSince(null)],
  ])('%s is recognized on Linux', (_what, line, state) => {
    const files = linuxFilesWith(5, { 9: line })
    expect(processState(9, linux, files)).toEqual(state)
    expect(processState(9, { ...linux, isAlive: () => false }, files)).toEqual(gone)
  })

  test('that /proc hides still runs', () => {
    expect(processState(9, linux, linuxFilesWith(5))).toEqual(runningSince(null))
  })

  test('is not looked up in a /proc that counts pids differently', () => {
    const files = linuxFilesWith(1234, { 9: statLine(9, 'Z', 300) })
    expect(processState(9, linux, files)).toEqual(runningSince(null))
  })

  test.each(['darwin', 'win32'])('is not looked up in /proc on %s', platform => {
    const files = linuxFilesWith(5, { 9: statLine(9, 'Z', 300) })
    expect(processState(9, { ...linux, platform }, files)).toEqual(runningSince(null))
  })
})
