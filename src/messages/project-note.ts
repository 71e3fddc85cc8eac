import type { ProjectNote } from '../project/notes.ts'
import type { Texts } from './texts.ts'

/** What a note about a Mini Program says. */
export function projectNoteText(note: ProjectNote, { projectNotes }: Texts): string {
  // A table by kind: the compiler cannot see that a note and its text go together.
  const text = projectNotes[note.kind] as (note: ProjectNote) => string
  return text(note)
}
