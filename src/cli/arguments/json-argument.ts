import { resolve } from 'node:path'
import { type JsonInput, WxauthError } from '../../faults.ts'
import type { JsonObject } from '../../json/json-object.ts'
import { jsonIn } from '../../json/parse-json.ts'
import { type ReadBytes, readAnyFile } from '../../json/read-file.ts'
import type { Terminal } from '../world/terminal.ts'

/**
 * A JSON object from the command line: the argument itself, the file of `@FILE`, or stdin for `-`.
 * @throws WxauthError ERR_BAD_JSON, ERR_UNREADABLE_FILE
 */
export async function jsonArgument(
  what: JsonInput,
  argument: string,
  terminal: Terminal,
): Promise<JsonObject> {
  const parsed = jsonIn(await contentOf(what, argument, terminal))
  if ('object' in parsed) return parsed.object
  throw new WxauthError('ERR_BAD_JSON', { what, given: argument, problem: parsed.problem })
}

async function contentOf(what: JsonInput, argument: string, terminal: Terminal): Promise<ReadBytes> {
  if (argument !== '-' && !argument.startsWith('@')) return { bytes: Buffer.from(argument) }
  const path = argument === '-' ? argument : resolve(terminal.cwd(), argument.slice(1))
  const content = argument === '-' ? await terminal.stdin.read() : readAnyFile(path)
  if ('bytes' in content) return content
  throw new WxauthError('ERR_UNREADABLE_FILE', { what, path, problem: content.problem })
}
