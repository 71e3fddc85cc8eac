const mark = '\uFEFF'

/** How a JSON text is laid out. */
export interface JsonFormat {
  readonly hasMark: boolean
  /** Of one level; empty if the text is a single line. */
  readonly indent: string
  readonly newline: string
  readonly endsWithNewline: boolean
}

/** How wxauth writes a file of its own. */
export const usualFormat: JsonFormat = { hasMark: false, indent: '  ', newline: '\n', endsWithNewline: true }

/** The layout of a JSON text: its byte order mark, its first line break and its first indentation. */
export function formatOf(text: string): JsonFormat {
  const json = text.trimEnd()
  const isOneLine = !json.includes('\n')
  return {
    hasMark: text.startsWith(mark),
    indent: isOneLine ? '' : (/\n([ \t]+)\S/.exec(json)?.[1] ?? usualFormat.indent),
    newline: /\r?\n/.exec(text)?.[0] ?? usualFormat.newline,
    endsWithNewline: text.includes('\n', json.length),
  }
}

/** The value as a JSON text in that layout. */
export function textIn({ hasMark, indent, newline, endsWithNewline }: JsonFormat, value: unknown): string {
  // A line break inside a string is escaped, so that these are all between tokens.
  const json = JSON.stringify(value, undefined, indent).replaceAll('\n', newline)
  return `${hasMark ? mark : ''}${json}${endsWithNewline ? newline : ''}`
}
