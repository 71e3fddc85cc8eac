/** A place in a text, counted as editors do: from 1, in UTF-16 units, without a byte order mark. */
export interface TextPlace {
  readonly line: number
  readonly column: number
}

/**
 * Where a text that `JSON.parse` refused stops being JSON. Node's own messages name the place of some faults only, and
 * every version words them differently.
 */
export function locateJsonError(text: string): TextPlace {
  return textPlace(text, jsonFault(text) ?? text.length)
}

/** The place of an offset. */
export function textPlace(text: string, offset: number): TextPlace {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/)
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma' | 'end'

/**
 * The offset of the first character that no JSON document could have there; the text's length if the text is only
 * incomplete; `undefined` if it is JSON. Agrees with `JSON.parse` on every text. Not recursive, so that nesting cannot
 * exhaust the stack.
 */
export function jsonFault(text: string): number | undefined {
  const closers: ('}' | ']')[] = []
  const afterValue = (): Expected => (closers.length === 0 ? 'end' : 'comma')
  let expected: Expected = 'value'
  let at = afterSpace(text, 0)
  while (at < text.length) {
    const char = text[at]
    const closer = closers.at(-1)
    const takesValue: boolean = expected === 'value' || expected === 'value or ]'
    if (takesValue && (char === '{' || char === '[')) {
      closers.push(char === '{' ? '}' : ']')
      expected = char === '{' ? 'key or }' : 'value or ]'
      at += 1
    } else if (
      closer !== undefined &&
      char === closer &&
      (expected === 'comma' || expected.endsWith(closer))
    ) {
      closers.pop()
      expected = afterValue()
      at += 1
    } else if (expected === 'comma' && char === ',') {
      expected = closer === '}' ? 'key' : 'value'
      at += 1
    } else if (expected === 'colon' && char === ':') {
      expected = 'value'
      at += 1
    } else if (takesValue || expected === 'key' || (expected === 'key or }' && char === '"')) {
      const scalar = takesValue ? scalarAt(text, at) : stringAt(text, at)
      if (!scalar.whole) return scalar.end
      expected = takesValue ? afterValue() : 'colon'
      at = scalar.end
    } else return at
    at = afterSpace(text, at)
  }
  return expected === 'end' ? undefined : text.length
}

/** Where a scalar ends; if it is not whole, at the first character that does not belong to it. */
interface Scalar {
  readonly whole: boolean
  readonly end: number
}

function scalarAt(text: string, at: number): Scalar {
  const char = text[at]
  if (char === '"') return stringAt(text, at)
  if (char === 't') return wordAt(text, at, 'true')
  if (char === 'f') return wordAt(text, at, 'false')
  if (char === 'n') return wordAt(text, at, 'null')
  return numberAt(text, at)
}

function wordAt(text: string, at: number, word: string): Scalar {
  let length = 0
  while (length < word.length && text[at + length] === word[length]) length += 1
  return { whole: length === word.length, end: at + length }
}

function numberAt(text: string, at: number): Scalar {
  const digits = (from: number) => endOf(/\d*/y, text, from)
  const integer = text[at] === '-' ? at + 1 : at
  let end = text[integer] === '0' ? integer + 1 : digits(integer)
  if (end === integer) return { whole: false, end }
  if (text[end] === '.') {
    const fraction = end + 1
    end = digits(fraction)
    if (end === fraction) return { whole: false, end }
  }
  if (text[end] === 'e' || text[end] === 'E') {
    const exponent = endOf(/[eE][+-]?/y, text, end)
    end = digits(exponent)
    if (end === exponent) return { whole: false, end }
  }
  return { whole: true, end }
}

function stringAt(text: string, at: number): Scalar {
  if (text[at] !== '"') return { whole: false, end: at }
  let end = at + 1
  for (;;) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these characters unless they are escaped.
    end = endOf(/[^"\\\u0000-\u001f]*/y, text, end)
    if (text[end] === '"') return { whole: true, end: end + 1 }
    if (text[end] !== '\\') return { whole: false, end }
    const escaped = end + 1
    end = endOf(/["\\/bfnrt]|u[\dA-Fa-f]{0,4}/y, text, escaped)
    const length = text[escaped] === 'u' ? 5 : 1
    if (end !== escaped + length) return { whole: false, end }
  }
}

function afterSpace(text: string, at: number): number {
  return endOf(/[ \t\n\r]*/y, text, at)
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
