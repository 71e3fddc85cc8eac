import type { SystemProblem } from '../text/system-problem.ts'

/** Why a file gives no text. */
export type FileProblem =
  | { readonly kind: 'directory' }
  /** A pipe, a socket or a device where a file was to be. */
  | { readonly kind: 'not-file' }
  | { readonly kind: 'too-large'; readonly mebibytes: number }
  | SystemProblem

/** Why a file or a text gives no JSON object. */
export type JsonProblem =
  | FileProblem
  /** Where it stops being JSON: from 1, as editors count. */
  | { readonly kind: 'not-json'; readonly line: number; readonly column: number }
  | { readonly kind: 'not-object'; readonly found: 'null' | 'array' | 'string' | 'number' | 'boolean' }
  | { readonly kind: 'too-deep'; readonly levels: number }
