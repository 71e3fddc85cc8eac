import { closeSync, openSync, readSync } from 'node:fs'
import { resolve } from 'node:path'
import { systemProblem, WxauthError } from '../../faults.ts'
import { cli } from '../../messages/en/cli.ts'
import type { Terminal } from '../world/terminal.ts'

type JsonObject = Readonly<Record<string, unknown>>

/** Reads a JSON object from the command line: as given, from @FILE, or from `-`, standard input. */
export async function readObject(
  what: keyof typeof cli.whats,
  given: string,
  terminal: Terminal,
): Promise<JsonObject> {
  const text = await textOf(what, given, terminal)
  const bad = (problem: string) =>
    new WxauthError('ERR_BAD_JSON', { what: cli.whats[what], given: abridged(given), problem })
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw bad(cli.json.invalid)
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    if (isTooDeep(value)) throw bad(cli.json.tooDeep)
    return value as JsonObject
  }
  throw bad(cli.json.notObject[kindOf(value)])
}

/** What JSON gave instead of an object. */
function kindOf(value: unknown): keyof typeof cli.json.notObject {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return typeof value as 'string' | 'number' | 'boolean'
}

async function textOf(what: keyof typeof cli.whats, given: string, terminal: Terminal): Promise<string> {
  if (given === '-') return terminal.readStdin()
  if (!given.startsWith('@')) return given
  const path = resolve(terminal.cwd(), given.slice(1))
  try {
    return readUpTo(path, limit)
  } catch (error) {
    throw new WxauthError('ERR_UNREADABLE_FILE', {
      what: cli.whats[what],
      path,
      problem: systemProblem(error),
    })
  }
}

const limit = 16 * 1024 * 1024

/** Reads a file, or what only looks like one, such as a pipe of the shell; a device may never end. */
function readUpTo(path: string, limit: number): string {
  const file = openSync(path, 'r')
  try {
    const chunks: Buffer[] = []
    for (let length = 0; ; ) {
      const chunk = Buffer.alloc(64 * 1024)
      const read = readSync(file, chunk)
      if (read === 0) return Buffer.concat(chunks).toString('utf8')
      length += read
      if (length > limit) throw new Error(cli.json.tooLarge)
      chunks.push(chunk.subarray(0, read))
    }
  } finally {
    closeSync(file)
  }
}

/** Deeper than any answer of WeChat's, and than what can be written again. Counted in a loop: it may be very deep. */
function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > 100) return true
    level = level.flatMap(part => (typeof part === 'object' && part !== null ? Object.values(part) : []))
  }
  return false
}

/** What was given, short enough to be said. */
export const abridged = (given: string) => (given.length > 60 ? `${given.slice(0, 57)}…` : given)
