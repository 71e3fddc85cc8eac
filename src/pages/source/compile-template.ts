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
  return unoptimized(() => compiled(Group, name, text, written))
}

function compiled(Group: TemplateCompiler, name: string, text: string, written: string): CompiledTemplate {
  const group = new Group()
  try {
    const findings = group.addTmpl(name, text) as readonly Finding[]
    const isBroken = findings.some(({ isError }) => isError)
    return {
      code: group.getTmplGenObject(name),
      templates: group.getDirectDependencies(name) as readonly string[],
      scripts: group.getScriptDependencies(name) as readonly string[],
      problem: isBroken ? problemIn(Group, name, written) : undefined,
    }
  } finally {
    group.free()
  }
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
