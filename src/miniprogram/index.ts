export { type FoundMiniProgram, findMiniProgram, type Project } from './find.ts'
export type { ProjectNote } from './notes.ts'
export { type Purposes, readPurposes } from './purposes.ts'
