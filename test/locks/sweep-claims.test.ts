import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from 'vitest'
import { lease, namelessLease } from '../../src/locks/liveness.ts'
import { type Owner, ownerHere } from '../../src/locks/owner.ts'
import { sweepClaims } from '../../src/locks/sweep-claims.ts'
import { here } from '../support/here.ts'
import { temporaryHome } from '../support/temporary-home.ts'

const waiting: Owner = { ...ownerHere(here), nonce: 'waitswaitswaitswaits' }
const dead: Owner = { ...waiting, boot: 'an earlier one' }
const stranger: Owner = { ...waiting, machine: 'elsewhere id' }

test
  .runIf(process.platform === 'linux')
  .each<[what: string, name: string, owner: Owner | undefined, age: number, stays: boolean]>([
    ['the claim file of a dead process', 'lock.deaddeaddeaddeaddead', dead, 0, false],
    ['the second lock of a dead process', 'lock.abcdefghijabcdefghij.break', dead, 0, false],
    ['the claim file of a process that waits', 'lock.waitswaitswaitswaits', waiting, 3_600_000, true],
    [
      'the claim file of another machine, within the hour',
      'lock.strangerstrangerstra',
      stranger,
      lease * 100,
      true,
    ],
    [
      'the claim file of another machine, after the hour',
      'lock.strangerstrangerstra',
      stranger,
      lease * 121,
      false,
    ],
    [
      'a claim file without an owner, old',
      'lock.nobodynobodynobodyno',
      undefined,
      namelessLease + 1_000,
      false,
    ],
    ['a claim file without an owner, young', 'lock.youngyoungyoungyoung', undefined, 0, true],
    ['the lock itself', 'lock', dead, 0, true],
    ['another lock', 'lock.json', dead, 0, true],
    ['the claim file of another lock', 'lock.json.deaddeaddeaddeaddead', dead, 0, true],
    ['the claim file of a lock whose name ends like ours', 'other-lock.deaddeaddeaddeaddead', dead, 0, true],
  ])('%s: %s', (_what, name, owner, age, stays) => {
  const directory = temporaryHome()
  const path = join(directory, name)
  writeFileSync(path, owner === undefined ? '' : JSON.stringify(owner))
  const at = new Date(Date.now() - age)
  utimesSync(path, at, at)
  sweepClaims(join(directory, 'lock'), here)
  expect(readdirSync(directory)).toEqual(stays ? [name] : [])
})

test('without a directory there is nothing to sweep', () => {
  expect(() => sweepClaims(join(temporaryHome(), 'none', 'lock'), here)).not.toThrow()
})
