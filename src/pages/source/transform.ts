import { dynamicImport } from './dynamic-import.ts'
import { type TransformResult, toCommonJs } from './to-commonjs.ts'

const moduleSyntax =
  /^[ \t]*(?:import\b\s*(?:["'{*]|[\w$]+\s*(?:,|from\b))|export\b\s*[\w{*])|[;}]\s*(?:import|export)\s*[\w{*"']/m

/** ES modules and TypeScript become CommonJS; other scripts stay as they are, sloppy mode included. */
export function transformScript(source: string, file: string): TransformResult {
  const isTyped = file.endsWith('.ts')
  const isModule = moduleSyntax.test(source)
  if (!isTyped && !isModule && !dynamicImport.test(source)) return { code: source, origin: place => place }
  return toCommonJs(source, file, { isTyped, isModule })
}
