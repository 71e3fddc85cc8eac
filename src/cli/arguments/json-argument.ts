import { resolve } from 'node:path'
import { type JsonInput, WxauthError } from '../../faults.ts'
import type { JsonObject } from '../../json/json-object.ts'
import { parseBytes, parseText } from '../../json/parse-json.ts'
import { type ReadBytes, readAnyFile } from '../../json/read-file.ts'
import type { Terminal } from '../world/terminal.ts'

/**
 * A JSON object from the command line: as given, from @FILE, or from `-`, standard input.
 * @throws WxauthError ERR_BAD_JSON, ERR_UNREADABLE_FILE
 */
export async function jsonArgument(what: JsonInput, given: string, terminal: Terminal): Promise<JsonObject> {
  const parsed =
    given === '-' || given.startsWith('@')
      ? parseBytes(await bytesOf(what, given, terminal))
      : parseText(given)
  if ('object' in parsed) return parsed.object
  throw new WxauthError('ERR_BAD_JSON', { what, given: shortened(given), problem: parsed.problem })
}

async function bytesOf(what: JsonInput, given: string, terminal: Terminal): Promise<Buffer> {
  const path = given === '-' ? given : resolve(terminal.cwd(), given.slice(1))
  const read: ReadBytes = given === '-' ? await terminal.stdin.read() : readAnyFile(path)
  if ('bytes' in read) return read.bytes
  throw new WxauthError('ERR_UNREADABLE_FILE', { what, path, problem: read.problem })
}

/** What was given, short enough for a message. */
export const shortened = (given: string) => (given.length > 60 ? `${given.slice(0, 57)}…` : given)
