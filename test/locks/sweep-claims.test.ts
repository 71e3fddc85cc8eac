import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from 'vitest'
import { lease, namelessLease } from '../../src/locks/liveness.ts'
import { type Owner, ownerHere } from '../../src/locks/owner.ts'
import { sweepClaims } from '../../src/locks/sweep-claims.ts'
import { here } from '../store/running.ts'
import { temporaryHome } from '../support/temporary-home.ts'

const waiting: Owner = { ...ownerHere(here), nonce: 'waitswaits' }
const dead: Owner = { ...waiting, boot: 'an earlier one' }
const stranger: Owner = { ...waiting, machine: 'elsewhere id' }

test
  .runIf(process.platform === 'linux')
  .each<[what: string, name: string, owner: Owner | undefined, age: number, isKept: boolean]>([
    ['the claim file of a dead process', 'lock.deaddeaddead', dead, 0, false],
    ['the second lock of a dead process', 'lock.abcdefgh.break', dead, 0, false],
    ['the claim file of a waiting process', 'lock.waitswaits', waiting, 3_600_000, true],
    [
      'the claim file of another machine, within the hour',
      'lock.strangerstranger',
      stranger,
      lease * 100,
      true,
    ],
    [
      'the claim file of another machine, after the hour',
      'lock.strangerstranger',
      stranger,
      lease * 121,
      false,
    ],
    ['a claim file without an owner, old', 'lock.nobodynobody', undefined, namelessLease + 1_000, false],
    ['a claim file without an owner, young', 'lock.youngyoung', undefined, 0, true],
    ['the lock itself', 'lock', dead, 0, true],
    ['another lock', 'lock.json', dead, 0, true],
    ['the claim file of another lock', 'lock.json.deaddeaddead', dead, 0, true],
    ['the claim file of a lock whose name ends like ours', 'other-lock.deaddeaddead', dead, 0, true],
  ])('%s (%s)', (_what, name, owner, age, isKept) => {
  const directory = temporaryHome()
  const path = join(directory, name)
  writeFileSync(path, owner === undefined ? '' : JSON.stringify(owner))
  const at = new Date(Date.now() - age)
  utimesSync(path, at, at)
  sweepClaims(join(directory, 'lock'), here)
  expect(readdirSync(directory)).toEqual(isKept ? [name] : [])
})

test('a missing directory is not an error', () => {
  expect(() => sweepClaims(join(temporaryHome(), 'none', 'lock'), here)).not.toThrow()
})
