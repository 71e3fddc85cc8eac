import { deepEqual, equal, ok } from 'node:assert/strict'
import { join } from 'node:path'

// It throws and rejects in many ways: engines word what is thrown, and trace what is awaited, each in its own way.
const program = join(import.meta.dirname, '../pages/programs/refused')

/** What the first Node found. @type {{ node: string, found: object } | undefined} */
let first

/**
 * Explores a program. Every Node must find the same.
 * @param {string} node its version
 * @param {(args: readonly string[]) => Promise<{ code: number | null, stdout: string, stderr: string }>} run
 */
export async function exploresAlike(node, run) {
  const { code, stdout, stderr } = await run(['explore', '--project', program, '--json'])
  equal(code, 1, stderr)
  const found = JSON.parse(stdout, (key, value) => (key === 'message' ? undefined : value))
  const rules = new Set(found.findings.map(({ rule }) => rule))
  ok(rules.size >= 7, `findings of many rules: ${[...rules]}`)
  first ??= { node, found }
  deepEqual(found, first.found, `${node} finds the same as ${first.node}`)
}
