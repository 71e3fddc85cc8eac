/** A place in a text, as editors count: both from 1, columns in UTF-16 units. */
export interface JsonPlace {
  readonly line: number
  readonly column: number
}

/**
 * Where a text stops being JSON; its end, when that cannot be told. For a text that `JSON.parse` refused, without a
 * byte order mark.
 */
export async function locateJsonError(text: string): Promise<JsonPlace> {
  // JSON.parse is faster but says where only in some messages of some versions of Node. This parser says it always;
  // it is loaded when needed, for a file is rarely wrong.
  const { parse } = await import('jsonc-parser')
  return placeAt(text, firstOffset(text, parse))
}

function firstOffset(text: string, parse: typeof import('jsonc-parser').parse): number {
  const errors: { readonly offset: number }[] = []
  try {
    parse(text, errors as never[], { disallowComments: true, allowTrailingComma: false })
  } catch {
    // Brackets by the ten thousand exhaust its stack.
  }
  return errors[0]?.offset ?? text.length
}

function placeAt(text: string, offset: number): JsonPlace {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/)
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}
