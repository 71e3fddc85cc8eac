import { resolve } from 'node:path'
import { type JsonInput, WxauthError } from '../../faults.ts'
import type { JsonObject } from '../../json/json-object.ts'
import { parseBytes, parseText } from '../../json/parse-json.ts'
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
  const parsed =
    argument === '-' || argument.startsWith('@')
      ? parseBytes(await bytesOf(what, argument, terminal))
      : parseText(argument)
  if ('object' in parsed) return parsed.object
  throw new WxauthError('ERR_BAD_JSON', { what, given: argument, problem: parsed.problem })
}

async function bytesOf(what: JsonInput, argument: string, terminal: Terminal): Promise<Buffer> {
  const path = argument === '-' ? argument : resolve(terminal.cwd(), argument.slice(1))
  const content: ReadBytes = argument === '-' ? await terminal.stdin.read() : readAnyFile(path)
  if ('bytes' in content) return content.bytes
  throw new WxauthError('ERR_UNREADABLE_FILE', { what, path, problem: content.problem })
}
