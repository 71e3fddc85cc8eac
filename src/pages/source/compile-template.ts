import type { TmplGroup } from 'glass-easel-template-compiler'
import type { TextPlace } from '../../json/locate.ts'
import { unoptimized } from './unoptimized.ts'

/** A template as the engine runs it. Names of templates are paths in the source root, without an extension. */
export interface CompiledTemplate {
  /** An expression; its free variables are those of the engine's runtime. */
  readonly code: string
  /** Templates that it imports or includes. */
  readonly templates: readonly string[]
  readonly scripts: readonly string[]
  readonly problem: (TextPlace & { readonly reason: string }) | undefined
}

export type TemplateCompiler = new () => TmplGroup

interface Finding {
  readonly isError: boolean
  readonly message: string
  readonly startLine: number
  readonly startColumn: number
}

/** @param text as marked; @param written as in the file, where the compiler's complaints are looked up */
export function compileTemplate(
  Group: TemplateCompiler,
  name: string,
  text: string,
  written: string,
): CompiledTemplate {
  return unoptimized(() => {
    try {
      return compiled(Group, name, text, written)
    } catch (error) {
      // Its stack ended, and what was being compiled cannot be freed any more.
      return unusable({ reason: String(Object(error).message ?? error), line: 1, column: 1 })
    }
  })
}

/** Stands in for a template that was not compiled: a page without one. */
export function unusable(problem: CompiledTemplate['problem']): CompiledTemplate {
  return { code: '', templates: [], scripts: [], problem }
}

function compiled(Group: TemplateCompiler, name: string, text: string, written: string): CompiledTemplate {
  const group = new Group()
  const findings = group.addTmpl(name, text) as readonly Finding[]
  const isBroken = findings.some(({ isError }) => isError)
  const template = {
    code: withoutKeywords(group.getTmplGenObject(name)),
    templates: group.getDirectDependencies(name) as readonly string[],
    scripts: group.getScriptDependencies(name) as readonly string[],
    problem: isBroken ? problemIn(Group, name, written) : undefined,
  }
  group.free()
  return template
}

/** The compiler counts its variables in letters, and comes to words of JavaScript in a template of 2,200 elements. */
const namedSo = /[,;](?:if|in|do)=/
const variable = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|(?<![.\w$])(if|in|do)(?=[=,)?])/g

function withoutKeywords(code: string): string {
  if (!namedSo.test(code)) return code
  return code.replace(variable, (all: string, name?: string) => (name === undefined ? all : `${name}$`))
}

/** The marks move columns, so the place is that of the text as it was written. */
function problemIn(Group: TemplateCompiler, name: string, written: string): CompiledTemplate['problem'] {
  const group = new Group()
  try {
    const findings = group.addTmpl(name, written) as readonly Finding[]
    const first = findings.find(({ isError }) => isError)
    if (first === undefined) return undefined
    return { reason: first.message, line: first.startLine + 1, column: first.startColumn + 1 }
  } finally {
    group.free()
  }
}
