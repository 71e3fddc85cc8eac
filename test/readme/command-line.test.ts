import { describe, expect, test } from 'vitest'
import { sessionKey } from '../../src/catalogue/session-key.ts'
import { commonFlags, longFlag, popupFlags, switchFlags } from '../../src/cli/arguments/flags.ts'
import { commandRows } from '../../src/cli/commands/rows.ts'
import { exitCodes, exitCodesByKind } from '../../src/cli/report/exit-codes.ts'
import { type FaultCode, type FaultKind, faultRows } from '../../src/faults.ts'
import { errorOf, inWorld } from '../support/cli-world.ts'
import { writeNear } from '../support/near-program.ts'
import { fenced, holdsBlock, readme, rowsIn, section } from './blocks.ts'
import { reader } from './reader.ts'

const file = 'bin/README.md'

describe('The tables of the command line', () => {
  test('have every command, in the order of the help', () => {
    const cells = rowsIn(section(file, '## Commands')).map(([cell = '']) => cell)
    const names = commandRows.filter(({ isHidden }) => !isHidden).map(({ name }) => name)
    expect(cells).toEqual(names.map(name => expect.stringMatching(`^\`wxauth ${name}[ \`]`)))
  })

  test.each([...commonFlags, ...popupFlags, ...switchFlags, 'reply' as const].map(longFlag))(
    'have %s',
    flag => {
      expect(section(file, '## Flags')).toMatch(new RegExp(`\`${flag}[ \`]`))
    },
  )

  test('have every exit code with a meaning', () => {
    const rows = rowsIn(section(file, '## Exit codes'))
    expect(rows.map(([code]) => Number(code))).toEqual(Object.values(exitCodes))
    for (const [code, meaning] of rows) expect(meaning, code).not.toBe('')
  })

  test('have every error code once, with its exit code and a meaning, and no other', () => {
    // The code of a signal is never printed.
    const kinds = Object.entries(faultRows) as [FaultCode, { readonly kind: FaultKind }][]
    const exits = kinds.flatMap(([code, { kind }]) =>
      kind === 'signal' ? [] : [[`\`${code}\``, String(exitCodesByKind[kind])]],
    )
    const rows = rowsIn(section(file, '## Error codes'))
    expect(rows.map(([code, exit]) => [code, exit]).sort()).toEqual(exits.sort())
    for (const [code, , meaning] of rows) expect(meaning, code).not.toBe('')
    const codes = readme(file).match(/ERR_[A-Z_]+/g) ?? []
    expect([...new Set(codes)].filter(code => !Object.hasOwn(faultRows, code))).toEqual([])
  })

  test('have the documents of --json', () =>
    inWorld(async world => {
      // A call that nothing reaches.
      const map = 'Page({ never() { wx.chooseAddress() } })'
      writeNear(world, 'program', { 'miniprogram/pages/map/index.js': map })
      for (const [commands = '', document = ''] of rowsIn(section(file, '## `--json`'))) {
        const keys = /`(.*?)`/.exec(document)?.[1]?.match(/\w+/g)
        for (const [, command = ''] of commands.matchAll(/`(.*?)`/g)) {
          expect(keysIn(await world.json(`${command}${argumentsFor[command] ?? ''}`)), command).toEqual(keys)
        }
      }
    }))
})

/** The keys of a document, or of its first entry if it is a list; each key of a list is followed by the keys of an entry. */
function keysIn(document: object): readonly string[] {
  const [first] = Array.isArray(document) ? document : [document]
  return Object.entries(first as object).flatMap(([key, value]) =>
    Array.isArray(value) && typeof value[0] === 'object' ? [key, ...Object.keys(value[0])] : [key],
  )
}

/** The arguments that a command of the table needs; the commands run in the table's order. */
const argumentsFor: Readonly<Record<string, string>> = {
  set: ' scope.camera=accepted privacy=agreed',
  explain: ' camera',
  walkthrough: ' camera --reject',
  run: ' --project program --tap Boom',
  explore: ' --project program pages/map/index',
  'walkthrough --html': ' scopes.html --all',
  'profile remove': ' default',
  completion: ' bash',
}

describe('The JSON', () => {
  const [error = '', outcome = '', profile = '', app = ''] = fenced(file, 'json')

  test('is in four blocks', () => expect(fenced(file, 'json')).toHaveLength(4))

  test('of an error has the keys of an error', () =>
    inWorld(async world => {
      const actual = errorOf(await world.run('authorize scope.kamera --json'))
      expect(Object.keys(JSON.parse(error).error)).toEqual(Object.keys(actual))
      expect(JSON.parse(error).error.code).toBe(actual.code)
    }))

  test('of an outcome is printed, with more demo data', () =>
    inWorld(async world => {
      const actual = await world.json('call wx.getLocation --accept')
      expect(actual).toMatchObject(JSON.parse(outcome))
      expect(Object.keys(JSON.parse(outcome))).toEqual(Object.keys(actual))
    }))

  test('of a profile can be used as a profile', () =>
    inWorld(async world => {
      world.write('profiles/default.json', profile)
      expect(await world.json('get-setting')).toMatchObject({
        result: { authSetting: { 'scope.camera': true } },
      })
      // wxauth writes the same form.
      await world.run('set scope.camera=rejected scope.record=accepted')
      await world.run('reset scope.record')
      const { state, at, ...rest } = JSON.parse(profile).apps.touristappid.scopes['scope.camera']
      expect(world.profile().apps.touristappid).toMatchObject({
        ...JSON.parse(profile).apps.touristappid,
        scopes: { 'scope.camera': { ...rest, state: 'rejected', at: expect.any(String), by: 'set' } },
      })
      const document = await world.json('call wx.chooseAddress --accept')
      expect(document.result).toEqual(JSON.parse(profile).apps.touristappid.replies['wx.chooseAddress'])
    }))

  test('of a usage description makes location calls succeed', () => {
    const person = reader()
    person.write('app.json', '{}')
    expect(person.run('wxauth call wx.getLocation --accept')).toMatchObject({ code: 1 })
    person.write('app.json', app)
    expect(person.run('wxauth call wx.getLocation --accept')).toMatchObject({ code: 0 })
  })
})

test('The session_key is that of the demo data', () =>
  holdsBlock(file, 'session-key', `\`\`\`\n${sessionKey}\n\`\`\``))
