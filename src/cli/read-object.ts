import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { systemProblem, WxauthError } from '../faults.ts'
import { cli } from '../messages/en/cli.ts'
import type { Terminal } from './terminal.ts'

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
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject
  throw bad(
    cli.json.notObject(value === null ? 'null' : Array.isArray(value) ? 'an array' : `a ${typeof value}`),
  )
}

async function textOf(what: keyof typeof cli.whats, given: string, terminal: Terminal): Promise<string> {
  if (given === '-') return terminal.readStdin()
  if (!given.startsWith('@')) return given
  const path = resolve(terminal.cwd(), given.slice(1))
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new WxauthError('ERR_UNREADABLE_FILE', {
      what: cli.whats[what],
      path,
      problem: systemProblem(error),
    })
  }
}

/** What was given, short enough to be said. */
export const abridged = (given: string) => (given.length > 60 ? `${given.slice(0, 57)}…` : given)
