import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { faultRows as codes } from '../../src/faults.ts'
import { errorOf, inWorld, linesOf, snapshot } from '../support/cli-world.ts'
import { documentOf } from '../support/run-cli.ts'
import { type FaultRow, faultRows, provenElsewhere } from './fault-rows.ts'

test('every code that wxauth has is produced by a test', () => {
  const proven = [...Object.keys(faultRows), ...Object.keys(provenElsewhere)]
  expect(proven.sort()).toEqual(Object.keys(codes).sort())
  for (const [code, file] of Object.entries(provenElsewhere)) {
    expect(readFileSync(join(import.meta.dirname, file), 'utf8')).toContain(code)
  }
})

describe.each(Object.entries<readonly FaultRow[]>(faultRows))('%s', (code, rows) => {
  const cases = rows.map(row => ({ ...row, typed: row.args.join(' ') }))

  test.concurrent.each(cases)(
    'wxauth $typed: names what is wrong and what to do next, and changes nothing',
    expectFault,
  )

  test.concurrent.each(rows.slice(0, 1))(
    'is the last line of stderr under --json, wherever that stands',
    row =>
      inWorld(async world => {
        const around = row.prepare?.(world) ?? {}
        const before = snapshot(world.directory)
        // A flag that lacks its value would take what follows for it.
        const behind = code === 'ERR_FLAG_VALUE' ? [] : [world.run([...row.args, '--json'], around)]
        for (const run of await Promise.all([world.run(['--json', ...row.args], around), ...behind])) {
          expect(run.code).toBe(row.exit)
          const { code: named, message, hint, ...others } = errorOf(run)
          expect({ named, others }).toEqual({ named: code, others: {} })
          expect(message).toContain(row.names(world))
          expect(hint).toContain(row.hint)
          if (row.exit === 3) expect(documentOf(run)).toMatchObject({ callback: null, popup: 'unanswered' })
          else expect(run.stdout).toBe('')
        }
        expect(snapshot(world.directory)).toEqual(before)
      }),
  )
})

function expectFault(row: FaultRow): Promise<void> {
  return inWorld(async world => {
    const around = row.prepare?.(world) ?? {}
    const before = snapshot(world.directory)
    const run = await world.run(row.args, around)
    expect(run).toMatchObject({ code: row.exit, stdout: '' })
    const said = linesOf(run.stderr)
    expect(said.findLast(line => line.startsWith('error: '))).toContain(row.names(world))
    expect(said.at(-1)).toMatch(/^hint: /)
    expect(said.at(-1)).toContain(row.hint)
    expect(run.stderr).not.toMatch(/^ +at /m)
    expect(snapshot(world.directory)).toEqual(before)
  })
}
