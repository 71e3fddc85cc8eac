import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { faultTexts } from '../../src/messages/en/faults.ts'
import { errorOf, inWorld, linesOf, snapshot } from '../support/cli-world.ts'
import { documentOf } from '../support/run-cli.ts'
import { type FaultRow, faultRows, provenElsewhere } from './fault-rows.ts'

test('every code that wxauth has is produced by a test', () => {
  const proven = [...Object.keys(faultRows), ...Object.keys(provenElsewhere)]
  expect(proven.sort()).toEqual(Object.keys(faultTexts).sort())
  for (const [code, file] of Object.entries(provenElsewhere)) {
    expect(readFileSync(join(import.meta.dirname, file), 'utf8')).toContain(code)
  }
})

describe.concurrent.each(Object.entries<readonly FaultRow[]>(faultRows))('%s', (code, rows) => {
  const cases = rows.map((row, index) => ({
    ...row,
    typed: `wxauth ${row.args.join(' ')}`,
    // Before the command and after it, in turns; a flag that lacks its value would take what follows for it.
    withJson:
      index % 2 === 0 || code === 'ERR_FLAG_VALUE' ? ['--json', ...row.args] : [...row.args, '--json'],
  }))

  test.concurrent.each(cases)('$typed names what is wrong and what to do next, and changes nothing', row =>
    inWorld(async world => {
      const around = row.prepare?.(world) ?? {}
      const before = snapshot(world.directory)
      const [text, json] = await Promise.all([world.run(row.args, around), world.run(row.withJson, around)])

      expect(text).toMatchObject({ code: row.exit, stdout: '' })
      const said = linesOf(text.stderr)
      expect(said.findLast(line => line.startsWith('error: '))).toContain(row.names(world))
      expect(said.at(-1)).toMatch(/^hint: /)
      expect(said.at(-1)).toContain(row.hint)
      expect(text.stderr).not.toMatch(/^ +at /m)

      expect(json.code).toBe(row.exit)
      const { code: named, message, hint, ...others } = errorOf(json)
      expect({ named, others }).toEqual({ named: code, others: {} })
      expect(message).toContain(row.names(world))
      expect(hint).toContain(row.hint)
      if (row.exit === 3) expect(documentOf(json)).toMatchObject({ callback: null, popup: 'unanswered' })
      else expect(json.stdout).toBe('')

      expect(snapshot(world.directory)).toEqual(before)
    }),
  )
})
