import { Script } from 'node:vm'
import type { TextPlace } from '../../json/locate.ts'
import { withoutImport } from '../source/dynamic-import.ts'
import type { Program } from '../source/program.ts'

/** Stands before the names of the program's files in stack traces. */
export const scheme = 'program:/'

/** What scripts of the program are called with, as in a Mini Program. */
const before = '(function (require, module, exports) {'
const after = '\n})'
const templateBefore = '(function (G, R, D, X, Y, Z, P, Q) { return '
const templateAfter = '\n})'

/** The scripts of one program, compiled once for all of its contexts. */
export interface Scripts {
  /** The function of a module; `undefined` if it is no JavaScript, which is a notice. */
  readonly module: (file: string) => Script | undefined
  readonly wxs: (file: string, code: string) => Script | undefined
  readonly template: (file: string, code: string) => Script | undefined
}

export function programScripts(program: Program): Scripts {
  const compiled = new Map<string, Script | undefined>()

  function once(key: string, make: () => Script | undefined): Script | undefined {
    if (!compiled.has(key)) compiled.set(key, make())
    return compiled.get(key)
  }

  return {
    module: file =>
      once(file, () => {
        const result = program.script(file)
        if (result === undefined) return undefined
        if ('problem' in result) {
          program.notices.add({ code: 'script-syntax', file, ...result.problem, reason: result.reason })
          return undefined
        }
        try {
          return compile(file, before, result.code, after)
        } catch (error) {
          const { place, reason } = syntaxProblem(error, before.length)
          const origin = program.origin({ file, ...place })
          program.notices.add({ code: 'script-syntax', ...origin, reason })
          return undefined
        }
      }),
    wxs: (file, code) =>
      once(file, () => {
        try {
          return compile(file, before, withoutImport(code), after)
        } catch (error) {
          const { place, reason } = syntaxProblem(error, before.length)
          program.notices.add({ code: 'unusable-wxs', file, ...place, reason })
          return undefined
        }
      }),
    template: (file, code) =>
      once(file, () => {
        try {
          // Its lines are not those of the file, so errors in it have no place.
          return new Script(templateBefore + code + templateAfter, { filename: 'wxauth:template' })
        } catch (error) {
          const { reason } = syntaxProblem(error, 0)
          program.notices.add({ code: 'unusable-template', file, line: 1, column: 1, reason })
          return undefined
        }
      }),
  }
}

function compile(file: string, start: string, code: string, end: string): Script {
  // The offset keeps the columns of the first line.
  return new Script(start + code + end, { filename: scheme + file, columnOffset: -start.length })
}

/** Node writes the place of a syntax error above its stack: `FILE:LINE`, the line itself, and a `^` below it. */
function syntaxProblem(
  error: unknown,
  shift: number,
): { readonly place: TextPlace; readonly reason: string } {
  const { stack = '', message } = Object(error) as { readonly stack?: string; readonly message?: unknown }
  const [, line = '1', caret = ''] = /^[^\n]*:(\d+)\n[^\n]*\n([ \t]*)\^/.exec(stack) ?? []
  const column = caret.length + 1 - (line === '1' ? shift : 0)
  return { place: { line: Number(line), column: Math.max(column, 1) }, reason: String(message) }
}
