import { WxauthError } from '../faults.ts'
import type { JsonObject } from '../json/json-object.ts'
import { jsonIn } from '../json/parse-json.ts'
import { readRegularFile } from '../json/read-file.ts'

/**
 * The JSON object in a file of a project; `undefined` if there is no file.
 * @throws WxauthError ERR_PROJECT_FILE if it cannot be read, or is not a JSON object
 */
export function readProjectFile(path: string): JsonObject | undefined {
  const content = readRegularFile(path)
  if (content === undefined) return undefined
  const parsed = jsonIn(content)
  if ('object' in parsed) return parsed.object
  const { problem } = parsed
  // A part of the path is a file, so there is no file at its end.
  if (problem.kind === 'system' && problem.code === 'ENOTDIR') return undefined
  throw new WxauthError('ERR_PROJECT_FILE', { path, problem })
}
