import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { faultRows as codes } from '../../src/faults.ts'
import { errorOf, inWorld, linesOf, snapshot } from '../support/cli-world.ts'
import { documentOf } from '../support/run-cli.ts'
import { type FaultRow, faultRows, testedElsewhere } from './fault-rows.ts'

test('every fault code has a test', () => {
  const testedCodes = [...Object.keys(faultRows), ...Object.keys(testedElsewhere)]
  expect(testedCodes.sort()).toEqual(Object.keys(codes).sort())
  for (const [code, file] of Object.entries(testedElsewhere)) {
    expect(readFileSync(join(import.meta.dirname, file), 'utf8')).toContain(code)
  }
})

describe.each(Object.entries<readonly FaultRow[]>(faultRows))('%s', (code, rows) => {
  const cases = rows.map(row => ({ ...row, line: row.args.join(' ') }))

  test.concurrent.each(cases)(
    'wxauth $line: prints what is wrong and what to do next, and changes nothing',
    expectFault,
  )

  test.concurrent.each(rows.slice(0, 1))('is the last line of stderr with --json first or last', row =>
    inWorld(async world => {
      const options = row.prepare?.(world) ?? {}
      const before = snapshot(world.directory)
      // A flag without its value would take --json as the value.
      const last = code === 'ERR_FLAG_VALUE' ? [] : [world.run([...row.args, '--json'], options)]
      for (const run of await Promise.all([world.run(['--json', ...row.args], options), ...last])) {
        expect(run.code).toBe(row.exit)
        const { code: actual, message, hint, ...others } = errorOf(run)
        expect({ actual, others }).toEqual({ actual: code, others: {} })
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
    const options = row.prepare?.(world) ?? {}
    const before = snapshot(world.directory)
    const run = await world.run(row.args, options)
    expect(run).toMatchObject({ code: row.exit, stdout: '' })
    const lines = linesOf(run.stderr)
    expect(lines.findLast(line => line.startsWith('error: '))).toContain(row.names(world))
    expect(lines.at(-1)).toMatch(/^hint: /)
    expect(lines.at(-1)).toContain(row.hint)
    expect(run.stderr).not.toMatch(/^ +at /m)
    expect(snapshot(world.directory)).toEqual(before)
  })
}
