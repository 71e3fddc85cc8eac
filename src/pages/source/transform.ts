import type { TextPlace } from '../../json/locate.ts'
import { toCommonJs } from './to-commonjs.ts'

/** A script as it runs: CommonJS, on the same lines as it was written. */
export interface Transformed {
  readonly code: string
  /** The place in the source of a place in the code. */
  readonly origin: (place: TextPlace) => TextPlace
}

export type TransformResult = Transformed | { readonly problem: TextPlace; readonly reason: string }

const moduleSyntax =
  /^[ \t]*(?:import\b\s*(?:["'{*]|[\w$]+\s*(?:,|from\b))|export\b\s*[\w{*])|[;}]\s*(?:import|export)\s*[\w{*"']/m
const dynamicImport = /\bimport\s*\(/

/** ES modules and TypeScript become CommonJS; other scripts stay as they are, sloppy mode included. */
export function transformScript(source: string, file: string): TransformResult {
  const isTyped = file.endsWith('.ts')
  const isModule = moduleSyntax.test(source)
  if (!isTyped && !isModule && !dynamicImport.test(source)) return { code: source, origin: place => place }
  return toCommonJs(source, file, { isTyped, isModule })
}
