import { isUtf8 } from 'node:buffer'
import { isJsonObject, isTooDeep, type JsonObject, levels } from './json-object.ts'
import type { JsonProblem } from './json-problem.ts'
import { locateJsonError, textPlace } from './locate.ts'

export type JsonResult = { readonly object: JsonObject } | { readonly problem: JsonProblem }

export const tooDeep: JsonProblem = { kind: 'too-deep', levels }

/** Parses the bytes of a file as a JSON object; a byte order mark is allowed. */
export function parseBytes(bytes: Buffer): JsonResult {
  return withDepthChecked(parseAnyDepth(bytes))
}

/** Parses a text as a JSON object; a byte order mark is allowed. */
export function parseText(text: string): JsonResult {
  return withDepthChecked(parse(withoutMark(text)))
}

/**
 * As {@link parseBytes}, but of any depth: for callers that use {@link isTooDeep} themselves, on the part that they need.
 * To walk through an object of 10,000 parts takes milliseconds.
 */
export function parseAnyDepth(bytes: Buffer): JsonResult {
  const text = bytes.toString('utf8')
  const json = withoutMark(text)
  if (isUtf8(bytes)) return parse(json)
  // If a file in another encoding were written again, every letter that is not ASCII would be lost.
  const offset = firstReplaced(bytes, text) - (text.length - json.length)
  return { problem: { kind: 'not-json', ...textPlace(json, offset) } }
}

function parse(json: string): JsonResult {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return { problem: { kind: 'not-json', ...locateJsonError(json) } }
  }
  return isJsonObject(value) ? { object: value } : { problem: { kind: 'not-object', found: kindOf(value) } }
}

function withDepthChecked(result: JsonResult): JsonResult {
  return 'object' in result && isTooDeep(result.object) ? { problem: tooDeep } : result
}

const mark = '\uFEFF'
const withoutMark = (text: string) => (text.startsWith(mark) ? text.slice(mark.length) : text)

/**
 * The first character that stands for bytes that are not UTF-8. The file may contain the replacement character
 * itself, so that each one is compared with its bytes.
 */
function firstReplaced(bytes: Buffer, text: string): number {
  const replacement = '\uFFFD'
  let byte = 0
  for (let start = 0; ; ) {
    const at = text.indexOf(replacement, start)
    byte += Buffer.byteLength(text.slice(start, at))
    const end = byte + Buffer.byteLength(replacement)
    if (bytes.toString('latin1', byte, end) !== '\xEF\xBF\xBD') return at
    byte = end
    start = at + replacement.length
  }
}

function kindOf(value: unknown): 'null' | 'array' | 'string' | 'number' | 'boolean' {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : (typeof value as 'string' | 'number' | 'boolean')
}
