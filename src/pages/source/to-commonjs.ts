import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'
import { transform as sucrase } from 'sucrase'
import type { TextPlace } from '../../json/locate.ts'
import { hoistImports } from './hoist-imports.ts'

/** A script as it runs: CommonJS, on the same lines as it was written. */
interface Transformed {
  readonly code: string
  /** The place in the source of a place in the code. */
  readonly origin: (place: TextPlace) => TextPlace
}

export type TransformResult = Transformed | { readonly problem: TextPlace; readonly reason: string }

const strict = '"use strict";'

/** Half of the code that runs pages is needed for this alone, and is loaded with the first script that needs it. */
export function toCommonJs(
  source: string,
  file: string,
  { isTyped, isModule }: { readonly isTyped: boolean; readonly isModule: boolean },
): TransformResult {
  try {
    const { code, sourceMap } = sucrase(source, {
      transforms: isTyped ? ['imports', 'typescript'] : ['imports'],
      disableESTransforms: true,
      // `import()` of a vm script would be made outside of its context.
      preserveDynamicImport: false,
      filePath: file,
      sourceMapOptions: { compiledFilename: file },
    })
    // Blanks keep the columns of the map.
    const loose = isModule || isTyped ? code : code.replace(strict, ' '.repeat(strict.length))
    const hoisted = hoistImports(loose, source)
    const origin = originsOf(sourceMap)
    return { code: hoisted.code, origin: place => origin(hoisted.origin(place)) }
  } catch (error) {
    return syntaxProblem(error)
  }
}

function originsOf(map: unknown): Transformed['origin'] {
  const trace = new TraceMap(map as ConstructorParameters<typeof TraceMap>[0])
  return place => {
    const found = originalPositionFor(trace, { line: place.line, column: place.column - 1 })
    // sucrase keeps lines, so a place without an origin is on its own line.
    return found.line === null ? place : { line: found.line, column: found.column + 1 }
  }
}

/** sucrase writes the place behind its message: `Error transforming a.js: Unexpected token (3:5)`. */
function syntaxProblem(error: unknown): TransformResult {
  const message = String(Object(error).message)
  const [, reason = message, line = '1', column = '1'] =
    /^(?:Error transforming [^:]*: )?(.*?)(?: \((\d+):(\d+)\))?$/s.exec(message) ?? []
  return { reason, problem: { line: Number(line), column: Number(column) } }
}
