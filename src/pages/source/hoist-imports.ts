import type { TextPlace } from '../../json/locate.ts'

/** What sucrase makes of an `import`, and of an `export … from`. */
const required =
  /^[ \t]*(?:var _\w+ = )?require\((["'])[^"']+\1\);(?: var [\w$]+ = _interopRequire\w+\(_\w+\);| _create\w+\([^)]*\);)*/
/** The line where such a statement ends. */
const importing = /^[ \t]*(?:import|export)\b|\bfrom\s*["']/
/** What sucrase writes before the first line; other modules may look for the mark while these load. */
const prefix =
  /^(?:"use strict";|[ ]{13})(?:Object\.defineProperty\(exports, "__esModule", \{value: true\}\);)?/

interface Moved {
  readonly start: number
  readonly end: number
  readonly from: TextPlace
}

/**
 * Imports run before everything else, wherever they are written; sucrase leaves them where they are. They move into the
 * first line, and blanks keep the columns where they were.
 * @param code as sucrase made it of the source, on the same lines
 */
export function hoistImports(
  code: string,
  source: string,
): { readonly code: string; readonly origin: (place: TextPlace) => TextPlace } {
  const [first = '', ...others] = code.split('\n')
  const [, ...written] = source.split('\n')
  const before = prefix.exec(first)?.[0].length ?? 0
  const begin = before + (required.exec(first.slice(before))?.[0].length ?? 0)
  const moved: Moved[] = []
  let front = ''
  const rest = others.map((line, at) => {
    const found = importing.test(written[at] ?? '') ? required.exec(line)?.[0] : undefined
    if (found === undefined) return line
    const statement = found.trimStart()
    const start = begin + front.length
    front += statement
    const from = { line: at + 2, column: found.length - statement.length + 1 }
    moved.push({ start, end: start + statement.length, from })
    return ' '.repeat(found.length) + line.slice(found.length)
  })
  return {
    code: [first.slice(0, begin) + front + first.slice(begin), ...rest].join('\n'),
    origin(place) {
      const column = place.column - 1
      if (place.line !== 1 || column < begin) return place
      const own = moved.find(({ start, end }) => column >= start && column < end)
      if (own === undefined) return { line: 1, column: place.column - front.length }
      return { line: own.from.line, column: own.from.column + column - own.start }
    },
  }
}
