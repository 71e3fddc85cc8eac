import { WxauthError } from '../faults.ts'
import type { JsonObject } from '../json/json-object.ts'
import { parseBytes } from '../json/parse-json.ts'
import { readRegularFile } from '../json/read-file.ts'

/**
 * The JSON object in a file of a project; `undefined` when there is no file.
 * @throws WxauthError ERR_PROJECT_FILE when it cannot be read, or holds something else
 */
export function readProjectFile(path: string): JsonObject | undefined {
  const file = readRegularFile(path)
  if (file === undefined) return undefined
  const parsed = 'problem' in file ? file : parseBytes(file.bytes)
  if ('object' in parsed) return parsed.object
  const { problem } = parsed
  // Its directory is a file: then there is none here, either.
  if (problem.kind === 'system' && problem.code === 'ENOTDIR') return undefined
  throw new WxauthError('ERR_PROJECT_FILE', { path, problem })
}
