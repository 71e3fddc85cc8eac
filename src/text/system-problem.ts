/** What the system says of a failed operation. */
export interface SystemProblem {
  readonly kind: 'system'
  /** `ENOENT`. */
  readonly code: string | undefined
  /** Its own words, without the path: `EACCES: permission denied`. */
  readonly text: string
}

export function systemProblem(error: unknown): SystemProblem {
  const isError = typeof error === 'object' && error !== null && 'message' in error
  const text = isError ? String(error.message).replace(/, \w+ '.*$/s, '') : String(error)
  return { kind: 'system', code: codeOf(error), text }
}

/**
 * The system's code for a failed operation. Told by its shape: where tests run in a realm of their own, the errors of
 * Node's modules are of another.
 */
export function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}
