import type { Place } from './ports.ts'

/** Orders that do not depend on the language of the machine. */
export const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1)

export const byPlace = (a: Place, b: Place) =>
  compare(a.file, b.file) || a.line - b.line || a.column - b.column
