import type { SystemProblem } from '../text/system-problem.ts'

/** Why the content of a file cannot be read. */
export type FileProblem =
  | { readonly kind: 'directory' }
  /** A symbolic link to a file that does not exist. */
  | { readonly kind: 'dangling-link' }
  /** A pipe, a socket or a device where a regular file is needed. */
  | { readonly kind: 'not-file' }
  | { readonly kind: 'too-large'; readonly mebibytes: number }
  | SystemProblem

/** Why a file or a text is not the JSON object that is needed. */
export type JsonProblem =
  | FileProblem
  /** Where it stops being JSON, or UTF-8. Counted from 1, as editors do. */
  | { readonly kind: 'not-json'; readonly line: number; readonly column: number }
  | { readonly kind: 'not-object'; readonly type: 'null' | 'array' | 'string' | 'number' | 'boolean' }
  | { readonly kind: 'too-deep'; readonly levels: number }
