import { isJsonObject, type JsonObject } from '../../json/json-object.ts'
import { locateJsonError, type TextPlace } from '../../json/locate.ts'

export interface LenientJson {
  readonly object: JsonObject
  /** What is wrong with the text, and where; `undefined` for proper JSON. */
  readonly problem: (TextPlace & { readonly code: 'broken-json' | 'conflict-markers' }) | undefined
}

const marker = /^(<{7}|>{7}|={7}|\|{7})(?=\s|$).*$/m

/** As much of a text as can be read as a JSON object. Of a conflict of two versions, the first one is taken. */
export function lenientJson(text: string): LenientJson {
  const proper = parsed(text)
  if (proper !== undefined) return { object: isJsonObject(proper) ? proper : {}, problem: undefined }
  const conflict = marker.exec(text)
  if (conflict === null) {
    return { object: objectOf(read(text)), problem: { code: 'broken-json', ...locateJsonError(text) } }
  }
  const line = text.slice(0, conflict.index).split('\n').length
  return {
    object: objectOf(read(firstVersion(text))),
    problem: { code: 'conflict-markers', line, column: 1 },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const objectOf = (value: unknown): JsonObject => (isJsonObject(value) ? value : {})

function firstVersion(text: string): string {
  let side: 'both' | 'first' | 'second' = 'both'
  const lines = text.split('\n').filter(line => {
    const sign = marker.exec(line)?.[1]
    if (sign === undefined) return side !== 'second'
    side = sign.startsWith('<') ? 'first' : sign.startsWith('>') ? 'both' : 'second'
    return false
  })
  return lines.join('\n')
}

const token =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|[{}[\]:,]|[^\s{}[\]:,"']+/g

/** Reads values one after the other: comments are skipped, and commas and the end of the text may be missing. */
function read(text: string): unknown {
  const tokens = (text.match(token) ?? []).filter(part => !/^(\s|\/\/|\/\*)/.test(part))
  let at = 0

  function value(depth: number): unknown {
    const first = tokens[at++]
    if (first === undefined || depth > 100) return undefined
    if (first === '{') return members(depth)
    if (first === '[') return items(depth)
    return scalar(first)
  }

  function members(depth: number): JsonObject {
    const object: Record<string, unknown> = Object.create(null)
    while (at < tokens.length && tokens[at] !== '}') {
      const key = tokens[at++] ?? ''
      if (tokens[at] !== ':') continue
      at += 1
      object[String(scalar(key))] = value(depth + 1)
    }
    at += 1
    return { ...object }
  }

  function items(depth: number): readonly unknown[] {
    const list: unknown[] = []
    while (at < tokens.length && tokens[at] !== ']') {
      if (tokens[at] === ',') at += 1
      else if (/^[}:]$/.test(tokens[at] ?? '')) return list
      else list.push(value(depth + 1))
    }
    at += 1
    return list
  }

  return value(0)
}

function scalar(written: string): unknown {
  const quoted = /^["']/.test(written)
  if (!quoted) return parsed(written) ?? (written === 'null' ? null : written)
  return parsed(written) ?? written.slice(1).replace(/["']$/, '')
}
