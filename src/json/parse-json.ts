import { isUtf8 } from 'node:buffer'
import { isJsonObject, type JsonObject } from './json-object.ts'
import type { JsonProblem } from './json-problem.ts'
import { locateJsonError, textPlace } from './locate.ts'
import { mostBytes, type ReadBytes, tooLarge } from './read-file.ts'

export type JsonResult =
  | {
      readonly object: JsonObject
      /** As it was written, byte order mark and all. */
      readonly text: string
    }
  | { readonly problem: JsonProblem }

/** More levels than data needs, few enough for the stack. */
export const tooDeep = { kind: 'too-deep', levels: 100 } as const

/**
 * The JSON object in what was read. Every JSON from outside passes here, so the same limits hold for profiles, project
 * files, arguments and standard input. A byte order mark is allowed.
 */
export function jsonIn(content: ReadBytes): JsonResult {
  const result = jsonOfAnyDepth(content)
  return 'object' in result && isTooDeep(result.object) ? { problem: tooDeep } : result
}

/** The same for a profile, whose check looks at every part and so tests the depth on its way: 10,000 Mini Programs twice take longer. */
export function jsonOfAnyDepth(content: ReadBytes): JsonResult {
  if ('problem' in content) return content
  const { bytes } = content
  if (bytes.length > mostBytes) return { problem: tooLarge }
  const text = bytes.toString('utf8')
  const json = text.startsWith(mark) ? text.slice(mark.length) : text
  if (!isUtf8(bytes)) {
    // If a file in another encoding were written again, every letter that is not ASCII would be lost.
    const offset = firstReplaced(bytes, text) - (text.length - json.length)
    return { problem: { kind: 'not-json', ...textPlace(json, offset) } }
  }
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return { problem: { kind: 'not-json', ...locateJsonError(json) } }
  }
  if (!isJsonObject(value)) return { problem: { kind: 'not-object', type: typeOf(value) } }
  return { object: value, text }
}

const mark = '\uFEFF'

/** @param level how many objects and arrays there are around the value */
export function isTooDeep(value: unknown, level = 0): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (level >= tooDeep.levels) return true
  for (const key in value) {
    const inner = (value as JsonObject)[key]
    // Most values are texts and numbers. To call the function for each of them takes twice as long.
    if (typeof inner === 'object' && isTooDeep(inner, level + 1)) return true
  }
  return false
}

/**
 * The first character that stands for bytes that are not UTF-8. The file may contain the replacement character
 * itself, so each one is compared with its bytes.
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

function typeOf(value: unknown): 'null' | 'array' | 'string' | 'number' | 'boolean' {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : (typeof value as 'string' | 'number' | 'boolean')
}
