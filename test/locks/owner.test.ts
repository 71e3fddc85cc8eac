import { hostname } from 'node:os'
import { describe, expect, test } from 'vitest'
import { newNonce, type Owner, ownerHere, parseOwner } from '../../src/locks/owner.ts'
import { linuxFilesWith } from './linux-files.ts'

const owner: Owner = {
  machine: 'box 1',
  boot: 'b1',
  namespace: 'pid:[1]',
  pid: 7,
  started: '100',
  nonce: 'abcdefghijabcdefghij',
}

describe('An owner', () => {
  test.each([
    ['with everything', owner],
    ['of a platform without boots and namespaces', { ...owner, boot: '', namespace: '', started: null }],
    ['that could find out nothing', { ...owner, boot: null, namespace: null, started: null }],
  ])('%s is read as it was written', (_what, written) => {
    expect(parseOwner(JSON.stringify(written))).toEqual(written)
  })

  test.each([
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
    [JSON.stringify({ ...owner, started: 1 }), 'a start that is not a text'],
  ])('is not read from %j: %s', text => {
    expect(parseOwner(text)).toBeUndefined()
  })

  test.each([0, 0.5, 1 - Number.EPSILON])('has a nonce that can be read if chance is %d', chance => {
    const nonce = newNonce(() => chance)
    expect(parseOwner(JSON.stringify({ ...owner, nonce }))?.nonce).toBe(nonce)
  })
})

describe('This process as an owner', () => {
  const linux = { platform: 'linux', pid: 5, isAlive: () => true }

  test('has everything on Linux', () => {
    expect(ownerHere(linux, linuxFilesWith(5))).toEqual({
      machine: `${hostname()} id-1`,
      boot: 'boot-1',
      namespace: 'pid:[42]',
      pid: 5,
      started: '500',
    })
  })

  test('has no start where /proc counts pids differently', () => {
    expect(ownerHere(linux, linuxFilesWith(1234))).toMatchObject({ pid: 5, started: null })
  })

  test('has its name only where Linux tells nothing', () => {
    const nothing = { proc: '/nowhere', machineId: '/nowhere' }
    expect(ownerHere(linux, nothing)).toEqual({
      machine: hostname(),
      boot: null,
      namespace: null,
      pid: 5,
      started: null,
    })
  })

  test.each(['darwin', 'win32'])('asks for no /proc on %s', platform => {
    expect(ownerHere({ ...linux, platform }, linuxFilesWith(5))).toEqual({
      machine: hostname(),
      boot: '',
      namespace: '',
      pid: 5,
      started: null,
    })
  })
})
