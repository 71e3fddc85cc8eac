import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { machineOf } from '../../src/locks/host.ts'
import { judgeOwner, newNonce, type Owner, parseOwner, type Sighting } from '../../src/locks/lock-owner.ts'
import { ownerHere, sightingOn } from '../../src/locks/process-facts.ts'
import { here } from '../store/running.ts'
import { temporaryHome } from '../support/temporary-home.ts'

const owner: Owner = {
  machine: 'box 1',
  boot: 'b1',
  namespace: 'pid:[1]',
  pid: 7,
  started: '100',
  nonce: 'abcdefgh',
}
const elsewhere = { ...owner, boot: '', namespace: '', started: null }
const same: Sighting = { runs: true, started: '100' }
const gone: Sighting = { runs: false }

describe('the owner of a lock', () => {
  it.each<[verdict: string, why: string, owner: Owner, here: Owner, seen: Sighting]>([
    ['alive', 'its process runs', owner, owner, same],
    ['dead', 'its process is gone', owner, owner, gone],
    ['dead', 'its pid is a later process', owner, owner, { runs: true, started: '200' }],
    ['dead', 'the machine was started again', { ...owner, boot: 'b0' }, owner, same],
    ['alive', 'what runs under its pid cannot be told from it', owner, owner, { runs: true, started: null }],
    ['alive', 'it could not say when it began', { ...owner, started: null }, owner, same],
    ['unknown', 'it is of another machine', { ...owner, machine: 'box 2' }, owner, gone],
    [
      'unknown',
      'it is of another machine, started at another time',
      { ...owner, machine: 'box 2', boot: 'b0' },
      owner,
      gone,
    ],
    ['unknown', 'it is of another container', { ...owner, namespace: 'pid:[2]' }, owner, gone],
    [
      'unknown',
      'it is of another container, of before a restart',
      { ...owner, namespace: 'pid:[2]', boot: 'b0' },
      owner,
      gone,
    ],
    [
      'unknown',
      'neither knows its container',
      { ...owner, namespace: null },
      { ...owner, namespace: null },
      gone,
    ],
    ['unknown', 'it could not tell the boot', { ...owner, boot: null }, owner, gone],
    ['unknown', 'we cannot tell the boot', owner, { ...owner, boot: null }, gone],
    ['dead', 'it is gone, where there are no boots and containers', elsewhere, elsewhere, gone],
    [
      'alive',
      'something runs, where there are no boots and containers',
      elsewhere,
      elsewhere,
      { runs: true, started: null },
    ],
  ])('is %s when %s', (verdict, _why, owner, here, seen) => {
    expect(judgeOwner(owner, here, () => seen)).toBe(verdict)
  })

  it('is read as it was written', () => {
    expect(parseOwner(JSON.stringify(owner))).toEqual(owner)
    expect(parseOwner(JSON.stringify(elsewhere))).toEqual(elsewhere)
  })

  it.each([
    ['', 'nothing'],
    ['\0\0', 'NULs'],
    ['{"machine":"bo', 'half of one'],
    ['null', 'null'],
    ['4711', 'a bare pid'],
    [JSON.stringify({ ...owner, pid: 0 }), 'a group of processes'],
    [JSON.stringify({ ...owner, pid: -7 }), 'another group of processes'],
    [JSON.stringify({ ...owner, nonce: '../../etc' }), 'a nonce that leads elsewhere'],
    [JSON.stringify({ ...owner, nonce: undefined }), 'no nonce'],
    [JSON.stringify({ ...owner, machine: 1 }), 'a machine without a name'],
    [JSON.stringify({ ...owner, started: 1 }), 'a start that is no text'],
  ])('is not read from %j: %s', text => {
    expect(parseOwner(text)).toBeUndefined()
  })

  it('has a nonce that it can be read with, whatever chance says', () => {
    for (const chance of [0, 0.5, 1 - Number.EPSILON]) {
      const nonce = newNonce(() => chance)
      expect(parseOwner(JSON.stringify({ ...owner, nonce }))?.nonce).toBe(nonce)
    }
  })
})

describe('a process', () => {
  const stat = (pid: number, state: string, started: number) =>
    `${pid} (a (b) c) ${state} 1 ${Array.from({ length: 17 }, () => 0).join(' ')} ${started} 0 0\n`

  /** A /proc of a test's own, in which we are `self`. */
  function procWith(self: number, stats: Readonly<Record<number, string>>) {
    const proc = temporaryHome()
    for (const [pid, text] of Object.entries({ ...stats, self: stat(self, 'R', 500) })) {
      mkdirSync(join(proc, pid), { recursive: true })
      writeFileSync(join(proc, pid, 'stat'), text)
    }
    mkdirSync(join(proc, 'sys/kernel/random'), { recursive: true })
    writeFileSync(join(proc, 'sys/kernel/random/boot_id'), 'boot-1\n')
    mkdirSync(join(proc, 'self/ns'))
    symlinkSync('pid:[42]', join(proc, 'self/ns/pid'))
    writeFileSync(join(proc, 'machine-id'), 'id-1\n')
    return { proc, machineId: join(proc, 'machine-id') }
  }
  const linux = { platform: 'linux', pid: 5, isAlive: () => true }

  it.each<[what: string, stat: string, seen: Sighting]>([
    ['that runs', stat(9, 'S', 300), { runs: true, started: '300' }],
    ['that is stopped', stat(9, 'T', 300), { runs: true, started: '300' }],
    ['that was killed and not yet asked for', stat(9, 'Z', 300), { runs: false }],
    ['that cannot be made out', 'nonsense', { runs: true, started: null }],
  ])('%s is seen so on Linux', (_what, text, seen) => {
    const sources = procWith(5, { 9: text })
    expect(sightingOn(linux, sources)(9)).toEqual(seen)
    expect(sightingOn({ ...linux, isAlive: () => false }, sources)(9)).toEqual({ runs: false })
  })

  it('that /proc hides still runs', () => {
    expect(sightingOn(linux, procWith(5, {}))(9)).toEqual({ runs: true, started: null })
  })

  it('is not looked for in a /proc that counts otherwise', () => {
    const sources = procWith(1234, { 9: stat(9, 'Z', 300) })
    expect(sightingOn(linux, sources)(9)).toEqual({ runs: true, started: null })
    expect(ownerHere(linux, sources).started).toBeNull()
  })

  it('describes itself on Linux', () => {
    expect(ownerHere(linux, procWith(5, {}))).toEqual({
      machine: expect.stringMatching(/^\S+ id-1$/),
      boot: 'boot-1',
      namespace: 'pid:[42]',
      pid: 5,
      started: '500',
    })
  })

  it.each(['darwin', 'win32'])('describes itself on %s without /proc', platform => {
    const described = ownerHere({ ...linux, platform }, procWith(5, {}))
    expect(described).toMatchObject({ boot: '', namespace: '', pid: 5, started: null })
    expect(sightingOn({ ...linux, platform })(9)).toEqual({ runs: true, started: null })
  })

  it('finds itself alive', () => {
    const self = { ...ownerHere(here), nonce: 'abcdefgh' }
    expect(judgeOwner(self, self, sightingOn(here))).toBe('alive')
  })

  it.each([
    ['ESRCH', false],
    ['EPERM', true],
    ['EINVAL', true],
  ])('of which kill says %s is alive: %s', (code, alive) => {
    const kill = () => {
      throw Object.assign(new Error(code), { code })
    }
    expect(machineOf({ platform: 'linux', pid: 1, kill }).isAlive(2)).toBe(alive)
  })
})
