/** What the system reports about a failed operation. */
export interface SystemProblem {
  readonly kind: 'system'
  /** `ENOENT`. */
  readonly code: string | undefined
  /** The system's message without the path: `EACCES: permission denied`. */
  readonly text: string
}

export function systemProblem(error: unknown): SystemProblem {
  const isError = typeof error === 'object' && error !== null && 'message' in error
  const text = isError ? String(error.message).replace(/, \w+ '.*$/s, '') : String(error)
  return { kind: 'system', code: codeOf(error), text }
}

/**
 * The system's code for a failed operation. Recognizes an error by its shape, not by its class: where tests run in a
 * realm of their own, the errors of Node's modules come from another realm.
 */
export function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}
