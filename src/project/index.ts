export { type FoundMiniProgram, findMiniProgram } from './find.ts'
export type { ProjectNote } from './notes.ts'
export { readPurposes } from './purposes.ts'
