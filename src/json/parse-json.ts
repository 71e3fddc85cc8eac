import { isJsonObject, type JsonObject } from './json-object.ts'
import type { JsonProblem } from './json-problem.ts'
import { locateJsonError, textPlace } from './locate.ts'

/** Deeper than any answer of WeChat's, and than what can be written again. */
const levels = 100

export type Parsed = { readonly object: JsonObject } | { readonly problem: JsonProblem }

/** The JSON object that a file holds, with or without a byte order mark. */
export function parseBytes(bytes: Buffer): Parsed {
  const text = bytes.toString('utf8')
  // In another encoding, a rewrite would make the letters it does not have in common with UTF-8 unreadable for good.
  const replaced = text.indexOf('\uFFFD')
  if (replaced !== -1 && !bytes.equals(Buffer.from(text))) {
    return { problem: { kind: 'not-json', ...textPlace(withoutMark(text), replaced) } }
  }
  return parseText(text)
}

/** The JSON object that a text is. */
export function parseText(text: string): Parsed {
  const json = withoutMark(text)
  let value: unknown
  try {
    // Makes `__proto__` an own key like any other.
    value = JSON.parse(json)
  } catch {
    return { problem: { kind: 'not-json', ...locateJsonError(json) } }
  }
  if (!isJsonObject(value)) return { problem: { kind: 'not-object', found: kindOf(value) } }
  return isTooDeep(value) ? { problem: { kind: 'too-deep', levels } } : { object: value }
}

const withoutMark = (text: string) => (text.startsWith('\uFEFF') ? text.slice(1) : text)

function kindOf(value: unknown): 'null' | 'array' | 'string' | 'number' | 'boolean' {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : (typeof value as 'string' | 'number' | 'boolean')
}

/** The limit is also what keeps this from exhausting the stack. */
function isTooDeep(value: unknown, level = 0): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (level === levels) return true
  for (const key in value) if (isTooDeep((value as JsonObject)[key], level + 1)) return true
  return false
}
